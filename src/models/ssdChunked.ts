import { count } from "../numerics/check.ts";
import { check, dot, finiteValues, type Ssd } from "./ssd.ts";

/** What each stage of the chunked algorithm has made; K chunks, the last one perhaps shorter. */
export interface Stages {
  /** First token of each chunk, K. */
  readonly starts: readonly number[];
  /** What each output hears of its own chunk, L × width. */
  readonly inside: Float64Array;
  /** The state that each chunk ends on if it begins with none, K × states · width. */
  readonly states: Float64Array;
  /** The state that enters each chunk, K × states · width. */
  readonly entering: Float64Array;
  /** What each output hears of the state that entered, L × width. */
  readonly carried: Float64Array;
  /** Both together: the output, L × width. */
  readonly y: Float64Array;
}

/** From token `from` up to, not including, token `to`; the chunk's number. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly c: number;
}

/**
 * Mamba-2's algorithm by chunks, its four stages apart (§6, listing 1): inside a chunk the small matrix, between chunks the
 * state. Products of decays are multiplied up, never divided. Equal to `ssdRecurrence` for any chunk ≥ 1; throws as it.
 */
export function ssdStages(s: Ssd, chunk: number): Stages {
  check(s);
  const { L, states: N, width: P } = s;
  const size = Math.min(count("chunk", chunk), L);
  const starts = Array.from({ length: Math.ceil(L / size) }, (_, c) => c * size);
  const spans = starts.map((from, c): Span => ({ from, to: Math.min(from + size, L), c }));
  const [inside, carried] = [new Float64Array(L * P), new Float64Array(L * P)];
  const [states, entering] = [0, 0].map(() => new Float64Array(spans.length * N * P));
  for (const span of spans) insideOf(s, span, inside);
  for (const span of spans) stateOf(s, span, states!);
  for (const span of spans.slice(1)) enter(s, span, size, states!, entering!);
  for (const span of spans.slice(1)) readOut(s, span, entering!, carried);
  const y = finiteValues(inside.map((own, k) => own + carried[k]!));
  return { starts, inside, states: states!, entering: entering!, carried, y };
}

/** Outputs by chunks, L × width. */
export const ssdChunked = (s: Ssd, chunk: number): Float64Array => ssdStages(s, chunk).y;

function insideOf(s: Ssd, { from, to }: Span, y: Float64Array): void {
  const { width: P, a, x } = s;
  // #region inside
  for (let j = from; j < to; j++) {
    let decay = 1;
    for (let i = j; i < to; i++) {
      if (i > j) decay *= a[i]!;
      const weight = decay * dot(s, i, j);
      for (let p = 0; p < P; p++) y[i * P + p]! += weight * x[j * P + p]!;
    }
  }
  // #endregion
}

function stateOf(s: Ssd, { from, to, c }: Span, h: Float64Array): void {
  const { states: N, width: P, a, B, x } = s;
  // #region states
  let decay = 1;
  for (let j = to - 1; j >= from; j--) {
    if (j < to - 1) decay *= a[j + 1]!;
    for (let n = 0; n < N; n++) {
      const left = decay * B[j * N + n]!;
      for (let p = 0; p < P; p++) h[(c * N + n) * P + p]! += left * x[j * P + p]!;
    }
  }
  // #endregion
}

function enter(
  { states: N, width: P, a }: Ssd,
  { from, c }: Span,
  size: number,
  states: Float64Array,
  entering: Float64Array,
): void {
  // #region carry
  let decay = a[from - size]!;
  for (let j = from - size + 1; j < from; j++) decay *= a[j]!;
  for (let k = 0; k < N * P; k++) {
    const before = (c - 1) * N * P + k;
    entering[c * N * P + k] = decay * entering[before]! + states[before]!;
  }
  // #endregion
}

function readOut(s: Ssd, { from, to, c }: Span, entering: Float64Array, y: Float64Array): void {
  const { states: N, width: P, a, C } = s;
  // #region output
  let decay = 1;
  for (let i = from; i < to; i++) {
    decay *= a[i]!;
    for (let n = 0; n < N; n++) {
      const reads = decay * C[i * N + n]!;
      for (let p = 0; p < P; p++) y[i * P + p]! += reads * entering[(c * N + n) * P + p]!;
    }
  }
  // #endregion
}
