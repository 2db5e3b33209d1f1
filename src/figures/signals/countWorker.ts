import { serve } from "../../kit/drive.ts";
import { countErrors } from "./task.ts";

serve(countErrors);
