import { type Rows, rows } from "../../numerics/dense.ts";
import { linearOf, rowInto, type Weight } from "../../numerics/dense8.ts";
import { exp } from "../../numerics/portable.ts";
import { kernelsInto } from "../s4dKernel.ts";
import { blockCache, type BlockCache } from "./cache.ts";
import { kernelForward, tapsForward } from "./convolve.ts";
import { siluInto, softplusInto } from "./elementwise.ts";
import { normForward } from "./norm.ts";
import { scanForward } from "./scan.ts";
import { outputs, type Shape } from "./shape.ts";
import type { BlockWeights, Weights } from "./weights.ts";

/** A stack on its way over a sequence: room for `capacity` steps at a time, and the states that it goes on from. */
export interface Run {
  readonly shape: Shape;
  readonly capacity: number;
  readonly blocks: readonly BlockCache[];
  /** For each block −A (E × N) of S6, or the kernels (capacity × E) of S4D: the same for every sequence. */
  readonly cores: readonly Float64Array[];
  /** capacity × reals: the numbers read, empty where tokens are. */
  readonly source: Rows;
  /** capacity × d: the residual stream behind the last block, and its norm. */
  readonly stream: Rows;
  readonly factor: Float64Array;
  readonly normed: Rows;
  /** capacity × outputs. */
  readonly logits: Rows;
}

/** A run at rest. `kept` keeps all states, for a backward pass or to look at. */
export function newRun(shape: Shape, capacity: number, kept: boolean): Run {
  const { d, E, N, layers, core, input } = shape;
  const size = E * (core === "s6" ? N : capacity);
  return {
    shape,
    capacity,
    blocks: Array.from({ length: layers }, () => blockCache(shape, capacity, kept)),
    cores: Array.from({ length: layers }, () => new Float64Array(size)),
    source: rows(capacity, "reals" in input ? input.reals : 0),
    stream: rows(capacity, d),
    factor: new Float64Array(capacity),
    normed: rows(capacity, d),
    logits: rows(capacity, outputs(shape)),
  };
}

/** Works out what depends on the weights alone. To be called whenever they have changed. */
export function prepare(run: Run, weights: Weights<Weight>): void {
  const { E, N } = run.shape;
  weights.blocks.forEach(({ s6, s4d }, l) => {
    const core = run.cores[l]!;
    if (s6) for (let i = 0; i < core.length; i++) core[i] = exp(s6.ALog[i]!);
    if (s4d) kernelsInto(core, s4d, E, N, run.capacity);
  });
}

/** What a model reads: tokens, or L rows of `reals` numbers. */
export type Input = Int32Array | Float64Array;

/** Steps at … at + L − 1 of an input, through the embedding or the first linear layer, to the stream of the first block. */
export function enter(
  run: Run,
  weights: Weights<Weight>,
  input: Input,
  at: number,
  L: number,
): void {
  const { source, blocks } = run;
  const { data, width: d } = blocks[0]!.input;
  if (input instanceof Int32Array) {
    for (let t = 0; t < L; t++) rowInto(data, t * d, weights.stem, input[at + t]!, d);
    return;
  }
  for (let i = 0, j = at * source.width; i < L * source.width; i++, j++) source.data[i] = input[j]!;
  linearOf(blocks[0]!.input, source, weights.stem, weights.stemBias, 0, L);
}

/**
 * L steps, from the states of the run on, whose input stands in the stream of the first block: the residual stream behind the
 * last block, its norm and the logits. What comes before step `from` of the outputs is not worked out. `meddle` may change what
 * the scan of a block is to read: Δ, B, C and u in its cache.
 */
export function runStack(
  run: Run,
  weights: Weights<Weight>,
  L: number,
  from: number,
  meddle?: (block: BlockCache, layer: number) => void,
): void {
  for (let l = 0; l < run.blocks.length; l++) {
    intoBlock(run.shape, weights.blocks[l]!, run.blocks[l]!, L);
    meddle?.(run.blocks[l]!, l);
    throughBlock(run, weights, l, L, from);
  }
  outOf(run, weights, L, from);
}

/** The same from the scan of a block on, whose u, Δ, B and C stand in its cache: as they came there, or changed. */
export function runFromScan(run: Run, weights: Weights<Weight>, layer: number, L: number): void {
  for (let l = layer; l < run.blocks.length; l++) {
    if (l > layer) intoBlock(run.shape, weights.blocks[l]!, run.blocks[l]!, L);
    throughBlock(run, weights, l, L, 0);
  }
  outOf(run, weights, L, 0);
}

function outOf(run: Run, weights: Weights<Weight>, L: number, from: number): void {
  const { shape, stream, factor, normed, logits } = run;
  normForward(normed.data, factor, stream.data, weights.norm, shape, from, L, shape.d);
  linearOf(logits, normed, weights.head, weights.headBias, from, L);
}

/** Up to what the state space model reads. */
function intoBlock(shape: Shape, w: BlockWeights<Weight>, c: BlockCache, L: number): void {
  const { d, E, taps } = shape;
  normForward(c.normed.data, c.factor, c.input.data, w.norm, shape, 0, L, d);
  linearOf(c.x, c.normed, w.inX, w.biasX, 0, L);
  tapsForward(c, w.conv, w.convBias, taps, L);
  siluInto(c.u.data, c.convGate, c.conv, 0, L);
  if (w.s6) {
    linearOf(c.dBC, c.u, w.s6.xProj, undefined, 0, L);
    linearOf(c.raw, c.low, w.s6.dtWeight, w.s6.dtBias, 0, L);
    softplusInto(c.delta, c.rawGate, c.raw.data, L * E);
  }
}

/** The state space model, the gate and the way back into the stream; before `from` only where the next block reads it. */
function throughBlock(
  run: Run,
  weights: Weights<Weight>,
  l: number,
  L: number,
  wanted: number,
): void {
  const { shape, blocks, stream } = run;
  const { d, E } = shape;
  const last = l === blocks.length - 1;
  const from = last ? wanted : 0;
  const [w, c, core] = [weights.blocks[l]!, blocks[l]!, run.cores[l]!];
  const target = last ? stream : blocks[l + 1]!.input;
  if (w.s6) scanForward(shape, c, core, w.D, L, from);
  else kernelForward(c, core, w.D, L, from);
  linearOf(c.z, c.normed, w.inZ, w.biasZ, from, L);
  // #region gate
  siluInto(c.gate, c.zGate, c.z, from, L);
  for (let i = from * E; i < L * E; i++) c.gated.data[i] = c.y[i]! * c.gate[i]!;
  // #endregion
  linearOf(c.out, c.gated, w.outProj, w.outBias, from, L);
  for (let i = from * d; i < L * d; i++) target.data[i] = c.input.data[i]! + c.out.data[i]!;
}

/** Makes the last of L steps the past of the next. */
export function carry(run: Run, L: number): void {
  const { E, taps, N, core } = run.shape;
  for (const { xPast, kept, h } of run.blocks) {
    xPast.data.copyWithin(0, L * 2 * E, (L + taps - 1) * 2 * E);
    if (kept && core === "s6") h.copyWithin(0, L * E * N, (L + 1) * E * N);
  }
}
