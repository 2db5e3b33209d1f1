import { remember, type Measure } from "../../models/hippo.ts";
import { samples } from "../../kit/signal.ts";
import type { Setting } from "./params.ts";

/** One memory over the whole signal: row t its N numbers once step t of the signal is over. */
export type Rows = Float64Array;

export interface Run {
  readonly u: Float64Array;
  /** Samples a step of the signal lasts at normal speed and as it is played. */
  readonly normal: number;
  readonly played: number;
  /** The speed that whole numbers of samples allow. */
  readonly speed: number;
  readonly legs: { readonly normal: Rows; readonly played: Rows };
  readonly legt: { readonly normal: Rows; readonly played: Rows };
}

/** The most samples that the signal may have at normal speed. */
const MOST_SAMPLES = 1536;

/** The signal held for `m` samples a step. */
export const held = (u: Float64Array, m: number) =>
  Float64Array.from({ length: u.length * m }, (_, k) => u[Math.floor(k / m)]!);

export interface Memory {
  readonly N: number;
  readonly rule: Setting["rule"];
  /** Length of a sample in windows, where the measure has one. */
  readonly dt?: number;
}

/** Feeds the held signal to a memory and keeps its numbers at the end of each step. */
export function memory(u: Float64Array, m: number, measure: Measure, how: Memory): Rows {
  const rule = how.rule === "exact" && measure !== "legs" ? "zoh" : how.rule;
  const { data } = remember(held(u, m), how.N, {
    measure,
    rule,
    ...(how.dt ? { dt: how.dt } : {}),
  });
  const rows = new Float64Array(u.length * how.N);
  for (let t = 0; t < u.length; t++) {
    const at = ((t + 1) * m - 1) * how.N;
    rows.set(data.subarray(at, at + how.N), t * how.N);
  }
  return rows;
}

export function run(v: Setting): Run {
  const u = samples(v.input, v.steps);
  const normal = Math.max(1, Math.min(v.rate, Math.floor(MOST_SAMPLES / u.length)));
  const played = Math.max(1, Math.round(normal / v.speed));
  const how = { N: v.N, rule: v.rule };
  const window = { ...how, dt: 1 / (v.theta * normal) };
  const both = (measure: Measure, how: Memory) => ({
    normal: memory(u, normal, measure, how),
    played: memory(u, played, measure, how),
  });
  return {
    u,
    normal,
    played,
    speed: normal / played,
    legs: both("legs", how),
    legt: both("legt", window),
  };
}

/** The numbers after step t of the signal. */
export function at(rows: Rows, { u }: Run, t: number): Float64Array {
  const N = rows.length / u.length;
  const row = Math.min(u.length - 1, Math.floor(t));
  return rows.subarray(row * N, (row + 1) * N);
}

/** ‖played − normal‖ / ‖normal‖ after step t; no number where nothing has come in. */
export function change(r: Run, { normal, played }: Run["legs"], t: number): number {
  const [a, b] = [at(normal, r, t), at(played, r, t)];
  let [off, size] = [0, 0];
  a.forEach((x, n) => {
    off += (b[n]! - x) ** 2;
    size += x * x;
  });
  return size === 0 ? NaN : Math.sqrt(off / size);
}
