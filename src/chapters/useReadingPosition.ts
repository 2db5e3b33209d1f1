import { useEffect, useLayoutEffect, useRef } from "react";
import type { Step } from "./page.ts";
import type { Lesson } from "./useLesson.ts";

/** The step that stands at reading height becomes the present one. */
export function useReadingPosition(lesson: Lesson, paused: boolean): void {
  const { steps, activate, active } = lesson;
  const shown = useRef({ steps, top: NaN });
  // Another language has other lengths: the present step stays where it stood on the screen.
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { steps, top: before.top };
    if (before.steps !== steps && before.top < innerHeight)
      scrollBy({ top: topOf(steps[active]!) - before.top, behavior: "instant" });
  }, [steps, active]);
  useEffect(() => {
    if (paused) return undefined;
    let frame = 0;
    const look = () => {
      frame = 0;
      const height = innerHeight * (innerWidth < 1000 ? 0.72 : 0.42);
      const at = steps.findLastIndex((s) => topOf(s) < height);
      if (at >= 0) activate(at);
      if (at >= 0) shown.current.top = topOf(steps[at]!);
    };
    const ask = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    addEventListener("scroll", ask, { passive: true });
    return () => {
      removeEventListener("scroll", ask);
      cancelAnimationFrame(frame);
    };
  }, [steps, activate, paused]);
}

const topOf = ({ id }: Step) =>
  document.getElementById(id)?.getBoundingClientRect().top ?? Infinity;
