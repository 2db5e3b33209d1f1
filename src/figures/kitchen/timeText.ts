import { fixed, format } from "../../kit/format.ts";
import type { Setting } from "./params.ts";

/** A time on the clock: milliseconds on a card, else minutes. */
export const timeText = (time: number, v: Setting, say: (phrase: "minutes") => string): string =>
  v.story === "gpu" ? `${fixed(time, 2)} ms` : `${format(+time.toFixed(1), 4)} ${say("minutes")}`;
