/**
 * The naive forecasts from every step, `ahead` values a step: the last value that is there (`cycle` 1), or the last one of the
 * same season of a `cycle`. NaN where there is nothing to go by. (Hyndman & Koehler 2006.)
 */
export function naiveFans(y: Float64Array, cycle: number, ahead: number): Float64Array {
  const all = new Float64Array(y.length * ahead).fill(NaN);
  for (let t = 0; t < y.length; t++)
    for (let k = 1; k <= ahead; k++) {
      let from = t + k - cycle * Math.ceil(k / cycle);
      if (cycle === 1) from = t;
      while (from >= 0 && Number.isNaN(y[from])) from -= cycle;
      if (from >= 0) all[t * ahead + k - 1] = y[from]!;
    }
  return all;
}
