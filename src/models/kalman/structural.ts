import { count, fail, finite } from "../../numerics/check.ts";
import { identity, type Matrix, zeros } from "../../numerics/matrix.ts";
import type { KalmanModel } from "./model.ts";

/** The parts of a structural time series model; all variances ≥ 0. */
export interface StructuralParts {
  /** Variance of the measurement noise. */
  irregular: number;
  /** Variance of the level's steps. */
  level: number;
  /** Variance of the slope's steps; left out, there is no slope. */
  slope?: number;
  /** A pattern that repeats every `period` steps and changes with `variance`. */
  seasonal?: Seasonal;
}

/**
 * "dummy": the effects of one period sum to a noise (Durbin & Koopman 2012, eq. 3.3); "trigonometric": each harmonic is a
 * rotation with noise of its own (eq. 3.7).
 */
export interface Seasonal {
  period: number;
  variance: number;
  form?: "dummy" | "trigonometric";
}

/**
 * A structural model: y = level + seasonal + irregular, states [level, slope?, seasonal…], every one unknown at the start
 * (exact diffuse). Throws on a negative variance or a period below 2. Source: Durbin & Koopman 2012, §3.2.
 */
export function structural({ irregular, level, slope, seasonal }: StructuralParts): KalmanModel {
  const blocks = [trendBlock(variance("level", level), slope)];
  if (seasonal) blocks.push(seasonalBlock(seasonal));
  const n = blocks.reduce((sum, { T }) => sum + T.length, 0);
  const [A, C, Q] = [zeros(n, n), zeros(1, n), zeros(n, n)];
  let at = 0;
  for (const { T, z, q } of blocks) {
    T.forEach((row, i) => A.data.set(row, (at + i) * n + at));
    C.data.set(z, at);
    q.forEach((x, i) => (Q.data[(at + i) * (n + 1)] = x));
    at += T.length;
  }
  const R: Matrix = { rows: 1, cols: 1, data: Float64Array.of(variance("irregular", irregular)) };
  return { A, C, Q, R, m0: new Float64Array(n), P0: zeros(n, n), diffuse: identity(n) };
}

/** The local level model, y_t = μ_t + ε_t, μ_{t+1} = μ_t + η_t, with a diffuse start. (Durbin & Koopman 2012, ch. 2.) */
export function localLevel(variances: { irregular: number; level: number }): KalmanModel {
  return structural({ irregular: variances.irregular, level: variances.level });
}

/** The local linear trend model, a level that grows by a slope and both wander. (Durbin & Koopman 2012, eq. 3.2.) */
export function localLinearTrend(variances: {
  irregular: number;
  level: number;
  slope: number;
}): KalmanModel {
  const { irregular, level, slope } = variances;
  return structural({ irregular, level, slope });
}

/** One component: its transition rows, its part of C, the diagonal of its Q. */
interface Block {
  T: number[][];
  z: number[];
  q: number[];
}

function trendBlock(level: number, slope: number | undefined): Block {
  if (slope === undefined) return { T: [[1]], z: [1], q: [level] };
  const T = [
    [1, 1],
    [0, 1],
  ];
  return { T, z: [1, 0], q: [level, variance("slope", slope)] };
}

function seasonalBlock({ period: s, variance: v, form = "dummy" }: Seasonal): Block {
  count("seasonal.period", s, 2);
  variance("seasonal.variance", v);
  if (form === "dummy") {
    const T = Array.from({ length: s - 1 }, (_, i) =>
      Array.from({ length: s - 1 }, (_, j) => (i === 0 ? -1 : +(j === i - 1))),
    );
    return { T, z: T.map((_, i) => +(i === 0)), q: T.map((_, i) => (i === 0 ? v : 0)) };
  }
  if (form !== "trigonometric") fail("seasonal.form", '"dummy" or "trigonometric"', form);
  const T = Array.from({ length: s - 1 }, (_, i) =>
    Array.from({ length: s - 1 }, (_, j) => rotationEntry(i, j, s)),
  );
  return { T, z: T.map((_, i) => +(i % 2 === 0)), q: T.map(() => v) };
}

/** States 2j − 2 and 2j − 1 turn by 2πj/s; for an even period the last harmonic is the single state −1. */
function rotationEntry(i: number, j: number, s: number): number {
  const harmonic = (i >> 1) + 1;
  if (i >> 1 !== j >> 1) return 0;
  if (2 * harmonic === s) return -1;
  const angle = (2 * Math.PI * harmonic) / s;
  if (i === j) return Math.cos(angle);
  return i < j ? Math.sin(angle) : -Math.sin(angle);
}

function variance(name: string, x: number): number {
  return finite(name, x) >= 0 ? x : fail(name, "a variance of at least 0", x);
}
