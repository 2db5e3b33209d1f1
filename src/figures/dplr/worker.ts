import { serve } from "../../kit/serve.ts";
import { run } from "./work.ts";

serve(run);
