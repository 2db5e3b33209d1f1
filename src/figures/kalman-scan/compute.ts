import {
  draw,
  type FilterElement,
  filter,
  filterElements,
  joinElements,
  type KalmanModel,
} from "../../models/kalman.ts";
import { fromRows } from "../../numerics/matrix.ts";
import { generator } from "../../numerics/random.ts";
import type { Setting } from "./params.ts";
import { P0, ROUNDS, STEPS } from "./size.ts";

/** A stretch of steps, counted from 1, with its five numbers. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly element: FilterElement;
}

export interface Run {
  readonly model: KalmanModel;
  readonly y: Float64Array;
  /** After 0 … 3 rounds the stretch that ends in each step. */
  readonly rounds: readonly (readonly Stretch[])[];
  /** The filter run one by one. */
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

export function run({ a, Q, R, seed }: Setting): Run {
  const model = {
    A: fromRows([[a]]),
    C: fromRows([[1]]),
    Q: fromRows([[Q]]),
    R: fromRows([[R]]),
    m0: Float64Array.of(0),
    P0: fromRows([[P0]]),
  };
  const { observations } = draw(model, STEPS, generator(seed));
  const alone = filterElements(model, observations).map((element, k) => ({
    from: k + 1,
    to: k + 1,
    element,
  }));
  const rounds: Stretch[][] = [alone];
  for (let gap = 1; gap < STEPS; gap *= 2) {
    const before = rounds.at(-1)!;
    rounds.push(before.map((one, k) => (k < gap ? one : joined(before[k - gap]!, one))));
  }
  const one = filter(model, observations);
  return {
    model,
    y: observations.data,
    rounds,
    mean: one.filteredMean.data,
    variance: Float64Array.from(one.filteredCov, (P) => P.data[0]!),
  };
}

const joined = (i: Stretch, j: Stretch): Stretch => ({
  from: i.from,
  to: j.to,
  element: joinElements(i.element, j.element),
});

export interface Five {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly eta: number;
  readonly j: number;
}

export const numbersOf = ({ element: { A, b, C, eta, J } }: Stretch): Five => {
  const [a, b_, c, e, j] = [A, b, C, eta, J].map(({ data }) => data[0]!) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { a, b: b_, c, eta: e, j };
};

export const roundAt = (t: number): number => Math.max(0, Math.min(ROUNDS, Math.floor(t)));
/** It goes back to the beginning, so that nothing before it is open. */
export const isDone = ({ from }: Stretch): boolean => from === 1;
export const readyAt = ({ rounds }: Run, round: number): number =>
  rounds[round]!.filter(isDone).length;

/** The two stretches that were joined for step k (from 0) in a round; none where it was only kept. */
export function partsOf({ rounds }: Run, round: number, k: number): [Stretch, Stretch] | undefined {
  const gap = 2 ** (round - 1);
  if (round < 1 || k < gap) return undefined;
  const before = rounds[round - 1]!;
  return [before[k - gap]!, before[k]!];
}
