import { serve } from "../../kit/drive.ts";
import { clean } from "./compute.ts";

serve(clean);
