import { serve } from "../../kit/drive.ts";
import { train } from "./train.ts";

serve(train);
