import { serve } from "../../kit/drive.ts";
import { packOwn } from "./packOwn.ts";

serve(packOwn);
