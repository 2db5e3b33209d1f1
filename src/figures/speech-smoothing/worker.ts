import { serve } from "../../tasks/drive.ts";
import { clean } from "./compute.ts";

serve(clean);
