import { exp, log } from "../../numerics/portable.ts";
import { placeOf, standAt } from "../mamba/place.ts";
import { begin, type Stack, stepStack, tag, traceStack } from "../mamba/stack.ts";
import { type Link, pointOf } from "./link.ts";

/** Numbers a step that the trained receiver reads. */
const INPUTS = 7;

/** y, whether the symbol is known, its point if so, SNR / 10 and log10(1 − a) + 2. */
export function inputsOf(link: Link): Float64Array {
  const x = new Float64Array(INPUTS * link.L);
  for (let t = 0; t < link.L; t++) {
    const known = Boolean(link.pilot[t]);
    const [c, s] = known ? pointOf(link.symbols[t]!) : [0, 0];
    x.set([link.y[2 * t]!, link.y[2 * t + 1]!, known ? 1 : 0, c, s, ...toldOf(link)], INPUTS * t);
  }
  return x;
}

const toldOf = ({ snr, a }: Link) => [snr / 10, log(1 - a) / Math.LN10 + 2] as const;

// #region listen
/** What the trained S6 decides at every step. */
export function listen(stack: Stack, link: Link): Uint8Array {
  const logits = tag(stack, inputsOf(link));
  return Uint8Array.from({ length: link.L }, (_, t) => {
    const four = logits.subarray(4 * t, 4 * t + 4);
    return four.indexOf(Math.max(...four));
  });
}
// #endregion

// #region believed
/**
 * What its answers say of the channel, as points whose direction counts: before each symbol it is asked what it would make of 1
 * and of −1, had they been received. Whoever takes the channel for m finds log-odds proportional to the parts of y m*.
 */
export function believed(stack: Stack, link: Link): Float64Array {
  const [real, asked] = [begin(stack, 1, false), begin(stack, 1, false)];
  const x = inputsOf(link);
  const estimates = new Float64Array(2 * link.L);
  for (let t = 0; t < link.L; t++) {
    for (const y of [1, -1]) {
      standAt(asked, placeOf(real));
      const question = Float64Array.of(y, 0, 0, 0, 0, ...toldOf(link));
      const [re, im] = oddsOf(stepStack(stack, asked, question));
      estimates[2 * t]! += y * re;
      estimates[2 * t + 1]! -= y * im;
    }
    stepStack(stack, real, x.subarray(INPUTS * t, INPUTS * (t + 1)));
  }
  return estimates;
}
// #endregion

/** The log-odds of a positive real and of a positive imaginary part. */
function oddsOf(logits: Float64Array): readonly [re: number, im: number] {
  const p = logits.map((x) => exp(x - Math.max(...logits)));
  return [log((p[0]! + p[1]!) / (p[2]! + p[3]!)), log((p[0]! + p[2]!) / (p[1]! + p[3]!))];
}

/** What went on in one state of one channel of a layer: its gate 1 − e^{ΔA} and the state, one a step, and A. */
export interface Gate {
  readonly gate: Float64Array;
  readonly state: Float64Array;
  readonly delta: Float64Array;
  readonly A: number;
}

// #region gate
/** The gates of some states: the share of each that a step replaces. One pass for all. */
export function gatesOf(
  stack: Stack,
  link: Link,
  places: readonly { readonly layer: number; readonly channel: number; readonly state: number }[],
): Gate[] {
  const { E, N } = stack.shape;
  const { run } = traceStack(stack, inputsOf(link));
  return places.map(({ layer, channel, state: n }) => {
    const A = -exp(stack.weights.blocks[layer]!.s6!.ALog[channel * N + n]!);
    const { delta: all, h } = run.blocks[layer]!;
    const delta = Float64Array.from({ length: link.L }, (_, t) => all[t * E + channel]!);
    const gate = delta.map((d) => -Math.expm1(d * A));
    // The row before the first step is the state of rest.
    const at = (t: number) => h[(t + 1) * E * N + channel * N + n]!;
    return { gate, delta, state: Float64Array.from({ length: link.L }, (_, t) => at(t)), A };
  });
}
// #endregion
