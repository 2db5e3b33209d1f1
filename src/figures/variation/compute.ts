import { remnants } from "../../models/variation.ts";
import { discretize, mambaRule, zohDiagonal } from "../../numerics/discretize.ts";
import { fromRows } from "../../numerics/matrix.ts";
import { corners, inputAt, T } from "./input.ts";
import type { Setting } from "./params.ts";

/** Slices of the step, and moments at which the exact state is known. */
export const SLICES = 24;
export const FINE = 96;

export interface Run {
  /** The exact state at FINE + 1 moments from 0 to T, and at the end of the step. */
  readonly exact: Float64Array;
  readonly end: number;
  /** Edges of the slices; what each brings in, and what is left of it at the end of the step. */
  readonly edges: Float64Array;
  readonly brought: Float64Array;
  readonly parts: Float64Array;
  /** The state at the edges, as the step sees it. */
  readonly pile: Float64Array;
  /** Ā, B̄, and the value that stands for the input; the input's ends as the rule reads them. */
  readonly A: number;
  readonly B: number;
  readonly taken: number;
  readonly ends: readonly [number, number];
  /** Where the step ends. */
  readonly h1: number;
}

const even = (n: number, to: number) =>
  Float64Array.from({ length: n + 1 }, (_, i) => (i / n) * to);
/** Moments of the exact state. */
export const moments = even(FINE, T);

/** By slopes, or by the fading of slices. */
export const bySlopes = ({ way }: Pick<Setting, "way">) =>
  way === "euler" || way === "backward" || way === "bilinear";

/** One step of h′ = a h + u from h₀, as the rule sees it and as it is. */
export function run(v: Setting): Run {
  const { a, dt, h0, way } = v;
  const u = (s: number) => inputAt(v, s);
  const ends = readAt(v);
  const taken = (ends[0] + ends[1]) / 2;
  const { A, B } = ruleOf(v);
  const edges = even(SLICES, dt);
  const seen = way === "smooth" ? u : () => taken;
  const brought = remnants({ a: 0, b: 1 }, seen, edges, corners);
  const parts = way === "mamba" ? brought : remnants({ a, b: 1 }, seen, edges, corners);
  const pile = new Float64Array(SLICES + 1).fill(h0);
  let came = 0;
  for (let k = 1; k <= SLICES; k++) {
    came += parts[k - 1]!;
    const faded = way === "mamba" ? 1 : Math.exp(a * (edges[k]! - dt));
    pile[k] = Math.exp(a * edges[k]!) * h0 + faded * came;
  }
  return {
    exact: exactly(v),
    end: Math.exp(a * dt) * h0 + sum(remnants({ a, b: 1 }, u, even(10, dt), corners)),
    edges,
    brought,
    parts,
    pile,
    A,
    B,
    taken,
    ends,
    h1: way === "smooth" ? pile[SLICES]! : A * h0 + B * taken,
  };
}

const sum = (v: ArrayLike<number>) => Array.prototype.reduce.call(v, (s, x) => s + x, 0) as number;

/** Ā and B̄ of the scalar system by the simulator's own rules; the hold's where nothing is assumed. */
export function ruleOf({ way, a, dt }: Pick<Setting, "way" | "a" | "dt">) {
  const one = Float64Array.of(1);
  if (way === "mamba" || way === "smooth" || way === "zoh") {
    const d = (way === "mamba" ? mambaRule : zohDiagonal)(Float64Array.of(a), one, dt);
    return { A: d.A[0]!, B: d.B[0]! };
  }
  const d = discretize(fromRows([[a]]), fromRows([[1]]), dt, way);
  return { A: d.A.data[0]!, B: d.B.data[0]! };
}

/** The input at both ends of the step, as the rule reads it. */
function readAt(v: Setting): [number, number] {
  const [first, last] = [inputAt(v, 0), inputAt(v, v.dt)];
  if (v.reads === "once" || !(v.way === "bilinear" || v.way === "backward")) return [first, first];
  return v.way === "bilinear" ? [first, last] : [last, last];
}

function exactly(v: Setting): Float64Array {
  const left = remnants({ a: v.a, b: 1 }, (s) => inputAt(v, s), moments, corners);
  let came = 0;
  return moments.map((t, i) => {
    if (i > 0) came += left[i - 1]!;
    return Math.exp(v.a * t) * v.h0 + Math.exp(v.a * (t - T)) * came;
  });
}

/** How many slices are there at the playhead, and how far it is on its way. */
export const slicesAt = (t: number) => Math.max(0, Math.min(SLICES, Math.floor(t)));
const far = (t: number) => Math.max(0, Math.min(1, t / SLICES));

/** What the slices so far leave at the end. */
export const cameBy = ({ parts }: Run, t: number) => sum(parts.subarray(0, slicesAt(t)));

/** A rule of slopes at the playhead: the end that is assumed, the rates at both ends, and the end that their area gives. */
export function slopesAt(r: Run, { way, a, dt, h0 }: Setting, t: number) {
  const first = a * h0 + r.ends[0];
  const euler = h0 + dt * first;
  const assumed = way === "euler" ? h0 + far(t) * dt * first : euler + far(t) * (r.h1 - euler);
  const last = a * assumed + r.ends[1];
  const [left, right] =
    way === "euler" ? [first, first] : way === "backward" ? [last, last] : [first, last];
  const width = way === "euler" ? far(t) * dt : dt;
  return { assumed, first, last, left, right, width, gives: h0 + (width * (left + right)) / 2 };
}

/** Where the step stands at the playhead. */
export const standsAt = (r: Run, v: Setting, t: number) =>
  bySlopes(v) ? slopesAt(r, v, t).gives : Math.exp(v.a * v.dt) * v.h0 + cameBy(r, t);
