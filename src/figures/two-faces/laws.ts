import { chunksOf, type Run, sums } from "./compute.ts";
import type { Setting } from "./params.ts";
import { ssdCost } from "../../models/ssdCost.ts";

/** Recurrence, matrix and chunks give one output, up to rounding of the terms that it is made of. */
export const oneOutput = ({ gap, size }: Run): boolean => gap <= 1e-12 * Math.max(1, size);

/** A block below the diagonal is a product of a matrix with N columns and one with N rows. */
export const lowRank = ({ blocks }: Run, { N }: Setting): boolean =>
  blocks.every(({ rank }) => rank <= N);

/** Each weight is the score times the decays, and nothing comes from later tokens. */
export function decaysBetween({ M, dots, decays, layer }: Run): boolean {
  const T = layer.L;
  return M.data.every((w, k) => {
    const [i, j] = [Math.floor(k / T), k % T];
    if (j > i) return w === 0;
    const decay = layer.a.subarray(j + 1, i + 1).reduce((all, a) => all * a, 1);
    const wanted = decay * dots.data[k]!;
    return (
      Math.abs(decays.data[k]! - decay) <= 1e-14 && Math.abs(w - wanted) <= 1e-12 * Math.abs(wanted)
    );
  });
}

/** What enters a chunk is the state that the recurrence has there. */
export function handsOn({ stages, h, layer: { L } }: Run): boolean {
  const N = h.cols;
  const scale = 1e-12 * h.data.reduce((most, x) => Math.max(most, Math.abs(x)), 1);
  return chunksOf(stages.starts, L).every(([from], c) =>
    stages.entering
      .subarray(c * N, (c + 1) * N)
      .every(
        (x, n) => Math.abs(x - (from === 0 ? 0 : h.data[(from - 1) * N + n]!)) <= scale * L * N,
      ),
  );
}

/** Where all decays are 1 the layer is linear attention: every output is the sum of scores times inputs. */
export function linearAttention({ dots, layer, y, size }: Run, { decay, a }: Setting): boolean {
  if (decay === "token" || (decay === "same" && a < 1)) return true;
  return sums(dots, layer.x).every((x, i) => Math.abs(x - y[i]!) <= 1e-12 * Math.max(1, size));
}

/** For twice the tokens the recurrence costs twice as much, the matrix nearly four times; each further chunk costs the same. */
export function growth(_: Run, { T, states: N, width: P, Q }: Setting): boolean {
  const of = (way: Parameters<typeof ssdCost>[0], tokens: number, chunk = Q) =>
    ssdCost(way, { T: tokens, N, P, Q: chunk }).multiplications;
  const [once, twice] = [of("recurrence", T), of("recurrence", 2 * T)];
  // T(T + 1)/2 pairs: a little less than four times as many.
  const square = of("matrix", 2 * T) / of("matrix", T);
  const whole = Math.ceil(T / Q) * Q;
  const chunks = of("chunked", 2 * whole) - of("chunked", whole);
  return (
    twice === 2 * once &&
    square < 4 &&
    square > 4 - 4 / T &&
    chunks === of("chunked", 3 * whole) - of("chunked", 2 * whole)
  );
}
