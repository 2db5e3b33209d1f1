import { serve } from "../../kit/drive.ts";
import { readText } from "./task.ts";

serve(readText);
