import { kernelErrors, placedAnywhere, placedAt } from "../../models/fixedKernel.ts";
import { firstPlaces, type Run } from "./compute.ts";
import { choices, STEPS } from "./row.ts";
import type { Setting } from "./params.ts";

const sum = (v: Float64Array) => v.reduce((a, b) => a + b, 0);
const close = (a: number, b: number, size = 1) => Math.abs(a - b) <= 1e-9 * Math.max(1, size);

/** Moving any one weight either way, a little or by much, makes it err more. */
export function noneErrsLess({ kernel, K, places }: Run, { fits }: Setting): boolean {
  const chances =
    fits === "anywhere"
      ? placedAnywhere(K, STEPS)
      : placedAt(fits === "first" ? firstPlaces(K) : places, STEPS);
  const least = sum(kernelErrors(kernel, chances));
  return kernel.every((k, lag) =>
    [-0.3, -0.005, 0.005, 0.3].every(
      (by) => sum(kernelErrors(kernel.with(lag, k + by), chances)) >= least - 1e-9,
    ),
  );
}

export const sumOfWeights = ({ heard, u, y }: Run): boolean =>
  y.every((now, t) => {
    let [told, size] = [0, 1];
    u.forEach((x, s) => {
      const part = heard.data[t * heard.cols + s]! * x;
      told += part;
      size += Math.abs(part);
    });
    return close(now, told, size);
  });

/** The weight of a step in an output depends on the lag between the two, and on nothing else. */
export function lagAlone({ heard: { data, cols } }: Run, { memory, blank }: Setting): boolean {
  if (memory === "gate" && blank < 1) return true;
  for (let t = 1; t < cols; t++)
    for (let s = 1; s <= t; s++)
      if (!close(data[t * cols + s]!, data[(t - 1) * cols + s - 1]!)) return false;
  return true;
}

/** Shut at the blanks: each answer is what was asked, of this row and, on average, of every row. */
export const copiesAll = ({ y, asked, errors }: Run, { memory, blank }: Setting): boolean =>
  memory === "fixed" ||
  blank > 0 ||
  (asked.every((x, i) => close(y[STEPS + i]!, x)) &&
    [errors.first, errors.anywhere].every((e) => e.every((x) => close(x, 0))));

/** The error over rows with tokens anywhere is the mean over all placements, one after the other. */
export function meanOfAll({ kernel, K, errors }: Run, { memory }: Setting): boolean {
  if (memory === "gate") return true;
  const all = choices(K);
  const mean = new Float64Array(K);
  for (const places of all) {
    for (let i = 0; i < K; i++)
      places.forEach((p, j) => {
        const weight = kernel[STEPS + i - p]!;
        mean[i]! += (i === j ? (1 - weight) ** 2 : weight ** 2) / all.length;
      });
  }
  return mean.every((e, i) => close(e, errors.anywhere[i]!, e));
}
