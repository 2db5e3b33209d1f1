/** How far program k is at time t: it is under way from t = k to k + 1, fetches in the first half and stores in the second. */
export function stepOf(
  t: number,
  k: number,
): { readonly fetched: number; readonly stored: number } {
  const done = Math.max(0, Math.min(1, t - k));
  return { fetched: Math.min(1, 2 * done), stored: Math.max(0, 2 * done - 1) };
}

/** The program that is under way at time t, or was done last; −1 before the first. */
export const programAt = (t: number, programs: number): number =>
  Math.min(programs, Math.ceil(t)) - 1;
