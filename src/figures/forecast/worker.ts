import { serve } from "../../kit/taskWorker.ts";
import { run } from "./work.ts";

serve(run);
