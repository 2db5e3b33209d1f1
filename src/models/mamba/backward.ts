import { type Real, type Rows, rows } from "../../numerics/dense.ts";
import { linearBackInput, linearBackWeight } from "../../numerics/denseBack.ts";
import { kernelsBack } from "../s4dKernel.ts";
import type { BlockCache } from "./cache.ts";
import { kernelBackward, tapsBackward } from "./convolve.ts";
import type { Input, Run } from "./forward.ts";
import { normBackward } from "./norm.ts";
import { scanBackward, type ScanGradients } from "./scan.ts";
import { outputs } from "./shape.ts";
import type { BlockWeights, Weights } from "./weights.ts";

/** What the backward pass writes on its way; rows of the run's capacity. */
export interface BackRun {
  /** outputs: ∂loss/∂logits, to be given. */
  readonly logits: Rows;
  /** d: by the residual stream; after the pass by the input of the first block. */
  readonly stream: Rows;
  readonly normed: Rows;
  /** E each. */
  readonly gated: Rows;
  readonly x: Rows;
  readonly z: Rows;
  readonly u: Rows;
  readonly raw: Rows;
  readonly low: Rows;
  readonly dBC: Rows;
  readonly y: Float64Array;
  readonly carry: Float64Array;
  /** By what `prepare` made, added up over the rows of a batch. */
  readonly cores: readonly ScanGradients[];
}

/** Room for the backward pass of a run. */
export function backRun({ shape, capacity: L, cores }: Run): BackRun {
  const { d, E, N, R } = shape;
  const [u, raw, dBC] = [rows(L, E), rows(L, E), rows(L, R + 2 * N)];
  const [y, carry] = [new Float64Array(L * E), new Float64Array(E * N)];
  return {
    logits: rows(L, outputs(shape)),
    stream: rows(L, d),
    normed: rows(L, d),
    gated: rows(L, E),
    x: rows(L, E),
    z: rows(L, E),
    u,
    raw,
    dBC,
    y,
    carry,
    low: { ...dBC, width: R },
    cores: cores.map(({ length }) => ({
      y,
      carry,
      u: u.data,
      delta: raw.data,
      dBC: dBC.data,
      core: new Float64Array(length),
    })),
  };
}

/** Makes the sums over a batch zero. */
export function clear({ cores }: BackRun): void {
  for (const { core } of cores) core.fill(0);
}

/** From `back.logits` to the gradients of all weights, which are added to `g`, for the L steps that `runStack` just made from rest. */
export function backStack(
  run: Run,
  back: BackRun,
  w: Weights,
  g: Weights,
  L: number,
  from: number,
): void {
  const { shape, blocks, stream, factor, normed } = run;
  const { d } = shape;
  back.normed.data.fill(0, from * d, L * d);
  back.stream.data.fill(0, 0, L * d);
  linearBackInput(back.normed, back.logits, w.head, from, L);
  linearBackWeight(g.head, g.headBias, back.logits, normed, from, L);
  normBackward(back.stream.data, g.norm, back.normed.data, factor, stream.data, w.norm, from, L, d);
  for (let l = blocks.length - 1; l >= 0; l--)
    backBlock(run, back, w.blocks[l]!, g.blocks[l]!, l, L, l === blocks.length - 1 ? from : 0);
}

/** After the last row of a batch: from the sums by A and by the kernels to the weights they are made of. */
export function backCores(run: Run, back: BackRun, w: Weights, g: Weights): void {
  const { E, N } = run.shape;
  w.blocks.forEach(({ s6, s4d }, l) => {
    const sum = back.cores[l]!.core;
    const [to6, to4] = [g.blocks[l]!.s6, g.blocks[l]!.s4d];
    if (s6 && to6) addProduct(to6.ALog, sum, run.cores[l]!);
    if (s4d && to4) kernelsBack(to4, sum, s4d, E, N, run.capacity);
  });
}

/** What came through the embedding or the first linear layer. */
export function backEnter(run: Run, back: BackRun, g: Weights, input: Input, L: number): void {
  if (!(input instanceof Int32Array))
    return linearBackWeight(g.stem, g.stemBias, back.stream, run.source, 0, L);
  const { data, width: d } = back.stream;
  for (let t = 0; t < L; t++)
    for (let i = 0, row = input[t]! * d; i < d; i++) g.stem[row + i]! += data[t * d + i]!;
}

function backBlock(
  { shape, blocks, cores }: Run,
  back: BackRun,
  w: BlockWeights,
  g: BlockWeights,
  l: number,
  L: number,
  from: number,
): void {
  const { d, E, taps } = shape;
  const c = blocks[l]!;
  back.gated.data.fill(0, from * E, L * E);
  linearBackInput(back.gated, back.stream, w.outProj, from, L);
  linearBackWeight(g.outProj, g.outBias, back.stream, c.gated, from, L);
  backGate(back, c, E, L, from);
  if (w.s6 && g.s6) {
    scanBackward(shape, c, cores[l]!, w.D, back.cores[l]!, g.D, L);
    multiplyBy(back.raw.data, c.rawGate, L * E);
    linearBackWeight(g.s6.dtWeight, g.s6.dtBias, back.raw, c.low, 0, L);
    linearBackInput(back.low, back.raw, w.s6.dtWeight, 0, L);
    linearBackWeight(g.s6.xProj, undefined, back.dBC, c.u, 0, L);
    linearBackInput(back.u, back.dBC, w.s6.xProj, 0, L);
  } else kernelBackward(back.u.data, back.cores[l]!.core, g.D, back.y, c, cores[l]!, w.D, L, from);
  siluSlopes(back.u.data, c.convGate, c.u.data, L * E);
  tapsBackward(back.x.data, g.conv, g.convBias, back.u.data, c, w.conv, taps, L);
  back.normed.data.fill(0, 0, L * d);
  linearBackInput(back.normed, back.x, w.inX, 0, L);
  linearBackInput(back.normed, back.z, w.inZ, from, L);
  linearBackWeight(g.inX, g.biasX, back.x, c.normed, 0, L);
  linearBackWeight(g.inZ, g.biasZ, back.z, c.normed, from, L);
  normBackward(back.stream.data, g.norm, back.normed.data, c.factor, c.input.data, w.norm, 0, L, d);
}

/** Through y · SiLU(z). */
function backGate(back: BackRun, c: BlockCache, E: number, L: number, from: number): void {
  const [dy, dz, dout] = [back.y, back.z.data, back.gated.data];
  dy.fill(0, 0, from * E);
  for (let i = from * E; i < L * E; i++) {
    dy[i] = dout[i]! * c.gate[i]!;
    dz[i] = dout[i]! * c.y[i]!;
  }
  for (let i = from * E; i < L * E; i++) dz[i]! *= c.zGate[i]! + c.gate[i]! * (1 - c.zGate[i]!);
}

/** dx ← dx · SiLU′(x), with s = σ(x) and silu = x s: SiLU′ = s + x s (1 − s). */
function siluSlopes(dx: Float64Array, s: Float64Array, silu: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) dx[i]! *= s[i]! + silu[i]! * (1 - s[i]!);
}

function multiplyBy(x: Float64Array, by: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) x[i]! *= by[i]!;
}

function addProduct(sum: Real, a: Float64Array, b: Float64Array): void {
  for (let i = 0; i < a.length; i++) sum[i]! += a[i]! * b[i]!;
}
