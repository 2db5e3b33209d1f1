import { serve } from "../../kit/drive.ts";
import { watch } from "./task.ts";

serve(watch);
