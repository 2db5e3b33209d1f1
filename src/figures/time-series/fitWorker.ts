import { serve } from "../../tasks/drive.ts";
import { fit } from "./fit.ts";

serve(fit);
