import { serve } from "../../tasks/drive.ts";
import { learnTask } from "./task.ts";

serve(learnTask);
