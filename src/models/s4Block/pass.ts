import { kernelsBack, kernelsInto } from "../s4dKernel.ts";
import { sigmoid, softplus } from "../parity/smooth.ts";
import { type Net, type Weights, weightsOf } from "./net.ts";

/** Room for rows of at most L bits; tables are steps × channels. */
export interface Trace {
  readonly L: number;
  /** Kernels, lags × channels. */
  readonly K: Float64Array;
  /** Their running sums: what they make of a bias that is there from the first step on. */
  readonly S: Float64Array;
  /** What they make of the bare bits, what enters the GELU, what leaves it, both halves of the mixing. */
  readonly c: Float64Array;
  readonly y: Float64Array;
  readonly g: Float64Array;
  readonly both: Float64Array;
  readonly logits: Float64Array;
}

export function newTrace({ sizes: { H } }: Net, L: number): Trace {
  const table = (width: number) => new Float64Array(L * width);
  return {
    L,
    K: table(H),
    S: table(H),
    c: table(H),
    y: table(H),
    g: table(H),
    both: table(2 * H),
    logits: table(1),
  };
}

/** The kernels of the present weights, and their sums. */
export function kernels({ sizes: { H, N }, weights }: Net, { K, S, L }: Trace): void {
  kernelsInto(K, weights.s4d, H, N / 2, L);
  for (let i = 0; i < L * H; i++) S[i] = K[i]! + (i < H ? 0 : S[i - H]!);
}

const BEND = 1.5957691216057308; // 2 √(2/π)
const CUBE = 0.044715;

/** GELU in its tanh form (Hendrycks & Gimpel 2016, arXiv 1606.08415), by the logistic function. */
export const gelu = (x: number): number => x * sigmoid(BEND * (x + CUBE * x * x * x));

export function geluSlope(x: number): number {
  const s = sigmoid(BEND * (x + CUBE * x * x * x));
  return s + x * s * (1 - s) * BEND * (1 + 3 * CUBE * x * x);
}

/** One row of +1 and −1 from rest, from its step `from` on. The kernels have to be those of the weights. */
export function forward(net: Net, trace: Trace, u: Int8Array, from = 0): void {
  const { H } = net.sizes;
  const { K, c } = trace;
  c.fill(0);
  // #region convolve
  for (let t = from; t < u.length; t++)
    for (let k = 0; k <= t; k++) {
      const bit = u[t - k]!;
      for (let h = 0; h < H; h++) c[t * H + h]! += bit * K[k * H + h]!;
    }
  // #endregion
  for (let t = from; t < u.length; t++) block(net, trace, u, t);
}

/** From what the kernels make of the bits up to step t to the logit of +1. */
function block({ sizes: { H }, weights: w }: Net, trace: Trace, u: Int8Array, t: number): void {
  const { c, S, y, g, both, logits } = trace;
  const at = t * H;
  let logit = w.leaveBias[0]!;
  // #region block
  for (let h = 0; h < H; h++) {
    const x = w.enter[h]! * u[t]! + w.enterBias[h]!;
    y[at + h] = w.enter[h]! * c[at + h]! + w.enterBias[h]! * S[at + h]! + w.D[h]! * x;
    g[at + h] = gelu(y[at + h]!);
    logit += w.leave[h]! * x; // around the block
  }
  for (let j = 0; j < 2 * H; j++) {
    let sum = w.mixBias[j]!;
    for (let h = 0; h < H; h++) sum += w.mix[j * H + h]! * g[at + h]!;
    both[2 * at + j] = sum;
  }
  for (let h = 0; h < H; h++)
    logit += w.leave[h]! * both[2 * at + h]! * sigmoid(both[2 * at + H + h]!);
  // #endregion
  logits[t] = logit;
}

/** Room to learn on rows of at most L bits. */
export interface Room extends Trace {
  readonly slopes: Weights;
  readonly dK: Float64Array;
  /** ∂loss by what enters the GELU of each channel at the present step, and by both halves of the mixing. */
  readonly gy: Float64Array;
  readonly gBoth: Float64Array;
}

