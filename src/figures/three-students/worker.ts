import { serve } from "../../kit/drive.ts";
import { readLecture } from "./task.ts";

serve(readLecture);
