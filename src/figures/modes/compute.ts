import { type Pair, parts, powerNorms, slanted } from "../../models/modes.ts";
import { simulate } from "../../models/ssm.ts";
import { fromRows, type Matrix, zeros } from "../../numerics/matrix.ts";
import type { Setting } from "./params.ts";

/** Steps after the start. */
export const STEPS = 40;

export interface Run {
  readonly A: Matrix;
  /** The state at each step, from the simulator. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly size: Float64Array;
  /** The start's part along each direction, and how large that part is at each step. */
  readonly parts: readonly [Pair, Pair];
  readonly sizes: readonly [Float64Array, Float64Array];
  /** ‖Aᵗ‖, how large the largest of all starts of size 1 then is. */
  readonly most: Float64Array;
}

export const radians = ({ angle }: Pick<Setting, "angle">) => (angle * Math.PI) / 180;

export const startOf = ({ start }: Pick<Setting, "start">): Pair => [start[0]![0]!, start[1]![0]!];

/** A state that is left to itself, and the two parts it is made of. */
export function run(v: Setting): Run {
  const A = slanted(v.first, v.second, radians(v));
  const model = { A, B: zeros(2, 1), C: fromRows([[1, 0]]), D: zeros(1, 1) };
  const h0 = Float64Array.from(startOf(v));
  const { states } = simulate(model, zeros(STEPS + 1, 1), { h0 });
  const row = (i: number) => states.data.filter((_, k) => k % 2 === i);
  const [x, y] = [row(0), row(1)];
  const both = parts(startOf(v), radians(v));
  const fading = (lambda: number, part: Pair) =>
    x.map((_, t) => Math.abs(lambda) ** t * Math.hypot(...part));
  return {
    A,
    x,
    y,
    size: x.map((a, t) => Math.hypot(a, y[t]!)),
    parts: both,
    sizes: [fading(v.first, both[0]), fading(v.second, both[1])],
    most: powerNorms(A, STEPS),
  };
}

/** What is left of 1 at a step, λᵗ; between two whole ones on the straight way from one to the next. */
export function left(lambda: number, t: number): number {
  const k = Math.floor(t);
  return lambda ** k * (1 + (t - k) * (lambda - 1));
}

/** Both parts at a step, and the state. */
export function partsAt({ parts: [p, q] }: Run, v: Setting, t: number) {
  const [f, g] = [left(v.first, t), left(v.second, t)];
  const [first, second]: readonly [Pair, Pair] = [
    [f * p[0], f * p[1]],
    [g * q[0], g * q[1]],
  ];
  const state: Pair = [first[0] + second[0], first[1] + second[1]];
  return { first, second, state };
}

const start = ({ size }: Run) => size[0]!;

/** How many times its start the state becomes at most; 1 where it starts at rest. */
export const peak = (r: Run): number => (start(r) === 0 ? 1 : Math.max(...r.size) / start(r));
export const peakAt = ({ size }: Run): number => size.indexOf(Math.max(...size));
/** What no start can exceed while both |λ| ≤ 1: the condition number of the directions. */
export const bound = (v: Pick<Setting, "angle">): number => 1 / Math.tan(radians(v) / 2);
