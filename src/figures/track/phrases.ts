export const phrases = {
  off: "off the scale",
  tracks:
    "At step {t} the estimate is {result} from the target. So far the fixes are off by {fixes} (rms), the filter by {filter}.",
  back: "Error so far (rms): fixes {fixes}, filter {filter}, and {smoother} for the smoother, which also knows what came later.",
  dark: "No fix for {dark} steps. The filter can only predict: its ellipse has grown to ±{axis}, and the estimate is {result} from the target.",
  nothing:
    "No fix has come yet. The filter knows nothing of the target: it waits at the centre of the plane, and its ellipse has grown to ±{axis}.",
  refusedNow:
    "This fix is too far out to be true ({distance} where 9.21 is the limit). It is refused, and the state stays as predicted.",
  target: "target",
  fixWord: "fix",
  refusedWord: "refused",
  estimate: "estimate ±2σ",
  smoothWord: "smoothed",
  next: "prediction",
  roof: "no fix in here",
  radar: "radar",
  errors: "error",
  steer:
    "The target: press and pull it, or hold an arrow key; time runs while you steer. Shift moves faster",
  scrub: "Errors over time: drag or use the arrow keys to move the playhead",
  again: "Start again",
  steerHint:
    "Press in the picture and the target runs after the pointer; or move to it with Tab and hold an arrow key.",
  whole:
    "A plane with the target's path, the fixes, the estimate and its ellipses; below, the errors of fixes, filter and smoother over time",
} as const;

export type Phrase = keyof typeof phrases;
