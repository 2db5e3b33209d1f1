import { serve } from "../../kit/drive.ts";
import { learnTask } from "./task.ts";

serve(learnTask);
