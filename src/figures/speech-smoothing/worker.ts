import { serve } from "../../kit/taskWorker.ts";
import { clean } from "./compute.ts";

serve(clean);