export function roomFor(net: Net, L: number): Room {
  const { sizes, weights } = net;
  return {
    ...newTrace(net, L),
    slopes: weightsOf(sizes, new Float64Array(weights.flat.length)),
    dK: new Float64Array(L * sizes.H),
    gy: new Float64Array(sizes.H),
    gBoth: new Float64Array(2 * sizes.H),
  };
}

/** Back from the slope s by the logit of step t to `gy`; slopes of all behind the kernels are added up. */
function back({ sizes: { H }, weights: w }: Net, room: Room, t: number, s: number): void {
  const { slopes, y, g, both, gy, gBoth } = room;
  const at = t * H;
  slopes.leaveBias[0]! += s;
  for (let h = 0; h < H; h++) {
    const [value, open] = [both[2 * at + h]!, sigmoid(both[2 * at + H + h]!)];
    slopes.leave[h]! += s * value * open;
    gBoth[h] = s * w.leave[h]! * open;
    gBoth[H + h] = s * w.leave[h]! * value * open * (1 - open);
  }
  gy.fill(0);
  for (let j = 0; j < 2 * H; j++) {
    const b = gBoth[j]!;
    slopes.mixBias[j]! += b;
    for (let h = 0; h < H; h++) {
      slopes.mix[j * H + h]! += b * g[at + h]!;
      gy[h]! += b * w.mix[j * H + h]!;
    }
  }
  for (let h = 0; h < H; h++) gy[h]! *= geluSlope(y[at + h]!);
}

/** Back through the channels at step t: what leads in, D, and the kernels' slopes. `dS` is added to dK once a batch, by `fold`. */
function backChannels({ sizes, weights: w }: Net, room: Room, u: Int8Array, t: number, s: number) {
  const { H } = sizes;
  const { slopes, c, S, gy, dK } = room;
  const at = t * H;
  for (let h = 0; h < H; h++) {
    const [g, bit] = [gy[h]!, u[t]!];
    const skip = g * w.D[h]! + s * w.leave[h]!;
    slopes.leave[h]! += s * (w.enter[h]! * bit + w.enterBias[h]!);
    slopes.enter[h]! += g * c[at + h]! + skip * bit;
    slopes.enterBias[h]! += g * S[at + h]! + skip;
    slopes.D[h]! += g * (w.enter[h]! * bit + w.enterBias[h]!);
  }
  // #region kernel-slopes
  for (let k = 0; k <= t; k++) {
    const bit = u[t - k]!;
    for (let h = 0; h < H; h++) dK[k * H + h]! += gy[h]! * (w.enter[h]! * bit + w.enterBias[h]!);
  }
  // #endregion
}

/** A batch's mean loss in nats an answer, and its share of right answers. */
export interface Score {
  loss: number;
  accuracy: number;
}

/**
 * The mean cross-entropy of the bit of `lag` steps ago, at every step of every row that has one, each row from rest, and its slopes
 * by every weight, in `room.slopes`.
 */
export function learn(
  net: Net,
  room: Room,
  rows: readonly Int8Array[],
  lag: number,
  score: Score,
): void {
  const { sizes, weights } = net;
  kernels(net, room);
  room.slopes.flat.fill(0);
  room.dK.fill(0);
  let [all, loss, right] = [0, 0, 0];
  for (const { length } of rows) all += length - lag;
  for (const u of rows) {
    forward(net, room, u, lag);
    for (let t = lag; t < u.length; t++) {
      const [logit, wanted] = [room.logits[t]!, u[t - lag]! > 0 ? 1 : 0];
      loss += softplus(logit) - wanted * logit;
      if (logit > 0 === (wanted === 1)) right++;
      const s = (sigmoid(logit) - wanted) / all;
      back(net, room, t, s);
      backChannels(net, room, u, t, s);
    }
  }
  kernelsBack(room.slopes.s4d, room.dK, weights.s4d, sizes.H, sizes.N / 2, room.L);
  score.loss = loss / all;
  score.accuracy = right / all;
}
