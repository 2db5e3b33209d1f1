import { functionsAt, weightAt } from "../../models/measures.ts";
import { clockOf, drifting, rowOf, type Run } from "./compute.ts";

/** How c_n changes just now, in the law's own clock, and what it is made of. */
export interface Slope {
  /** B_n u: what comes in at age 0. */
  readonly input: number;
  /** A_nk c_k, one for each number. */
  readonly inner: readonly number[];
  /** Their sum: the law. */
  readonly law: number;
  /** The slope of the projection itself, from the samples: what comes in, what drifts, what leaves the window. */
  readonly truth: number;
  /** What leaves the window, and what the numbers say it is. */
  readonly leaves: number;
  readonly said: number;
}

/** Remembers the last answer of each run: readouts, caption and picture ask the same in one frame. */
const known = new WeakMap<Run, { n: number; t: number; slope: Slope }>();

/** Only the present moment is ever worked out. */
export function slopeOf(r: Run, n: number, at: number): Slope {
  const t = Math.floor(at);
  const last = known.get(r);
  if (last?.n === n && last.t === t) return last.slope;
  const slope = workOut(r, n, t);
  known.set(r, { n, t, slope });
  return slope;
}

function workOut(r: Run, n: number, t: number): Slope {
  const { u, p, A, B } = r;
  const c = rowOf(r.c, r, t);
  const clock = clockOf(r, t);
  const input = B[n]! * u[t]!;
  const inner = Array.from(c, (ck, k) => A.data[n * p.N + k]! * ck);
  const windowed = p.end === 1 && p.shape !== "legs";
  const cells = Math.min(t + 1, windowed ? clock : t + 1);
  let before = drifting(p, 0)[n]!;
  let truth = before * u[t]!;
  for (let j = 0; j < cells; j++) {
    const after = drifting(p, (j + 1) / clock)[n]!;
    truth += u[t - j]! * (after - before);
    before = after;
  }
  const leaves = windowed ? (u[t - clock + 1] ?? 0) : 0;
  if (windowed) truth -= drifting(p, 1)[n]! * leaves;
  const end = functionsAt(p, 1).g;
  const read = c.reduce((sum, ck, k) => sum + ck * end[k]!, 0);
  const said = windowed ? p.reread * read - (p.reread - 1) * u[t]! : 0;
  return {
    input,
    inner,
    law: inner.reduce((sum, x) => sum + x, input),
    truth,
    leaves,
    said,
  };
}

/** What the numbers say of the sample i after sample t. */
export function recalled(r: Run, t: number): { from: number; values: Float64Array } {
  const clock = clockOf(r, t);
  const from = r.p.end === 1 ? Math.max(0, t + 1 - clock) : 0;
  const c = rowOf(r.c, r, t);
  const values = Float64Array.from({ length: t + 1 - from }, (_, i) => {
    const { g } = functionsAt(r.p, (t - from - i + 0.5) / clock);
    return c.reduce((sum, ck, k) => sum + ck * g[k]!, 0);
  });
  return { from, values };
}

/** What there is to hold, ∫ u² under the weight (LagT: without one), and what is held of it, Σc². */
export function energies(r: Run, at: number): { size: number; held: number } {
  const t = Math.floor(at);
  const clock = clockOf(r, t);
  const lags = Math.min(t + 1, r.p.end === 1 ? clock : t + 1);
  let size = 0;
  for (let j = 0; j < lags; j++) size += (r.u[t - j]! ** 2 * massOf(r, j, clock)) / clock;
  return { size, held: rowOf(r.c, r, t).reduce((sum, x) => sum + x * x, 0) };
}

/** The error that is left, as a part of what there is to hold, both counted as above. */
export function missed(r: Run, at: number): number {
  const { size, held } = energies(r, at);
  return size > 0 ? Math.sqrt(Math.max(0, 1 - held / size)) : NaN;
}

/** The weight's mean over the cell of sample j: it is straight there. */
const massOf = ({ p }: Run, j: number, clock: number) => weightAt(p, (j + 0.5) / clock)[0];

/** How far the law on its own is from the projection, as a part of it. */
export function strayed(r: Run, at: number): number {
  const [c, z] = [rowOf(r.c, r, at), rowOf(r.z, r, at)];
  const off = Math.hypot(...c.map((x, n) => x - z[n]!));
  const size = Math.hypot(...c);
  return size > 0 ? off / size : NaN;
}
