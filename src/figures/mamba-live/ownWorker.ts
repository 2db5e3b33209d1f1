import { serve } from "../../kit/drive.ts";
import { readOwn } from "./ownText.ts";

serve(readOwn);
