import { type Forecast, seriesScales } from "../../draw/series.ts";
import type { Box } from "../../draw/box.ts";
import type { Run } from "./compute.ts";
import { MOST_AHEAD, type Setting } from "./params.ts";
import { fansOf } from "./score.ts";
import { unscaled } from "./setting.ts";

/** The series and what the model whose band is shown expects after its last value; a closer look begins a few steps before the first forecast. */
export function drawn(r: Run, v: Setting): Forecast {
  const { y, first } = r;
  const from = v.close ? Math.max(0, Math.min(first, y.length - 2) - Math.max(v.h, 6)) : 0;
  const last = (y.length - 1) * MOST_AHEAD;
  const fans = fansOf(r, v, v.band);
  const ahead = fans && { mean: fans.mean.subarray(last), sd: fans.sd.subarray(last) };
  return { y, series: v.series, from, h: v.h, ahead, back: (z) => unscaled(z, v) };
}

export const scalesOf = (r: Run, v: Setting, box: Box) => seriesScales(drawn(r, v), box);
