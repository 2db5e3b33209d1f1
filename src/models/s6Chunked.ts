import { count, fail } from "../numerics/check.ts";
import { scanPairs } from "../numerics/scanPairs.ts";
import { finiteOutput, ready, startState } from "./s6.ts";
import type { S6Input, S6Options, S6Output } from "./s6.ts";
import { advance } from "./s6Kernel.ts";
import type { S6Ready } from "./s6Kernel.ts";

/**
 * `selectiveScan` in the three passes of a GPU (reduce-then-scan, GPU.md): every chunk from zero, a pair scan over the
 * chunks for what enters each, every chunk again from its carry. All chunks of a pass are independent. A chunk's decay
 * is e^{A ΣΔ}, since A does not change. Equals `selectiveScan` to rounding for any chunk; throws as it, and on chunk < 1.
 */
export function selectiveScanChunked(
  input: S6Input,
  { chunk, ...options }: S6Options & { readonly chunk: number },
): S6Output {
  const s = ready(input, options);
  const size = Math.min(count("chunk", chunk), s.L);
  const chunks = Math.ceil(s.L / size);
  const start = startState(s, options.h0);
  const width = start.length;
  const y = new Float64Array(s.L * s.channels);
  // #region chunked
  const ends = new Float64Array(chunks * width); // 1. each chunk from h = 0
  for (let k = 0; k < chunks - 1; k++)
    advance(s, ends.subarray(k * width, (k + 1) * width), y, k * size, (k + 1) * size);

  const carries = carry(s, ends, start, size, chunks); // 2. what enters each chunk

  for (let k = 0; k < chunks; k++) {
    // 3. each chunk again, from its carry
    const h = carries.subarray(k * width, (k + 1) * width);
    advance(s, h, y, k * size, Math.min((k + 1) * size, s.L));
  }
  // #endregion
  return finiteOutput({ y, last: carries.slice((chunks - 1) * width) });
}

/** The state that enters each chunk (chunks × channels × states), by one pair scan per channel and state. */
function carry(
  s: S6Ready,
  ends: Float64Array,
  start: Float64Array,
  size: number,
  chunks: number,
): Float64Array {
  const width = start.length;
  const times = new Float64Array(chunks * s.channels);
  for (let t = 0; t < s.L; t++) {
    const k = Math.floor(t / size) * s.channels;
    for (let e = 0; e < s.channels; e++) times[k + e]! += s.delta[t * s.channels + e]!;
  }
  const carries = new Float64Array(chunks * width);
  carries.set(start);
  if (chunks === 1) return carries;
  const a = new Float64Array(chunks - 1);
  const b = new Float64Array(chunks - 1);
  for (let i = 0; i < width; i++) {
    const e = Math.floor(i / s.states);
    for (let k = 0; k < chunks - 1; k++) {
      a[k] = Math.exp(s.A[i]! * times[k * s.channels + e]!);
      b[k] = ends[k * width + i]!;
      if (!Number.isFinite(a[k]! + b[k]!))
        fail(`the state after chunk ${k}`, "finite (it overflowed: A > 0?)", `(${a[k]}, ${b[k]})`);
    }
    scanPairs(a, b, { into: { a, b } });
    for (let k = 1; k < chunks; k++) carries[k * width + i] = a[k - 1]! * start[i]! + b[k - 1]!;
  }
  return carries;
}
