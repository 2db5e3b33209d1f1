import type { Box } from "../../draw/box.ts";
import { linear } from "../../draw/picture.ts";
import type { Run } from "./compute.ts";
import { MOST_AHEAD, type Setting } from "./params.ts";
import { fansOf } from "./score.ts";
import { unscaled } from "./setting.ts";

/** The first step that is shown: of a closer look, a few before the first forecast. */
const fromOf = (r: Run, v: Setting): number =>
  v.close ? Math.max(0, Math.min(r.first, r.y.length - 2) - Math.max(v.h, 6)) : 0;

/** The scales of the series: steps across, to the last that may be forecast; its own values up, and what a forecast may need. */
export function seriesScales(r: Run, v: Setting, { left, right, top, bottom }: Box) {
  let [low, high] = [Infinity, -Infinity];
  const meet = (x: number) => {
    if (x < low) low = x;
    if (x > high) high = x;
  };
  r.y.forEach(meet);
  if (!(low <= high)) [low, high] = [0, 1];
  // What is expected after the last value has room too, with its 80 % band, as long as it is not out of all proportion.
  const [least, most] = [1.5 * low - 0.5 * high, 1.5 * high - 0.5 * low];
  const fans = fansOf(r, v, v.band);
  const last = (r.y.length - 1) * MOST_AHEAD;
  for (let k = last; k < last + v.h; k++)
    for (const z of [-1.2816, 0, 1.2816]) {
      const value = (fans?.mean[k] ?? NaN) + z * (fans?.sd[k] ?? 0);
      meet(Math.min(most, Math.max(least, unscaled(value, v))));
    }
  const room = 0.12 * (high - low) || Math.abs(high) || 1;
  const y = linear(low - room, high + room, bottom, top);
  const from = fromOf(r, v);
  return {
    from,
    x: linear(from, r.y.length - 1 + v.h, left, right),
    y,
    /** A value as it is modelled. */
    z: (value: number) => y(unscaled(value, v)),
    low: low - room,
    high: high + room,
  };
}
export type Scales = ReturnType<typeof seriesScales>;
