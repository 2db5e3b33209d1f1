import { serve } from "../../tasks/drive.ts";
import { listen } from "./task.ts";

serve(listen);
