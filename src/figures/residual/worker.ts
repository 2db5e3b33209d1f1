import { serve } from "../../kit/drive.ts";
import { listen } from "./task.ts";

serve(listen);
