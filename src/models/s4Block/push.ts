import { count } from "../../numerics/check.ts";
import { generator } from "../../numerics/random.ts";
import { sigmoid } from "../parity/smooth.ts";
import type { Net } from "./net.ts";
import { forward, geluSlope, kernels, newTrace } from "./pass.ts";
import { fillSigns } from "./rows.ts";

/** What a push to an input moves. */
export interface Push {
  /** How far it moves the answer, when it comes 0, 1, … steps before: the mean slope. */
  readonly by: Float64Array;
  /** With what weight each channel's kernel enters that. */
  readonly weight: Float64Array;
  /** The kernels, lags × channels. */
  readonly K: Float64Array;
}

const PROBES = 32;

/**
 * The slope of the last of L logits by each input, the mean over 32 rows of random bits, the same for all nets. Around the block and
 * through D only the last input comes; all others come through the kernels, each with the weight that GELU, mixing and gate give it.
 */
export function push(net: Net, L: number): Push {
  const { sizes, weights: w } = net;
  const { H } = sizes;
  const trace = newTrace(net, count("L", L));
  kernels(net, trace);
  const row = new Int8Array(L);
  const chance = generator(4711);
  const weight = new Float64Array(H);
  for (let probe = 0; probe < PROBES; probe++) {
    fillSigns(row, chance);
    forward(net, trace, row, L - 1);
    addSlopes(net, trace, (L - 1) * H, weight);
  }
  const by = new Float64Array(L);
  for (let h = 0; h < H; h++) {
    weight[h]! *= w.enter[h]! / PROBES;
    for (let k = 0; k < L; k++) by[k]! += weight[h]! * trace.K[k * H + h]!;
    by[0]! += weight[h]! * w.D[h]! + w.leave[h]! * w.enter[h]!;
  }
  return { by, weight, K: trace.K };
}

/** Adds the slope of one logit by what enters the GELU of each channel. */
function addSlopes(
  { sizes: { H }, weights: w }: Net,
  { y, both }: { readonly y: Float64Array; readonly both: Float64Array },
  at: number,
  to: Float64Array,
): void {
  for (let h = 0; h < H; h++) {
    let sum = 0;
    for (let j = 0; j < H; j++) {
      const [value, open] = [both[2 * at + j]!, sigmoid(both[2 * at + H + j]!)];
      const gate = value * open * (1 - open);
      sum += w.leave[j]! * (open * w.mix[j * H + h]! + gate * w.mix[(H + j) * H + h]!);
    }
    to[h]! += sum * geluSlope(y[at + h]!);
  }
}
