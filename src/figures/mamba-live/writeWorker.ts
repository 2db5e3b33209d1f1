import { serve } from "../../tasks/drive.ts";
import { writeOn } from "./task.ts";

serve(writeOn);
