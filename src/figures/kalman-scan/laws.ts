import { filter, joinElements, parallelFilter } from "../../models/kalman.ts";
import { fromRows } from "../../numerics/matrix.ts";
import { isDone, numbersOf, type Run } from "./compute.ts";
import { ROUNDS, STEPS } from "./size.ts";

const near = (a: number, b: number, size = 1) =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(size));

/** What goes back to the beginning is the filter's own bell, in every round. */
export const doneIsFilter = ({ rounds, mean, variance }: Run): boolean =>
  rounds.flat().every((stretch) => {
    if (!isDone(stretch)) return true;
    const { a, b, c } = numbersOf(stretch);
    const k = stretch.to - 1;
    return a === 0 && near(b, mean[k]!, mean[k]) && near(c, variance[k]!, variance[k]);
  });

/** Each round doubles what is ready: 1, 2, 4, 8. */
export const doubles = ({ rounds }: Run): boolean =>
  rounds.length === ROUNDS + 1 &&
  rounds.every((row, round) => row.filter(isDone).length === 2 ** round);

/** One stretch after the other from the left gives the same as pairs of pairs. */
export function anyGrouping({ rounds }: Run): boolean {
  const [first, ...rest] = rounds[0]!;
  const last = rest.reduce((all, { element }) => joinElements(all, element), first!.element);
  const pairwise = numbersOf(rounds.at(-1)!.at(-1)!);
  return near(last.b.data[0]!, pairwise.b, pairwise.b) && near(last.C.data[0]!, pairwise.c);
}

/** A stretch ends where the filter would, were the state before it known. */
export function knownBefore({ rounds, model, y }: Run): boolean {
  const before = 1.5;
  return rounds.flat().every((stretch) => {
    if (isDone(stretch)) return true;
    const part = Array.from(y.slice(stretch.from - 1, stretch.to), (z) => [z]);
    const from = { ...model, m0: model.A.data.map((x) => x * before), P0: model.Q };
    const { filteredMean, filteredCov } = filter(from, fromRows(part));
    const { a, b, c } = numbersOf(stretch);
    const mean = filteredMean.data.at(-1)!;
    return near(a * before + b, mean, mean) && near(c, filteredCov.at(-1)!.data[0]!);
  });
}

export function isModel({ model, y, mean }: Run): boolean {
  const all = parallelFilter(model, { rows: STEPS, cols: 1, data: y }).mean.data;
  return all.every((h, k) => near(h, mean[k]!, h));
}
