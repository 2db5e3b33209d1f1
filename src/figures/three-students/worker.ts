import { serve } from "../../tasks/drive.ts";
import { readLecture } from "./task.ts";

serve(readLecture);
