/** Numbers that files put where a value is missing. */
const known = /^-(9{2,6}|9{2,4}\.9{1,2}|32768|1e20)$|^(9{3,6}|9{3,4}\.9{1,2}|1e20)$/;
/** How many times the range of all other values it lies away from them. */
const FAR = 3;

/** The values without a number such as −9999 that lies far from all others; undefined where there is none. */
export function withoutSentinel(
  values: Float64Array,
): { values: Float64Array; value: number; count: number } | undefined {
  let [low, high] = [Infinity, -Infinity];
  for (const x of values) {
    if (x < low) low = x;
    if (x > high) high = x;
  }
  for (const value of [low, high]) {
    if (!known.test(String(value))) continue;
    let [from, to, count, others] = [Infinity, -Infinity, 0, 0];
    for (const x of values) {
      if (x === value) count++;
      else if (!Number.isNaN(x)) {
        [from, to] = [Math.min(from, x), Math.max(to, x)];
        others++;
      }
    }
    const away = Math.max(from - value, value - to);
    if (others > 1 && away > FAR * (to - from) && away > 0)
      return { values: values.map((x) => (x === value ? NaN : x)), value, count };
  }
  return undefined;
}
