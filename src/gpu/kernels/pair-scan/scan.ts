import { flat } from "../../pairs.ts";
import type { PairMethod } from "../../pairs.ts";
import type { Piece } from "../../submit.ts";
import { carryCode, carrySides, outputCode, reduceCode } from "./wgsl.ts";

/** Pairs that one dispatch walks at most, one after the other: a few milliseconds. */
const DEPTH = 4096;

/**
 * A chunk for n pairs of each series: the walk inside a chunk and the walk over the chunks grow against each other, so the
 * best is near √n / 8 (measured on an H200 for n from 2⁸ to 2²² and 1 to 1,024 series).
 */
export function pairChunk(n: number): number {
  return Math.max(16, 2 ** Math.round(Math.log2(Math.sqrt(n) / 8)));
}

/**
 * Inclusive prefixes by chunks (reduce-then-scan: Merrill & Garland, NVR-2016-002, §2): reduce each chunk, carry from
 * chunk to chunk, scan each chunk from its carry. Portable: no dispatch waits for another workgroup. With one chunk it is
 * the plain loop, one thread for each series.
 */
export const chunked =
  (chunk: number): PairMethod =>
  async (work, { a, b, n, series }) => {
    const size = Math.min(chunk, n);
    const chunks = Math.ceil(n / size);
    const [carryA, carryB] = [work.empty(chunks * series), work.empty(chunks * series)];
    const out = { a: work.empty(n * series), b: work.empty(n * series) };
    const job = (begin: number) => work.uniform([n, series, size, chunks, begin, begin + DEPTH]);
    const pieces: Piece[] = [];
    const reduced = chunks > 1 ? size : 0;
    for (let begin = 0; begin < reduced; begin += DEPTH) {
      const buffers = [job(begin), a, b, carryA, carryB];
      pieces.push([await work.dispatch(reduceCode, buffers, flat((chunks - 1) * series))]);
    }
    if (chunks > 1) {
      const groups = Math.ceil(series / carrySides(series).side);
      const code = carryCode(series);
      pieces.push([await work.dispatch(code, [job(0), carryA, carryB], [groups, 1, 1])]);
    }
    for (let begin = 0; begin < size; begin += DEPTH) {
      const buffers = [job(begin), a, b, carryA, carryB, out.a, out.b];
      pieces.push([await work.dispatch(outputCode, buffers, flat(chunks * series))]);
    }
    const output = { name: "K3 output", code: outputCode };
    const shaders =
      chunks === 1
        ? [{ ...output, name: "one thread a series" }]
        : [
            { name: "K1 reduce", code: reduceCode },
            { name: "K2 carry", code: carryCode(series) },
            output,
          ];
    return { pieces, ...out, shaders };
  };
