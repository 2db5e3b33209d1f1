import { type Maps, mapsBack, mapsOf, newMaps } from "./maps.ts";
import { type Net, type Sizes, type Weights, weightsOf } from "./net.ts";
import { sigmoid, softplus } from "./smooth.ts";

/** One token: the state at `from` becomes the one at `to`, both within `h`. No checks. */
export function advance(
  { N, kind }: Sizes,
  { re, im, b }: Maps,
  bit: number,
  h: Float64Array,
  from: number,
  to: number,
): void {
  if (kind !== "rotation") {
    // #region real
    for (let n = 0; n < N; n++) h[to + n] = re[bit * N + n]! * h[from + n]! + b[bit * N + n]!;
    // #endregion
    return;
  }
  for (let n = 0; n < N; n += 2) {
    const p = (bit * N + n) / 2;
    const [x, y] = [h[from + n]!, h[from + n + 1]!];
    // #region turn
    h[to + n] = re[p]! * x - im[p]! * y + b[bit * N + n]!;
    h[to + n + 1] = im[p]! * x + re[p]! * y + b[bit * N + n + 1]!;
    // #endregion
  }
}

/** What the units say to the state at `at`: the logit of an odd number of ones. `inner` receives what enters the SiLU. */
function read(
  { N, units }: Sizes,
  { W, bias, out, outBias }: Weights,
  h: Float64Array,
  at: number,
  inner: Float64Array,
  row: number,
): number {
  let logit = outBias[0]!;
  for (let j = 0; j < units; j++) {
    let sum = bias[j]!;
    for (let n = 0; n < N; n++) sum += W[j * N + n]! * h[at + n]!;
    inner[row + j] = sum;
    logit += out[j]! * sum * sigmoid(sum);
  }
  return logit;
}

/** Room for rows of at most L tokens: states before the first token and after each, what enters the units, logits. */
export interface Trace {
  readonly maps: Maps;
  readonly h: Float64Array;
  readonly inner: Float64Array;
  readonly logits: Float64Array;
}

export function newTrace({ N, units, ...sizes }: Sizes, L: number): Trace {
  return {
    maps: newMaps({ N, units, ...sizes }),
    h: new Float64Array((L + 1) * N),
    inner: new Float64Array(L * units),
    logits: new Float64Array(L),
  };
}

/** One row from rest. The maps have to be those of the weights. */
export function forward({ sizes, weights }: Net, trace: Trace, bits: Uint8Array): void {
  const { N, units } = sizes;
  const { maps, h, inner, logits } = trace;
  h.fill(0, 0, N);
  for (let t = 0; t < bits.length; t++) {
    advance(sizes, maps, bits[t]!, h, t * N, (t + 1) * N);
    logits[t] = read(sizes, weights, h, (t + 1) * N, inner, t * units);
  }
}

/** A row as a net reads it. */
export function traceOf(net: Net, bits: Uint8Array): Trace {
  const trace = newTrace(net.sizes, bits.length);
  mapsOf(net.sizes, net.weights, trace.maps);
  forward(net, trace, bits);
  return trace;
}

/** Room to learn on rows of at most L tokens. */
export interface Room extends Trace {
  /** Slopes by the maps, by the state, by each logit, by the weights. */
  readonly by: Maps;
  readonly g: Float64Array;
  readonly slope: Float64Array;
  readonly slopes: Weights;
}

export function roomFor({ sizes, weights }: Net, L: number): Room {
  return {
    ...newTrace(sizes, L),
    by: newMaps(sizes),
    g: new Float64Array(sizes.N),
    slope: new Float64Array(L),
    slopes: weightsOf(sizes, new Float64Array(weights.flat.length)),
  };
}

/** Back through one row. */
function backward(net: Net, room: Room, bits: Uint8Array): void {
  const { N, kind } = net.sizes;
  const { g, h, by, maps } = room;
  g.fill(0);
  for (let t = bits.length - 1; t >= 0; t--) {
    backRead(net, room, t);
    const [row, past] = [bits[t]! * N, t * N];
    for (let n = 0; n < N; n++) by.b[row + n]! += g[n]!;
    // #region backward
    if (kind !== "rotation")
      for (let n = 0; n < N; n++) {
        by.re[row + n]! += g[n]! * h[past + n]!;
        g[n] = maps.re[row + n]! * g[n]!;
      }
    else
      for (let n = 0; n < N; n += 2) {
        const p = (row + n) / 2;
        const [x, y, gx, gy] = [h[past + n]!, h[past + n + 1]!, g[n]!, g[n + 1]!];
        by.re[p]! += gx * x + gy * y;
        by.im[p]! += gy * x - gx * y;
        g[n] = maps.re[p]! * gx + maps.im[p]! * gy;
        g[n + 1] = maps.re[p]! * gy - maps.im[p]! * gx;
      }
    // #endregion
  }
}

/** Back through the units at step t, onto g. */
function backRead({ sizes, weights }: Net, { slope, slopes, inner, h, g }: Room, t: number): void {
  const { N, units } = sizes;
  const { W, out } = weights;
  const [s, at] = [slope[t]!, (t + 1) * N];
  slopes.outBias[0]! += s;
  for (let j = 0; j < units; j++) {
    const z = inner[t * units + j]!;
    const open = sigmoid(z);
    slopes.out[j]! += s * z * open;
    const back = s * out[j]! * open * (1 + z * (1 - open));
    slopes.bias[j]! += back;
    for (let n = 0; n < N; n++) {
      slopes.W[j * N + n]! += back * h[at + n]!;
      g[n]! += back * W[j * N + n]!;
    }
  }
}

/** A batch's mean loss in nats an answer, and its share of right answers. */
export interface Score {
  loss: number;
  accuracy: number;
}

/**
 * The mean cross-entropy of the parity after every token of every row, each from rest, and its slopes by every weight, in
 * `room.slopes`. Of the answer that is right a probability of 1 − `doubt` is asked for (label smoothing, Szegedy et al. 2016, §7):
 * so that what is right already still pushes the maps to where they are exact.
 */
export function learn(
  net: Net,
  room: Room,
  rows: readonly Uint8Array[],
  doubt: number,
  score: Score,
): void {
  const { sizes, weights } = net;
  const { maps, by, slope, slopes, logits } = room;
  mapsOf(sizes, weights, maps);
  slopes.flat.fill(0);
  by.re.fill(0);
  by.im.fill(0);
  by.b.fill(0);
  let [all, loss, right] = [0, 0, 0];
  for (const { length } of rows) all += length;
  for (const bits of rows) {
    forward(net, room, bits);
    let odd = 0;
    for (let t = 0; t < bits.length; t++) {
      odd ^= bits[t]!;
      const logit = logits[t]!;
      const wanted = odd ? 1 - doubt : doubt;
      loss += softplus(logit) - wanted * logit;
      if (logit > 0 === (odd === 1)) right++;
      slope[t] = (sigmoid(logit) - wanted) / all;
    }
    backward(net, room, bits);
  }
  mapsBack(sizes, weights, by, slopes);
  score.loss = loss / all;
  score.accuracy = right / all;
}
