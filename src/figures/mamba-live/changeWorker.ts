import { serve } from "../../tasks/drive.ts";
import { readChanged } from "./task.ts";

serve(readChanged);
