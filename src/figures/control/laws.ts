import { riccatiResidual, steadyFilter } from "../../models/kalman/steadyState.ts";
import { characteristic } from "../../numerics/eigenSmall.ts";
import {
  add,
  block,
  multiply,
  normFro,
  scale,
  subtract,
  transpose,
} from "../../numerics/linalg.ts";
import { identity, type Matrix } from "../../numerics/matrix.ts";
import { determinant } from "../../numerics/solve.ts";
import { spread, type Run } from "./compute.ts";
import { noiseOf, polesOf } from "./design.ts";
import type { Setting } from "./params.ts";
import { plantOf } from "./plant.ts";

/** The coefficients of Π (z − pole), from z⁰ up. */
function product({ re, im }: Run["poles"]): Float64Array {
  let real = Float64Array.of(1);
  let imaginary = Float64Array.of(0);
  re.forEach((a, k) => {
    const b = im[k]!;
    const longer = (x: Float64Array) => Float64Array.from([0, ...x]);
    const [r, i] = [longer(real), longer(imaginary)];
    real.forEach((x, j) => {
      r[j]! -= a * x - b * imaginary[j]!;
      i[j]! -= a * imaginary[j]! + b * x;
    });
    [real, imaginary] = [r, i];
  });
  return real;
}

const size = (v: Float64Array) => v.reduce((most, x) => Math.max(most, Math.abs(x)), 1);

/** det(zI − A − BK) = Π (z − pole), coefficient by coefficient. */
export function polesAreThere(r: Run, v: Setting): boolean {
  const wanted = product(v.design === "poles" ? polesOf(v) : r.poles);
  const got = characteristic(r.closed);
  // Where poles coincide, finding them costs digits; setting them does not.
  const limit = (v.design === "poles" ? 1e-7 : 1e-6) * size(wanted);
  return got.every((x, k) => Math.abs(x - wanted[k]!) <= limit);
}

/** Gelfand: ‖Mᵏ‖^{1/k} tends to the largest |pole|; so Mᵏ dies away exactly when that is below 1. */
export function diesAway(r: Run): boolean {
  let M = r.closed;
  let log = 0; // of what has been divided out, per step
  for (let k = 0; k < 40; k++) {
    const norm = normFro(M);
    if (norm === 0) return spread(r) < 1;
    log += Math.log(norm) / 2 ** k;
    M = scale(M, 1 / norm);
    M = multiply(M, M);
  }
  const largest = spread(r);
  return Math.abs(largest - 1) < 1e-4 || log < 0 === largest < 1;
}

/** z − M, its determinant. */
const at = (M: Matrix, z: number) => determinant(subtract(scale(identity(M.rows), z), M));

/** Plant and filter together, [h, ĥ]: their poles are those of A + B K and those of the filter's error. */
export function separate(r: Run): boolean {
  const { A, B, C } = r.plant;
  const { gain: G, closedLoop } = steadyFilter(noiseOf(r.plant));
  const BK = multiply(B, r.K);
  const GC = multiply(G, C);
  const left = subtract(identity(r.n), GC);
  const both = block([
    [A, BK],
    [multiply(GC, A), add(multiply(left, r.closed), multiply(GC, BK))],
  ]);
  return [3, -3, 5].every((z) => {
    const wanted = at(r.closed, z) * at(closedLoop, z);
    return Math.abs(at(both, z) - wanted) <= 1e-6 * Math.abs(wanted);
  });
}

export function riccati(r: Run): boolean {
  if (!r.P) return true;
  const { A, B } = r.plant;
  const R = { rows: 1, cols: 1, data: Float64Array.of(r.r) };
  return riccatiResidual({ A: transpose(A), C: transpose(B), Q: r.Q, R }, r.P) < 1e-9;
}

/** A small deviation moves on in a step as A and B say, one state and one input at a time. */
export function nearlyLinear({ n }: Run, v: Setting): boolean {
  const { model: plant, move } = plantOf(v);
  const { A, B, goal, hold, parts } = plant;
  const tiny = 1e-5;
  const step = (i: number) => {
    const h = goal.slice();
    if (i < n) h[i]! += tiny;
    for (let s = 0; s < parts; s++) move(h, hold + (i === n ? tiny : 0), 0);
    return h.map((x, k) => (x - goal[k]!) / tiny);
  };
  const scale = normFro(A) + normFro(B);
  return Array.from({ length: n + 1 }, (_, i) => step(i)).every((got, i) =>
    got.every((x, k) => {
      const wanted = i < n ? A.data[k * n + i]! : B.data[k]!;
      return Math.abs(x - wanted) <= 1e-5 * scale;
    }),
  );
}

/** No input beyond the motor, no state beyond number, and once lost nothing moves any more. */
export function withinBounds({ plant, u, h, n, L, fell }: Run): boolean {
  const kept = u.every((x, t) => {
    const off = fell !== undefined && t >= fell.at;
    return off ? x === 0 : x >= plant.low - 1e-12 && x <= plant.high + 1e-12;
  });
  const still = (t: number) =>
    Array.from({ length: n }, (_, i) => h[t * n + i] === h[(L - 1) * n + i]).every(Boolean);
  const after = fell ? Math.ceil(fell.at) : L - 1;
  for (let t = after; t < L; t++) if (!still(t)) return false;
  return kept && h.every(Number.isFinite);
}
