import { serve } from "../../kit/drive.ts";
import { readChanged } from "./task.ts";

serve(readChanged);
