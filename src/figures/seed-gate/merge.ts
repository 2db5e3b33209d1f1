import { keeping } from "../../kit/keeping.ts";
import { activations, affineMaps, seedMaps, type Activation } from "../../models/seedGate.ts";
import { fromRows, zeros } from "../../numerics/matrix.ts";
import { seedStep, type Step } from "./step.ts";

/** The states before a stretch at which both are compared: evenly from −REACH to REACH. */
export const REACH = 3;
export const GRID = Float64Array.from({ length: 41 }, (_, k) => REACH * (k / 20 - 1));
/** Farther apart than this anywhere on the grid, a stretch is no single step. */
const SAME = 1e-6;

/** A single step of the article's form: h ↦ gate · f(slope · h + shift). */
export interface Single {
  readonly slope: number;
  readonly shift: number;
  readonly gate: number;
}

/** A stretch of tokens, taken in turn, and the single step that comes nearest to it. */
export interface Stretch {
  readonly from: number;
  /** Its last token. */
  readonly to: number;
  readonly inTurn: Float64Array;
  readonly single: Single;
  readonly nearest: Float64Array;
  /** Where on the grid they are farthest apart, and how far. */
  readonly worst: number;
  readonly gap: number;
}

/** Level by level from the pairs up, as far as every stretch of a level merged. */
export interface Tree {
  readonly levels: readonly (readonly Stretch[])[];
  readonly whole: boolean;
  /** With f = identity: the last state by pairs merged in a tree. */
  readonly last?: number;
}

export const merges = ({ gap }: Stretch): boolean => gap <= SAME;

// #region merge
/** Merges tokens in pairs, the pairs in pairs, and so on, for as long as each merged stretch is again one step of the same form. */
export function merged(steps: readonly Step[]): Tree {
  const levels: Stretch[][] = [];
  for (let size = 2; size <= steps.length; size *= 2) {
    const level = [];
    for (let from = 0; from < steps.length; from += size)
      level.push(stretch(steps, from, from + size - 1));
    levels.push(level);
    if (!level.every(merges)) return { levels, whole: false };
  }
  return { levels, whole: true, ...lastOf(steps) };
}
// #endregion

function stretch(steps: readonly Step[], from: number, to: number): Stretch {
  const part = steps.slice(from, to + 1);
  const inTurn = GRID.map((h) => part.reduce((state, step) => seedStep(step, state), h));
  const { f } = steps[0]!;
  const single = f === "identity" ? straight(part) : nearestStep(f, inTurn);
  const nearest = GRID.map((h) => single.gate * activations[f](single.slope * h + single.shift));
  const apart = nearest.map((x, k) => Math.abs(x - inTurn[k]!));
  const gap = Math.max(...apart);
  return { from, to, inTurn, single, nearest, worst: apart.indexOf(gap), gap };
}

/** Straight maps merge by the rule of chapter 90: slopes multiply. */
function straight(part: readonly Step[]): Single {
  const { A, b } = part.map(mapOf).reduce((x, y) => affineMaps.combine(x, y));
  return { slope: A.data[0]!, shift: b[0]!, gate: 1 };
}

function mapOf({ a, b, u, gate }: Step) {
  const one = (x: number) => fromRows([[x]]);
  const model = { A: one(a), B: one(b), W: zeros(1, 1), f: "identity" } as const;
  return seedMaps(model, one(u), { gates: one(gate) })[0]!;
}

/** From the state of rest, by a tree of merged maps. */
function lastOf(steps: readonly Step[]): { readonly last?: number } {
  if (steps[0]!.f !== "identity") return {};
  let level = steps.map(mapOf);
  while (level.length > 1)
    level = Array.from({ length: level.length / 2 }, (_, k) =>
      affineMaps.combine(level[2 * k]!, level[2 * k + 1]!),
    );
  return { last: level[0]!.b[0]! };
}

const SLOPES = [0.05, 0.15, 0.4, 0.8, 1.3, 2, 4, 8];
const SHIFTS = Array.from({ length: 13 }, (_, k) => k - 6);

/** The shapes that the search begins with: they depend on f alone. */
const shapes = keeping((f: Activation) =>
  SHIFTS.flatMap((shift) =>
    [0, ...SLOPES, ...SLOPES.map((x) => -x)].map((slope) => ({
      slope,
      shift,
      values: shapeInto(new Float64Array(SPARSE.length), activations[f], slope, shift),
    })),
  ),
);

/** Every second place of the grid is enough to find it. */
const SPARSE = GRID.filter((_, k) => k % 2 === 0);
const scratch = new Float64Array(SPARSE.length);

function shapeInto(out: Float64Array, f: (x: number) => number, slope: number, shift: number) {
  for (let k = 0; k < out.length; k++) out[k] = f(slope * SPARSE[k]! + shift);
  return out;
}

/** The single step with the least mean square distance from values on the grid: searched coarsely, then ever finer. */
function nearestStep(f: Activation, wanted: Float64Array): Single {
  const target = wanted.filter((_, k) => k % 2 === 0);
  const all = dot(target, target);
  let [slope, shift, left] = [0, 0, Infinity];
  const miss = (values: Float64Array) => {
    const along = dot(values, target);
    return all - (along === 0 ? 0 : (along * along) / dot(values, values));
  };
  for (const one of shapes(f)) {
    const now = miss(one.values);
    if (now < left) [slope, shift, left] = [one.slope, one.shift, now];
  }
  const of = activations[f];
  for (let [ds, dc] = [0.2, 0.5], n = 0; n < 45 && left > 1e-28; n++) {
    const [slope0, shift0, before] = [slope, shift, left];
    for (const [x, y] of AROUND) {
      const [s, c] = [slope0 + x * ds * (1 + Math.abs(slope0)), shift0 + y * dc];
      const now = miss(shapeInto(scratch, of, s, c));
      if (now < left) [slope, shift, left] = [s, c, now];
    }
    if (left === before) [ds, dc] = [ds / 2.2, dc / 2.2];
  }
  const values = shapeInto(scratch, of, slope, shift);
  const size = dot(values, values);
  return { slope, shift, gate: size === 0 ? 0 : dot(values, target) / size };
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < x.length; k++) sum += x[k]! * y[k]!;
  return sum;
}

const AROUND = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [-1, -1],
  [1, -1],
  [-1, 1],
] as const;
