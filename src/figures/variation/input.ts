import { KNOTS, type Setting } from "./params.ts";

/** Seconds shown, and from one knot to the next. */
export const T = 2;
export const GAP = T / (KNOTS.length - 1);
/** Where two cubics meet. */
export const corners = KNOTS.slice(1, -1).map((_, i) => (i + 1) * GAP);

/** u(t): through each knot with the slope of its neighbours, a cubic between two (Catmull and Rom). */
export function inputAt(v: Setting, t: number): number {
  const k = Math.max(0, Math.min(KNOTS.length - 2, Math.floor(t / GAP)));
  const at = (i: number) => v[KNOTS[Math.max(0, Math.min(KNOTS.length - 1, i))]!];
  const slope = (i: number) =>
    (at(i + 1) - at(i - 1)) / (i === 0 || i === KNOTS.length - 1 ? 1 : 2);
  const x = t / GAP - k;
  const [p, q, m, n] = [at(k), at(k + 1), slope(k), slope(k + 1)];
  return p + x * (m + x * (3 * (q - p) - 2 * m - n + x * (2 * (p - q) + m + n)));
}
