import { serve } from "../../kit/drive.ts";
import { watchFilm } from "./task.ts";

serve(watchFilm);
