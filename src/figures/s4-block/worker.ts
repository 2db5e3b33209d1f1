import { serve } from "../../tasks/drive.ts";
import { train } from "./train.ts";

serve(train);
