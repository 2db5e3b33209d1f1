import { project, remember } from "../../models/hippo.ts";
import { largest, rms, type Run } from "./compute.ts";

/** Long enough to tell, short enough to check at every move of a slider. */
const SHORT = 48;
const short = (r: Run) => r.u.subarray(0, SHORT);
const size = (r: Run) => Math.max(1e-12, largest(short(r)));

const close = (a: Float64Array, b: Float64Array, tolerance: number) =>
  a.every((x, i) => Math.abs(x - b[i]!) <= tolerance);

/** The numbers at the end of a signal held exactly by scaled LegS. */
function held(u: Float64Array, N: number): Float64Array {
  const { data } = remember(u, N, { rule: "exact" });
  return data.subarray(data.length - N);
}

/** The memory of a sum is the sum of the memories, for every measure and rule. */
export function linear(r: Run): boolean {
  const a = short(r);
  const b = a.toReversed();
  const of = (u: Float64Array) =>
    remember(u, r.memory.cols, { ...r, dt: 1 / r.theta, seed: r.seed });
  const parts = [of(a), of(b), of(a.map((x, k) => x + b[k]!))] as const;
  // Where a rule has blown up, it has blown the rounding up as well: from there on nothing is said.
  const scale = size(r);
  const rows = Math.min(...parts.map((m) => m.finite)) * r.memory.cols;
  for (let i = 0; i < rows; i++) {
    const [x, y, sum] = parts.map((m) => m.data[i]! / scale) as [number, number, number];
    if (Math.max(Math.abs(x), Math.abs(y), Math.abs(sum)) > 1e4) return true;
    if (!(Math.abs(sum - x - y) <= 1e-6)) return false;
  }
  return true;
}

/** A constant is c₀ and nothing else. */
export function constantKept(r: Run): boolean {
  const level = r.u[r.u.length - 1]!;
  const N = r.memory.cols;
  const wanted = new Float64Array(N);
  wanted[0] = level;
  return close(held(new Float64Array(SHORT).fill(level), N), wanted, 1e-9 * Math.abs(level));
}

/** Bessel: what the projection holds never exceeds what came in, whatever N; each number takes its share away from the error. */
export function neverWorse(r: Run): boolean {
  let left = rms(r.u) ** 2;
  const slack = 1e-9 * left;
  return project(r.u, r.memory.cols).every((c) => (left -= c * c) >= -slack);
}

export function isProjection(r: Run): boolean {
  const u = short(r);
  return close(held(u, r.memory.cols), project(u, r.memory.cols), 1e-9 * size(r));
}

/** Each sample lasting twice as long changes nothing: no step size enters c' = (A c + B u)/t. */
export function timeless(r: Run): boolean {
  const u = short(r);
  const slow = Float64Array.from({ length: 2 * u.length }, (_, k) => u[k >> 1]!);
  return close(held(slow, r.memory.cols), held(u, r.memory.cols), 1e-9 * size(r));
}
