import { projection, readOff, type Projection, type ReadOff } from "../../models/measures.ts";
import { fout, type Hippo, lagt, legs, legt, lmu } from "../../numerics/hippo.ts";
import type { Setting } from "./params.ts";

export interface Run extends ReadOff {
  readonly p: Projection;
  /** The closed form. */
  readonly closed: Hippo;
}

const closed = { legs, legt, lmu, lagt, fout };

export function run({ measure, N }: Setting): Run {
  const p = projection(measure, N);
  return { ...readOff(p), p, closed: closed[measure](N) };
}

export interface Cell {
  readonly n: number;
  readonly k: number;
}

/** The entry that the playhead has come to: they are read row by row. */
export const cellAt = ({ p: { N } }: Run, t: number): Cell => {
  const i = Math.min(N * N - 1, Math.floor(t));
  return { n: Math.floor(i / N), k: i % N };
};

/** One entry, and what it is made of. */
export function entryOf(r: Run, { n, k }: Cell) {
  const i = n * r.p.N + k;
  const closed = r.closed.A.data[i]!;
  return {
    value: clean(r, r.A.data[i]!),
    closed,
    apart: Math.abs(r.A.data[i]! - closed),
    drift: clean(r, r.drift.data[i]!),
    lost: clean(r, r.lost.data[i]!),
    input: clean(r, r.B[n]!),
    now: r.now[k]!,
    G: clean(r, r.G.data[i]!),
  };
}

/** What integration leaves of a zero is rounding. */
export function clean({ A }: Run, x: number): number {
  const most = A.data.reduce((m, y) => Math.max(m, Math.abs(y)), 0);
  return Math.abs(x) < 1e-13 * A.data.length * most ? 0 : x;
}

/** The oldest age that a picture shows. */
export const oldest = ({ p: { end } }: Run) => (end === 1 ? 1 : 8);
