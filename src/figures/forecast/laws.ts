import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { scoreOf } from "./score.ts";
import { MOST_AHEAD } from "./setting.ts";

const size = (x: Float64Array) =>
  x.reduce((a, b) => Math.max(a, Number.isNaN(b) ? 0 : Math.abs(b)), 1e-12);

/** Level and season are the smoothed signal, and what is left over is the rest. */
export function addsUp({ apart, z }: Run): boolean {
  if (!apart) return true;
  const scale = 1e-9 * size(z);
  return z.every((x, t) => {
    const sum = apart.level[t]! + (apart.season?.[t] ?? 0);
    const rest = Number.isNaN(x) || Math.abs(sum + apart.rest[t]! - x) <= scale;
    return rest && Math.abs(sum - apart.signal[t]!) <= scale;
  });
}

/** A whole cycle further on (one step, where there is no season), nothing is better known. */
export function fansOpen({ fans, y }: Run, v: Setting): boolean {
  const cycle = v.parts === "season" ? v.period : 1;
  if (!fans) return true;
  for (let t = 0; t < y.length; t++)
    for (let k = cycle; k < MOST_AHEAD; k++) {
      const at = t * MOST_AHEAD + k;
      if (fans.sd[at]! < fans.sd[at - cycle]! * (1 - 1e-9)) return false;
    }
  return true;
}

/** The 80 % band lies within the 95 % band, so it holds no more values. */
export function bandsNest(r: Run, v: Setting): boolean {
  const { within } = scoreOf(r, v);
  return within[0].every((x, k) => Number.isNaN(x) || x <= within[1][k]!);
}

/** Over all horizons at once an error lies between the smallest and the largest of its horizons. */
export function meanIsBetween(r: Run, v: Setting): boolean {
  const { naive, naiveAll } = scoreOf(r, v);
  const seen = naive.filter((x) => !Number.isNaN(x));
  if (Number.isNaN(naiveAll)) return true;
  const slack = 1e-9 * naiveAll;
  return naiveAll >= Math.min(...seen) - slack && naiveAll <= Math.max(...seen) + slack;
}
