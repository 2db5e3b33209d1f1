import type { Setting } from "./params.ts";
import { generator } from "../../numerics/random.ts";
import type { Design } from "./design.ts";
import type { Loss, Plant, RealPlant } from "./plant.ts";

/** One run of the loop: L steps, n states, p measurements; entry i of step t at t·n + i. */
export interface Loop {
  readonly L: number;
  readonly h: Float64Array;
  /** What the controller takes for h. */
  readonly hhat: Float64Array;
  readonly z: Float64Array;
  /** The input, and the pushes it does not know of, both in the input's unit; pokes at the tip. */
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly poke: Float64Array;
  /** h within the steps as well: `parts` entries a step. */
  readonly fine: Float64Array;
  /** When, in steps, and how it ended. */
  readonly fell: { readonly at: number; readonly how: Loss } | undefined;
}

/** Where the next estimate comes from: the measurement, and what the controller itself has done. */
interface Observer {
  see(h: Float64Array, z: Float64Array, t: number): void;
  did(input: number): void;
  readonly hhat: Float64Array;
}

/** The noise of all measurements and the gusts, in the order in which a reader of the NumPy script meets them. */
export function drawNoise(plant: Plant, seed: number) {
  const { L } = plant;
  const { normal } = generator(seed);
  const p = plant.C.rows;
  const n = Float64Array.from(
    { length: L * p },
    (_, k) => normal() * plant.spread[k % p]! * plant.noise,
  );
  const gusts = Float64Array.from({ length: L }, () => normal() * plant.gust);
  return { n, gusts };
}

function observerOf(plant: Plant, { gain }: Design, sense: Setting["sense"]): Observer {
  const { A, B, C, goal, hold, dt } = plant;
  const [n, p] = [A.rows, C.rows];
  const hhat = new Float64Array(n);
  if (sense === "full") return { hhat, see: (h) => hhat.set(h), did: () => undefined };
  const places = Array.from({ length: p }, (_, i) => C.data.indexOf(1, i * n) - i * n);
  // #region difference
  /** Measurements as they are; speeds as their difference to the step before. */
  const differences = (_: Float64Array, z: Float64Array, t: number) =>
    places.forEach((at, i) => {
      if (n > 1) hhat[at + 1] = t === 0 ? 0 : (z[i]! - hhat[at]!) / dt;
      hhat[at] = z[i]!;
    });
  // #endregion
  if (sense === "raw" || !gain) return { hhat, see: differences, did: () => undefined };
  const next = new Float64Array(n);
  return {
    hhat,
    // #region estimate
    /** ĥ = ĥ⁻ + gain (z − C ĥ⁻), from the first measurement on. */
    see: (h, z, t) => {
      if (t === 0) return differences(h, z, t);
      next.set(hhat);
      for (let i = 0; i < n; i++)
        for (let j = 0; j < p; j++) hhat[i]! += gain.data[i * p + j]! * (z[j]! - next[places[j]!]!);
    },
    /** ĥ⁻ of the next step: A ĥ + B u about the goal. */
    did: (input) => {
      for (let i = 0; i < n; i++) {
        next[i] = goal[i]! + B.data[i]! * (input - hold);
        for (let j = 0; j < n; j++) next[i]! += A.data[i * n + j]! * (hhat[j]! - goal[j]!);
      }
      hhat.set(next);
    },
    // #endregion
  };
}

/** The real, non-linear plant under u = hold + K (ĥ − goal), cut off at its bounds, until the end or until it is lost. */
export function runLoop(real: RealPlant, design: Design, v: Setting): Loop {
  const plant = real.model;
  const { L, goal, hold, low, high, parts, pushed, poked: poke, C } = plant;
  const [n, p] = [goal.length, C.rows];
  const noise = drawNoise(plant, v.seed);
  const run = {
    L,
    h: new Float64Array(L * n),
    hhat: new Float64Array(L * n),
    z: new Float64Array(L * p),
    u: new Float64Array(L),
    v: pushed.map((x, t) => x + noise.gusts[t]!),
    poke,
    fine: new Float64Array(((L - 1) * parts + 1) * n),
  };
  const h = plant.start.slice();
  const z = new Float64Array(p);
  const observer = observerOf(plant, design, v.sense);
  let fell: Loop["fell"];
  for (let t = 0; t < L; t++) {
    for (let i = 0; i < p; i++) z[i] = h[C.data.indexOf(1, i * n) - i * n]! + noise.n[t * p + i]!;
    // #region feedback
    let input = 0;
    if (!fell) {
      observer.see(h, z, t);
      input = hold; // u = hold + K (ĥ − goal), as far as the motor goes
      for (let i = 0; i < n; i++) input += design.K.data[i]! * (observer.hhat[i]! - goal[i]!);
      input = Math.max(low, Math.min(high, input));
    }
    // #endregion
    run.h.set(h, t * n);
    run.hhat.set(observer.hhat, t * n);
    run.z.set(z, t * p);
    run.u[t] = input;
    if (!fell) observer.did(input);
    for (let s = 0; s < parts; s++) {
      run.fine.set(h, (t * parts + s) * n);
      if (t === L - 1) break;
      if (fell) continue;
      real.move(h, input + run.v[t]!, poke[t]!);
      const how = real.lost(h);
      if (how) fell = { at: t + (s + 1) / parts, how };
    }
  }
  return { ...run, fell };
}
