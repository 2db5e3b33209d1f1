import { flat } from "../../pairs.ts";
import type { PairMethod } from "../../pairs.ts";
import type { Piece } from "../../submit.ts";
import { levelCode } from "./wgsl.ts";

/**
 * Inclusive prefixes after Hillis & Steele (CACM 29, 1986), unfused: ⌈log₂ n⌉ dispatches, each of which reads and writes
 * every pair.
 */
export const hillisSteele: PairMethod = async (work, { a, b, n, series }) => {
  const elements = n * series;
  const spare = [0, 1].map(() => ({ a: work.empty(elements), b: work.empty(elements) }));
  const pieces: Piece[] = [];
  let from = { a, b };
  for (let gap = 1; gap < n; gap *= 2) {
    const to = spare[pieces.length % 2]!;
    const job = work.uniform([elements, gap * series]);
    pieces.push([
      await work.dispatch(levelCode, [job, from.a, from.b, to.a, to.b], flat(elements)),
    ]);
    from = to;
  }
  return { pieces, ...from, shaders: [{ name: "one level", code: levelCode }] };
};
