import { keepingBut } from "../../kit/keeping.ts";
import { samples } from "../../kit/signal.ts";
import {
  projection,
  type Projection,
  readOff,
  type ReadOff,
  speed,
  weighing,
} from "../../models/measures.ts";
import { remember } from "../../models/hippo.ts";
import { discretize } from "../../numerics/discretize.ts";
import { CORNERS, type Setting } from "./params.ts";

export interface Run extends Pick<ReadOff, "A" | "B" | "G" | "now"> {
  readonly u: Float64Array;
  readonly p: Projection;
  readonly theta: number;
  /** L×N: the projection of all that has been after each sample, by integration. */
  readonly c: Float64Array;
  /** L×N: what the law alone makes of the input, sample by sample. */
  readonly z: Float64Array;
}

/** Everything but the number that is looked at. */
export const run = keepingBut<Setting, "n", Run>(["n"], (v) => {
  const u = samples(v.input, v.steps);
  const weights = CORNERS.map((w) => v[w]);
  const p = projection(v.measure, v.N, weights);
  const { A, B, G, now } = readOff(p);
  const r = { u, p, theta: v.theta, A, B, G, now };
  return { ...r, c: v.measure === "legs" ? byMoments(u, v.N) : byAges(r), z: byLaw(r) };
});

/** What one step of time is in the law's own clock: all that has been, or the window. */
export const clockOf = ({ p, theta }: Pick<Run, "p" | "theta">, t: number) =>
  p.shape === "legs" ? Math.floor(t) + 1 : theta;

/** LegS: c_n = ∫₀¹ u(ξt) φ_n(ξ) dξ from the moments ∫ u xᵏ dx, which grow with every sample. */
function byMoments(u: Float64Array, N: number): Float64Array {
  const rows = legendreRows(N);
  const moments = new Float64Array(N);
  const c = new Float64Array(u.length * N);
  const L = u.length;
  for (let t = 0; t < L; t++) {
    const [a, b] = [t / L, (t + 1) / L];
    for (let k = 0; k < N; k++) moments[k]! += (u[t]! * (b ** (k + 1) - a ** (k + 1))) / (k + 1);
    for (let n = 0; n < N; n++)
      for (let k = 0; k <= n; k++) c[t * N + n]! += (rows[n]![k]! * moments[k]!) / b ** (k + 1);
  }
  return c;
}

/** Row n: the coefficients of √(2n+1) P_n(2x − 1), lowest first. */
function legendreRows(N: number): number[][] {
  return Array.from({ length: N }, (_, n) => {
    let term = (-1) ** n * Math.sqrt(2 * n + 1);
    return Array.from({ length: n + 1 }, (__, k) => {
      const now = term;
      term *= -((n + k + 1) * (n - k)) / (k + 1) ** 2;
      return now;
    });
  });
}

/** The others: every sample with the weight of its age, which is the same at every moment. */
function byAges({ u, p, theta }: Pick<Run, "u" | "p" | "theta">): Float64Array {
  const [L, N] = [u.length, p.N];
  const lags = Math.min(L, p.end === 1 ? theta : L);
  const cells = new Float64Array(lags * N);
  for (let j = 0; j < lags; j++)
    for (let i = 0; i < NODES.length; i++) {
      const k = weighing(p, (j + NODES[i]![0]) / theta);
      for (let n = 0; n < N; n++) cells[j * N + n]! += (NODES[i]![1] / theta) * k[n]!;
    }
  const c = new Float64Array(L * N);
  for (let t = 0; t < L; t++)
    for (let j = 0; j <= Math.min(t, lags - 1); j++)
      for (let n = 0; n < N; n++) c[t * N + n]! += u[t - j]! * cells[j * N + n]!;
  return c;
}

/** Gauss's five nodes and weights on [0, 1]: a cell is a small part of the window. */
const far = Math.sqrt(5 + 2 * Math.sqrt(10 / 7)) / 6;
const near = Math.sqrt(5 - 2 * Math.sqrt(10 / 7)) / 6;
const root = Math.sqrt(70);
const NODES = [
  [0.5 - far, (322 - 13 * root) / 1800],
  [0.5 - near, (322 + 13 * root) / 1800],
  [0.5, 64 / 225],
  [0.5 + near, (322 + 13 * root) / 1800],
  [0.5 + far, (322 - 13 * root) / 1800],
] as const;

/** The law on its own: the input held over each step, exactly. */
function byLaw({ u, p, theta, A, B }: Omit<Run, "c" | "z">): Float64Array {
  const N = p.N;
  if (p.shape === "legs") return remember(u, N, { rule: "exact" }).data;
  const bar = discretize(A, { rows: N, cols: 1, data: B }, 1 / theta, "zoh");
  const z = new Float64Array(u.length * N);
  for (let t = 0; t < u.length; t++)
    for (let n = 0; n < N; n++) {
      let sum = bar.B.data[n]! * u[t]!;
      if (t > 0) for (let k = 0; k < N; k++) sum += bar.A.data[n * N + k]! * z[(t - 1) * N + k]!;
      z[t * N + n] = sum;
    }
  return z;
}

export const rowOf = (rows: Float64Array, { p: { N } }: Run, t: number) =>
  rows.subarray(Math.floor(t) * N, (Math.floor(t) + 1) * N);

/** The number that is looked at. */
export const chosen = ({ N, n }: Pick<Setting, "N" | "n">) => Math.min(n, N - 1);

/** v(s) k_n(s): what drifts. */
export const drifting = (p: Projection, s: number) => weighing(p, s).map((k) => k * speed(p, s));
