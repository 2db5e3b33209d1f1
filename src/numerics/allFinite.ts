/** Whether no entry of x from `start` up to, not including, `end` is NaN or infinite. For hot paths: no error is built. */
export function allFinite(x: Float64Array, start = 0, end = x.length): boolean {
  for (let i = start; i < end; i++) if (!(Math.abs(x[i]!) <= Number.MAX_VALUE)) return false;
  return true;
}
