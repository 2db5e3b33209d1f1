import { serve } from "../../tasks/drive.ts";
import { watchFilm } from "./task.ts";

serve(watchFilm);
