import { serve } from "../../kit/drive.ts";
import { hear } from "./task.ts";

serve(hear);
