import { serve } from "../../kit/drive.ts";
import { fit } from "./fit.ts";

serve(fit);
