import { PARTS } from "./bins.ts";
import { shownOf, type Run } from "./compute.ts";
import { MEMORY } from "./model.ts";

/** −ln p of a probability. */
export const notNegative = (r: Run): boolean =>
  (r.reading?.surprise ?? []).every((x) => !(x < 0)) &&
  (shownOf(r)?.position ?? []).every(({ mean }) => !(mean < 0));

/** A change moves none of the probability, some, or all. */
export function someOrAll(r: Run): boolean {
  const { moved } = shownOf(r) ?? {};
  const points = moved ? [...moved.cleared, ...moved.letter].map(({ mean }) => mean) : [];
  const each = (r.reading?.felt ?? []).flatMap((f) => Array.from(f.moved));
  return [...points, ...each].every((x) => Number.isNaN(x) || (x >= 0 && x <= 1 + 1e-6));
}

/** Each of the states is counted once. */
export function allCounted(r: Run): boolean {
  const halves = shownOf(r)?.halves;
  return !halves || Array.from(halves).reduce((a, b) => a + b, 0) === MEMORY;
}

/** The mean of a text that was read to its end is that of its parts, each as long as it is. */
export function meanOfParts(r: Run): boolean {
  const course = shownOf(r);
  if (!course || course.read < course.count || course.count < 4 * PARTS) return true;
  const edge = (k: number) => Math.floor((k * course.count) / PARTS);
  let sum = 0;
  for (let k = 0; k < PARTS; k++)
    sum += course.parts[k]! * (edge(k + 1) - edge(k) - (k === 0 ? 1 : 0));
  return Math.abs(sum / (course.count - 1) - course.mean) < 1e-3;
}
