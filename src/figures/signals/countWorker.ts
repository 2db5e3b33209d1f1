import { serve } from "../../tasks/drive.ts";
import { countErrors } from "./task.ts";

serve(countErrors);
