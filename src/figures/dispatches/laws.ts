import { fusedForward } from "../../gpu/traffic.ts";
import { selectiveScanChunked } from "../../models/s6Chunked.ts";
import type { Run } from "./compute.ts";
import type { Row } from "./walks.ts";

const near = (x: number, y: number) => Math.abs(x - y) <= 1e-12 * Math.max(1, Math.abs(x));

const written = ({ steps }: Run, row: Row) =>
  steps.flatMap(({ moves }) => moves.filter((m) => m.row === row && m.way === "write"));

/** What K3 writes is the recurrence, token by token, and what the model's scan in chunks gives. */
export function sameOutputs(r: Run): boolean {
  const { c } = r.at;
  const out = written(r, "y");
  const one = Float64Array.of(1);
  const ones = new Float64Array(r.y.length).fill(1);
  const input = {
    L: r.y.length,
    channels: 1,
    states: 1,
    u: Float64Array.from(r.u),
    delta: Float64Array.from(r.delta),
    A: one.map(() => -Math.LN2),
    B: ones,
    C: ones,
    D: new Float64Array(1),
  };
  const model = selectiveScanChunked(input, { chunk: c }).y;
  return (
    out.length === r.y.length &&
    out.every(({ at, value }) => near(r.y[at]!, value) && near(model[at]!, value))
  );
}

/** What K2 leaves for chunk k is the state of the recurrence at the end of chunk k − 1. */
export function entersRight(r: Run): boolean {
  const { c } = r.at;
  const left = written(r, "state").slice(r.chunks - 1);
  return (
    left.length === r.chunks - 1 && left.every(({ at, value }) => near(r.y[at * c - 1]!, value))
  );
}

/** So many channels and states that K2 walks the ends of few chunks in one piece. */
const WIDE = { channels: 64, states: 16 };

/** Numbers that each dispatch reads and writes in each row are the engine's bytes, shared among its states and channels. */
export function movesAreTraffic({ at: { c }, steps, delta, chunks }: Run): boolean {
  const sizes = { batch: 1, L: delta.length, ...WIDE };
  const each = { u: WIDE.channels, delta: WIDE.channels, y: WIDE.channels, time: WIDE.channels };
  const width = { ...each, state: WIDE.channels * WIDE.states };
  return fusedForward(sizes, Math.min(c, delta.length)).every(({ name, uses }) => {
    const dispatch = chunks === 1 ? 3 : Number(name[1]);
    const moves = steps.filter((s) => s.dispatch === dispatch).flatMap((s) => s.moves);
    const count = (row: string, way: string) =>
      4 * moves.filter((m) => m.row === row && m.way === way).length;
    return uses.every(({ tensor, read, written: out }) => {
      const share = width[tensor as keyof typeof width];
      if (share === undefined) return true; // A, B and C are not drawn
      return count(tensor, "read") * share === read && count(tensor, "write") * share === out;
    });
  });
}

/** The small scan takes 2c steps and one for each chunk but the first; one chunk alone, one for each token. */
export const stepsAdd = ({ at: { c }, steps, delta, chunks }: Run): boolean =>
  steps.length === (chunks === 1 ? delta.length : 2 * c + chunks - 1);

/** Every row of the layer's chunks has its workgroups: K3 one for each chunk, K1 one fewer. */
export function groupsFit({ at: { L, chunk }, counted }: Run): boolean {
  const chunks = Math.ceil(L / Math.min(chunk, L));
  const [first, , last] = counted;
  if (chunks === 1) return counted.length === 1 && first!.groups[1] === 1;
  return first!.groups[1] === chunks - 1 && last!.groups[1] === chunks;
}

/** K1 and K3 walk a chunk each: what is more than two chunks is K2's. */
export const chainAdds = ({ at: { L }, chains }: Run): boolean =>
  chains.every(({ c, all, carry }) => all - carry === (c < L ? 2 * c : L));
