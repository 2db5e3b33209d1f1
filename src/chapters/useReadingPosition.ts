import { useEffect, useLayoutEffect, useState } from "react";
import { openPlace, type Place } from "./place.ts";
import type { Lesson } from "./useLesson.ts";

/** Keeps the present step and the window's place true to each other. `paused`: behind a presentation. */
export function useReadingPosition({ steps, active, activate }: Lesson, paused: boolean): Place {
  const now = { steps, active, activate, paused };
  const [place] = useState(() => openPlace(now));
  useLayoutEffect(() => place.drawn(now));
  useEffect(() => place.listen(), [place]);
  return place;
}
