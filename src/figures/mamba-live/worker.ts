import { serve } from "../../tasks/drive.ts";
import { readText } from "./task.ts";

serve(readText);
