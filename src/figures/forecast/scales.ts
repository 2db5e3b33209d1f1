import { type Forecast, seriesScales } from "../../draw/series.ts";
import type { Box } from "../../draw/box.ts";
import { unscaled, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { MOST_AHEAD } from "./setting.ts";

/** The series and what the model expects after its last value; a closer look begins a few steps before the first forecast. */
export function drawn({ y, first, fans }: Run, v: Setting): Forecast {
  const from = v.close ? Math.max(0, Math.min(first, y.length - 2) - Math.max(v.h, 6)) : 0;
  const last = (y.length - 1) * MOST_AHEAD;
  const ahead = fans && { mean: fans.mean.subarray(last), sd: fans.sd.subarray(last) };
  return { y, series: v.series, from, h: v.h, ahead, back: (z) => unscaled(z, v) };
}

export const scalesOf = (r: Run, v: Setting, box: Box) => seriesScales(drawn(r, v), box);
