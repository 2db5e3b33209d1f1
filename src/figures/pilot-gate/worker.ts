import { serve } from "../../tasks/drive.ts";
import { watch } from "./task.ts";

serve(watch);
