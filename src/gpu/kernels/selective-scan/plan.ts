import type { Piece } from "../../submit.ts";
import { SUBMIT } from "../../submit.ts";
import { limits } from "../../work.ts";
import type { Step, Work } from "../../work.ts";
import { carryCode, carrySegments, carrySide } from "./carry.ts";
import { ROUND, trimCode } from "./trim.ts";
import type { Trim } from "./trim.ts";
import { walkCode } from "./walk.ts";
import type { Layout } from "./wgsl.ts";

/** The sizes of a selective scan. */
export interface Sizes {
  readonly batch: number;
  readonly L: number;
  readonly channels: number;
  readonly states: number;
}

/** The part of the sequences whose tensors fit into one binding each. */
export interface Slice extends Sizes {
  /** First sequence and first token of the whole that this slice holds. */
  readonly sequence: number;
  readonly token: number;
}

/** The buffers of a slice. See wgsl.ts for the shapes. */
export interface SliceBuffers {
  readonly u: GPUBuffer;
  readonly delta: GPUBuffer;
  readonly channel: GPUBuffer;
  readonly B: GPUBuffer;
  readonly C: GPUBuffer;
  readonly z: GPUBuffer | undefined;
  readonly state: GPUBuffer;
  readonly time: GPUBuffer;
  readonly y: GPUBuffer;
  /** Rows of `state`. */
  readonly rows: number;
  /** Whether a later slice goes on from the last state of this one. */
  readonly onward: boolean;
}

/** Tokens that one dispatch walks at most: what one thread does in a few milliseconds. */
const DEPTH = 4096;

const ceil = (a: number, b: number) => Math.ceil(a / b);

/** Cuts the sequences so that each tensor of a slice fits into a binding and its chunks into a dispatch. */
export function slices(all: Sizes, chunk: number, binding: number = limits.binding): Slice[] {
  const { channels, states } = all;
  const floats = binding / 4;
  const state = channels * states;
  return cutSlices(
    all,
    chunk,
    (b, l) =>
      b * l * Math.max(channels, states) <= floats &&
      b * (ceil(l, chunk) + 2) * state <= floats &&
      ceil(l, chunk) <= limits.groups &&
      b <= limits.groups,
  );
}

/** Cuts the sequences, then each sequence at ends of chunks, until b sequences of l tokens fit. */
export function cutSlices(
  all: Sizes,
  chunk: number,
  fits: (b: number, l: number) => boolean,
): Slice[] {
  const { batch, L } = all;
  let sequences = batch;
  while (sequences > 1 && !fits(sequences, L)) sequences = ceil(sequences, 2);
  let tokens = L;
  while (tokens > 1 && !fits(sequences, tokens)) {
    const half = ceil(tokens, 2);
    tokens = half > chunk ? ceil(half, chunk) * chunk : half; // a longer chunk goes on in the next slice
  }
  const out: Slice[] = [];
  for (let sequence = 0; sequence < batch; sequence += sequences)
    for (let token = 0; token < L; token += tokens)
      out.push({
        ...all,
        sequence,
        token,
        batch: Math.min(sequences, batch - sequence),
        L: Math.min(tokens, L - token),
      });
  return out;
}

/** Rows of `state` for a slice: its chunks, then what leaves it, then zeros. */
export const rowsFor = (slice: Slice, chunk: number): number => ceil(slice.L, chunk) + 2;

/** What one slice runs at a pace of so many state updates a second, cut into pieces well under 50 ms. */
export async function pieces(
  work: Work,
  slice: Slice,
  layout: Layout,
  trim: Trim | undefined,
  chunk: number,
  buffers: SliceBuffers,
  pace: number,
): Promise<Piece[]> {
  const { batch, L, channels, states } = slice;
  const [exit, zeros] = [buffers.rows - 2, buffers.rows - 1];
  const { span, depth } = cut(slice, layout, chunk, pace * SUBMIT);
  const width = batch * channels * states;
  const trimmed = depth >= chunk ? trim : undefined; // it walks whole chunks only
  const { u, delta, channel, B, C, z, state, time, y } = buffers;
  const out: Step[][] = [];
  // The trimmed walk takes whole rounds; the few tokens behind them are a piece of their own.
  const even = trimmed && L > ROUND ? L - (L % ROUND) : L;
  for (let origin = 0, limit = 0; origin < L; origin = limit) {
    limit = Math.min(origin < even ? even : L, origin + span);
    const now = (limit - origin) % ROUND === 0 ? trimmed : undefined;
    const codes = walkCodes(layout, now);
    const { lanes, wide } = now ?? layout;
    const across = ceil(channels, lanes * wide);
    const chunks = ceil(limit - origin, chunk);
    const entry = slice.token + origin === 0 ? zeros : exit;
    const longest = Math.min(chunk, limit - origin);
    const job = (begin: number, keep: number) =>
      work.uniform(
        [L, channels, chunk, chunks, origin, limit, begin, begin + depth].concat([
          keep,
          batch,
          width,
          entry,
          exit,
        ]),
      );
    const steps: Step[] = [];
    const summed = chunks > 1 ? longest : 0;
    for (let begin = 0; begin < summed; begin += depth) {
      const common = [job(begin, 0), u, delta, channel, B, state, time];
      steps.push(await work.dispatch(codes.summary, common, [across, chunks - 1, batch]));
    }
    if (chunks > 1) {
      const segments = carrySegments(width, chunks);
      const common = [job(0, 0), time, channel, state];
      const groups = ceil(width, carrySide(segments));
      steps.push(await work.dispatch(carryCode(states, segments), common, [groups, 1, 1]));
    }
    for (let begin = 0; begin < longest; begin += depth) {
      const more = begin + depth < longest;
      const keep = more ? 1 : buffers.onward || limit < L ? 2 : 0;
      const common = [job(begin, keep), u, delta, channel, B, state, C, y];
      const all = z ? [...common, z] : common;
      steps.push(await work.dispatch(codes.output, all, [across, chunks, batch]));
    }
    if (depth < longest) out.push(...steps.map((step) => [step]));
    else out.push(steps);
  }
  return out;
}

/** K1 and K3. */
export const walkCodes = (layout: Layout, trim: Trim | undefined) => ({
  summary: trim ? trimCode("summary", trim) : walkCode("summary", layout),
  output: trim ? trimCode("output", trim) : walkCode("output", layout),
});

/** Tokens of one piece, and tokens of each chunk that one dispatch walks: no more work than `budget` state updates each. */
function cut(slice: Slice, layout: Layout, chunk: number, budget: number) {
  const { batch, L, channels, states } = slice;
  const perToken = batch * channels * states;
  if (chunk <= DEPTH) {
    const span = Math.max(chunk, Math.floor(budget / perToken / chunk) * chunk);
    return { span, depth: chunk };
  }
  const wave = perToken * ceil(L, chunk); // one token of every chunk
  const blocks = Math.min(DEPTH, Math.floor(budget / wave)) / layout.block;
  return { span: L, depth: Math.max(1, Math.floor(blocks)) * layout.block };
}
