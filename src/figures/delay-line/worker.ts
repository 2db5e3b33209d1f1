import { serve } from "../../tasks/drive.ts";
import { run } from "./task.ts";

serve(run);
