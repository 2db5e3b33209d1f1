import { serve } from "../../tasks/drive.ts";
import { readSheet } from "./task.ts";

serve(readSheet);
