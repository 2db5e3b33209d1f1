import { serve } from "../../tasks/drive.ts";
import { raceSide } from "./side.ts";

serve(raceSide);
