import { discretize, ruleNames, type RuleName } from "../../numerics/discretize.ts";
import { legs } from "../../numerics/hippo.ts";
import { fromRows, type Matrix } from "../../numerics/matrix.ts";
import type { Setting } from "./params.ts";

/** Steps shown. */
export const STEPS = 40;

export interface Walk {
  readonly Abar: Matrix;
  /** The first two states after each step, and how long the whole state is, of 1 at the start. */
  readonly h: readonly (readonly [number, number])[];
  readonly size: Float64Array;
  /** What Ā keeps of the state of each pole of A: a pair's real and imaginary part; of LegS one real number each. */
  readonly poles: Float64Array;
}

export interface Run {
  readonly A: Matrix;
  readonly B: Matrix;
  readonly rules: Readonly<Record<RuleName, Walk>>;
}

/** One matrix, left to itself, through every rule. LegS begins with what an impulse leaves, B. */
export function run(v: Setting): Run {
  const { A, B } = systemOf(v);
  const rules = Object.fromEntries(ruleNames.map((rule) => [rule, walk(A, B, v, rule)]));
  return { A, B, rules: rules as Record<RuleName, Walk> };
}

/** [[a, −ω], [ω, a]] and its first state, or LegS. */
export function systemOf({ system, a, w, N }: Setting): { A: Matrix; B: Matrix } {
  if (system === "spring") {
    const A = fromRows([
      [a, -w],
      [w, a],
    ]);
    return { A, B: fromRows([[1], [0]]) };
  }
  const { A, B } = legs(N);
  return { A, B: { rows: N, cols: 1, data: B } };
}

function walk(A: Matrix, B: Matrix, { dt, system }: Setting, rule: RuleName): Walk {
  const Abar = discretize(A, B, dt, rule).A;
  const n = A.rows;
  const start = Math.hypot(...B.data);
  let h = B.data.map((x) => x / start);
  const path: [number, number][] = [];
  const size = new Float64Array(STEPS + 1);
  for (let k = 0; k <= STEPS; k++) {
    path.push([h[0]!, h[1]!]);
    size[k] = Math.hypot(...h);
    const next = new Float64Array(n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) next[i]! += Abar.data[i * n + j]! * h[j]!;
    h = next;
  }
  const poles =
    system === "spring"
      ? Float64Array.of(Abar.data[0]!, Abar.data[2]!)
      : Float64Array.from({ length: n }, (_, i) => Abar.data[i * n + i]!);
  return { Abar, h: path, size, poles };
}

/** What a rule makes of a real pole: x is λΔ. */
export const keeps: Readonly<Record<RuleName, (x: number) => number>> = {
  zoh: Math.exp,
  bilinear: (x) => (1 + x / 2) / (1 - x / 2),
  euler: (x) => 1 + x,
  backward: (x) => 1 / (1 - x),
};

/** The size of the largest pole: above 1 the steps grow. */
export const radius = ({ poles }: Walk, { system }: Pick<Setting, "system">): number =>
  system === "spring"
    ? Math.hypot(poles[0]!, poles[1]!)
    : poles.reduce((most, z) => Math.max(most, Math.abs(z)), 0);

/** The pole of LegS that is farthest left, and where it lands. */
export const lowest = ({ poles }: Walk): number => poles.reduce((low, z) => Math.min(low, z), 1);

/** The turn of a step, in degrees from 0 to 360. */
export const turn = ({ poles: [re, im] }: Walk): number =>
  ((Math.atan2(im!, re!) * 180) / Math.PI + 360) % 360;

/** How long the state is at a moment of the exact system: between two steps, too. */
export const shownStep = (t: number) => Math.max(0, Math.min(STEPS, Math.floor(t)));
