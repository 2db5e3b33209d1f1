import { serve } from "../../kit/drive.ts";
import { writeOn } from "./task.ts";

serve(writeOn);
