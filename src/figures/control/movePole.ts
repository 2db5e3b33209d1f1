import type { Rows } from "../../kit/params/matrix.ts";
import type { Setting } from "./setting.ts";

const MOST = 1.2;
/** Four digits: what a link carries. */
const tidy = (x: number) => +Math.max(-MOST, Math.min(MOST, x)).toPrecision(4) || 0;

/**
 * Moves the pole with number k of the two pairs: off the real axis its mirror image goes along, on it the other one of
 * its pair stays where it is.
 */
export function mover(k: number, values: () => Setting, set: (poles: Rows) => void) {
  const pair = k >> 1;
  const side = k % 2 === 0 ? 1 : -1;
  let other: number | undefined;
  return {
    begin() {
      const [middle, half] = values().poles[pair] as readonly [number, number];
      other = half <= 0 ? middle + side * half : undefined;
    },
    place(re: number, im: number, snap: number) {
      const { plant, poles } = values();
      const put = (middle: number, half: number) =>
        set(poles.map((row, i) => (i === pair ? [tidy(middle), tidy(half)] : row)));
      if (plant === "heater") return put(re, poles[pair]![1]!);
      if (Math.abs(im) >= snap) {
        other = undefined;
        return put(re, Math.abs(im));
      }
      other ??= re;
      return put((re + other) / 2, -Math.abs(re - other) / 2);
    },
  };
}
