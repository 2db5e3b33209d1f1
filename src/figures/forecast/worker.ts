import { serve } from "../../kit/drive.ts";
import { run } from "./task.ts";

serve(run);
