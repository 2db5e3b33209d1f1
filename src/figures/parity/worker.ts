import { serve } from "../../kit/drive.ts";
import { trainSide } from "./side.ts";

serve(trainSide);
