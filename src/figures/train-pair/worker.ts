import { serve } from "../../tasks/drive.ts";
import { trainSide } from "./side.ts";

serve(trainSide);
