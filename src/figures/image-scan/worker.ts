import { serve } from "../../kit/drive.ts";
import { readSheet } from "./task.ts";

serve(readSheet);
