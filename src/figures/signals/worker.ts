import { serve } from "../../tasks/drive.ts";
import { hear } from "./task.ts";

serve(hear);
