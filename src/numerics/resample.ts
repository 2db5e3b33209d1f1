/** Ways to bring a long recording down to the few hundred samples of a figure; each says what it did to the data. */

/**
 * Means of `points` equal stretches: the plain low-pass a slow series wants. Data that fits is returned as it is; a missing
 * value (NaN) does not count, and a stretch of nothing else is missing.
 */
export function average(data: Float64Array, points: number): Float64Array {
  return data.length <= points
    ? data
    : stretches(
        data,
        points,
        (x) => x,
        (mean) => mean,
      );
}

/** Root mean square of `points` equal stretches: what remains of a sound once it is too long to draw as a wave. */
export function loudness(data: Float64Array, points: number): Float64Array {
  return stretches(data, Math.min(points, data.length), (x) => x * x, Math.sqrt);
}

/** The `points` samples around the loudest moment: the wave itself, but only a blink of it. */
export function excerpt(data: Float64Array, points: number): Float64Array {
  let peak = 0;
  data.forEach((x, i) => {
    if (Math.abs(x) > Math.abs(data[peak]!)) peak = i;
  });
  const from = Math.max(0, Math.min(data.length - points, peak - (points >> 1)));
  return data.slice(from, from + points);
}

/** Shifted and scaled to mean 0 and standard deviation 1; a constant becomes zero, a missing value (NaN) stays missing. */
export function standardise(data: Float64Array): Float64Array {
  const there = data.filter((x) => !Number.isNaN(x));
  let mean = 0;
  there.forEach((x, i) => (mean += (x - mean) / (i + 1)));
  let square = 0;
  for (const x of there) square += (x - mean) ** 2;
  const deviation = Math.sqrt(square / there.length) || 1;
  return data.map((x) => (x - mean) / deviation);
}

function stretches(
  data: Float64Array,
  points: number,
  take: (x: number) => number,
  give: (mean: number) => number,
): Float64Array {
  return Float64Array.from({ length: points }, (_, k) => {
    const from = Math.floor((k * data.length) / points);
    const to = Math.max(from + 1, Math.floor(((k + 1) * data.length) / points));
    let [sum, there] = [0, 0];
    for (let i = from; i < to; i++) {
      if (Number.isNaN(data[i])) continue;
      sum += take(data[i]!);
      there++;
    }
    return give(sum / there);
  });
}
