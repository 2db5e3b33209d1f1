import { serve } from "../../tasks/drive.ts";
import { packOwn } from "./packOwn.ts";

serve(packOwn);
