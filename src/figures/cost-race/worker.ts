import { serve } from "../../kit/drive.ts";
import { raceSide } from "./side.ts";

serve(raceSide);
