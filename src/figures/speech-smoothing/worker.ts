import { serve } from "../../kit/serve.ts";
import { clean } from "./compute.ts";

serve(clean);
