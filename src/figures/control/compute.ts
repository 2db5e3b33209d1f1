import { designOf, radius, type Design } from "./design.ts";
import { runLoop, type Loop } from "./loop.ts";
import type { Setting } from "./params.ts";
import { plantOf, type Plant } from "./plant.ts";
import { DEGREE } from "./setting.ts";

/** Beyond this a foretold state is no longer worth a curve. */
const MEANT = 1e6;

export interface Run extends Design, Loop {
  readonly plant: Plant;
  readonly n: number;
  /** What A + B K alone foretells, about the goal; without rail, ground and limits; ends where it is beyond all meaning. */
  readonly linear: Float64Array;
  /** Σ hᵀQh + r u² about the goal, until the end. */
  readonly cost: number;
  /** Steps from the last push, or the start, until all stays near the goal; ∞ where it does not. */
  readonly settled: number;
}

/** One experiment: the design from the linear model, the run on the real plant, and what is to be said of it. */
export function run(v: Setting): Run {
  const real = plantOf(v);
  const plant = real.model;
  const design = designOf(plant, v);
  const loop = runLoop(real, design, v);
  const n = plant.goal.length;
  return {
    ...design,
    ...loop,
    plant,
    n,
    linear: foretell(plant, design, loop),
    cost: costOf(plant, design, loop),
    settled: settledOf(plant, loop),
  };
}

/** h_{t+1} = (A + B K) h_t + B v_t, about the goal, and what a poke at the tip adds. */
function foretell(plant: Plant, { closed }: Design, loop: Loop): Float64Array {
  const { A, B, tip, start, goal } = plant;
  const n = A.rows;
  const out = new Float64Array(loop.L * n).fill(NaN);
  let h = start.map((x, i) => x - goal[i]!);
  for (let t = 0; t < loop.L; t++) {
    if (!h.every((x) => Math.abs(x) < MEANT)) break;
    for (let i = 0; i < n; i++) out[t * n + i] = h[i]! + goal[i]!;
    const next = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      next[i] = B.data[i]! * loop.v[t]! + tip.data[i]! * loop.poke[t]!;
      for (let j = 0; j < n; j++) next[i]! += closed.data[i * n + j]! * h[j]!;
    }
    h = next;
  }
  return out;
}

function costOf({ goal, hold }: Plant, { Q, r }: Design, loop: Loop): number {
  const n = goal.length;
  let cost = 0;
  for (let t = 0; t < loop.L && !(loop.fell && t >= loop.fell.at); t++) {
    for (let i = 0; i < n; i++) cost += Q.data[i * n + i]! * (loop.h[t * n + i]! - goal[i]!) ** 2;
    cost += r * (loop.u[t]! - hold) ** 2;
  }
  return cost;
}

/** Near the goal: within 5 cm and 1 degree, or half a degree of the tank. */
function settledOf({ goal }: Plant, loop: Loop): number {
  if (loop.fell) return Infinity;
  const n = goal.length;
  const near = (t: number) =>
    n === 1
      ? Math.abs(loop.h[t]! - goal[0]!) <= 0.5
      : Math.abs(loop.h[t * n]! - goal[0]!) <= 0.05 && Math.abs(loop.h[t * n + 2]!) <= DEGREE;
  let last = loop.L - 1;
  if (!near(last)) return Infinity;
  while (last > 0 && near(last - 1)) last--;
  let pushed = 0;
  for (let t = 0; t < loop.L - 1; t++) if (loop.poke[t] || loop.v[t]) pushed = t;
  return Math.max(0, last - pushed);
}

/** Whether the closed loop forgets: the spectral radius of A + B K. */
export const spread = (r: Pick<Run, "poles">) => radius(r.poles);

/** The largest of |state i − goal| over the run. */
export function farthest(r: Run, i: number): number {
  let most = 0;
  for (let t = 0; t < r.L; t++) {
    const x = Math.abs(r.h[t * r.n + i]! - r.plant.goal[i]!);
    if (x > most) most = x;
  }
  return most;
}
