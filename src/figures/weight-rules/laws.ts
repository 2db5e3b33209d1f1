import { solve } from "../../numerics/solve.ts";
import { fromRows } from "../../numerics/matrix.ts";
import { along, P0, PAIRS, pointOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const near = (a: number, b: number, size = 1) =>
  Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(size));

/** With weights that stand still the filter is at the least squares of all answers so far, each solved for anew. */
export function leastSquares({ C, y, kalman }: Run, { R, Q }: Setting): boolean {
  if (Q > 0) return true;
  let [a, b, c, p, q] = [R / P0, 0, R / P0, 0, 0];
  for (let t = 0; t < PAIRS; t++) {
    const [x, z] = pointOf(C, t);
    [a, b, c] = [a + x * x, b + x * z, c + z * z];
    [p, q] = [p + x * y[t]!, q + z * y[t]!];
    const best = solve(
      fromRows([
        [a, b],
        [b, c],
      ]),
      fromRows([[p], [q]]),
    ).data;
    const [h1, h2] = pointOf(kalman, t + 1);
    if (!near(h1, best[0]!, best[0]) || !near(h2, best[1]!, best[1])) return false;
  }
  return true;
}

/** The delta rule takes the share β of its way to the line of the answer, at right angles to it. */
export function shareOfTheWay({ C, y, delta }: Run, { beta }: Setting): boolean {
  for (let t = 0; t < PAIRS; t++) {
    const miss = y[t]! - along(C, t, pointOf(delta, t));
    if (!near(y[t]! - along(C, t, pointOf(delta, t + 1)), (1 - beta) * miss, miss)) return false;
    const [x, z] = pointOf(C, t);
    const across = (k: number) => along(delta, k, [-z, x]);
    if (!near(across(t + 1), across(t), across(t))) return false;
  }
  return true;
}

/** Adding is the sum of all rows, each times β and its answer: their order makes no difference. */
export function sumOfPairs({ C, y, added }: Run, { beta }: Setting): boolean {
  const sum = [0, 0];
  for (let t = PAIRS - 1; t >= 0; t--)
    for (const i of [0, 1]) sum[i]! += beta * C.data[2 * t + i]! * y[t]!;
  const [x, z] = pointOf(added, PAIRS);
  return near(x, sum[0]!, sum[0]) && near(z, sum[1]!, sum[1]);
}

/** No answer makes the filter's doubt larger along any row. */
export const doubtShrinks = ({ P }: Run, { Q }: Setting): boolean =>
  Q > 0 ||
  P.every(
    (now, k) =>
      k === 0 || now.data[0]! + now.data[3]! <= P[k - 1]!.data[0]! + P[k - 1]!.data[3]! + 1e-12,
  );
