import { serve } from "../../tasks/drive.ts";
import { readOwn } from "./ownText.ts";

serve(readOwn);
