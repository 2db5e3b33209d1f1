import type { Runnable } from "../mamba/stack.ts";
import {
  ahead,
  COEFFICIENT_BITS,
  lagsOfFrames,
  lpcOf,
  type SentLpc,
  sentLpc,
  SHIFT_BITS,
  weighted,
} from "./lpc.ts";
import {
  aheadFromPast,
  pastPredictor,
  type Predictor,
  s6Predictor,
  samePredictor,
} from "./predictors.ts";
import { bitReader, bitWriter, riceBits } from "./rice.ts";

/** How the next sample is foretold: as the last one; by coefficients that are sent with each frame; from the past alone; by S6. */
export type Way =
  | { readonly kind: "same" }
  | { readonly kind: "sent"; readonly p: number; readonly frame: number }
  | { readonly kind: "past"; readonly p: number }
  | { readonly kind: "s6"; readonly stack: Runnable };

/** What is left to be sent of a sound. */
export interface Coded {
  /** What each sample was beside what was foretold. */
  readonly residual: Int32Array;
  /** Bits of each residual, and what had to be sent besides. */
  readonly bits: Uint8Array;
  readonly side: number;
}

const limited = (x: number) => Math.max(-32768, Math.min(32767, x));
const sideOf = (p: number) => p * COEFFICIENT_BITS + SHIFT_BITS;

/** The predictor of a way that sends nothing besides. */
export function predictorOf(way: Exclude<Way, { kind: "sent" }>): Predictor {
  if (way.kind === "same") return samePredictor();
  return way.kind === "past" ? pastPredictor(way.p) : s6Predictor(way.stack);
}

/**
 * What is left of 16-bit samples, and what it costs. `lags` are those that linear prediction solves for, where they are at hand:
 * `lagsOfFrames` of these frames, or `fadingLags`, of this order or a larger one.
 */
export function code(x: Int32Array, way: Way, lags?: readonly Float64Array[]): Coded {
  const residual = new Int32Array(x.length);
  let side = 0;
  if (way.kind === "sent") {
    const { frame, p } = way;
    const samples = new Float64Array(x);
    (lags ?? lagsOfFrames(x, frame, p)).forEach((r, k) => {
      const { whole, shift } = lpcOf(r, p);
      const [a, one] = [new Float64Array(whole), 2 ** shift];
      side += sideOf(p);
      const end = Math.min(x.length, (k + 1) * frame);
      for (let t = k * frame; t < end; t++)
        residual[t] = x[t]! - limited(Math.round(weighted(a, samples, t) / one));
    });
  } else if (way.kind === "past") {
    const told = aheadFromPast(x, way.p, lags);
    for (let t = 0; t < x.length; t++) residual[t] = x[t]! - limited(told[t]!);
  } else {
    const predictor = predictorOf(way);
    for (let t = 0; t < x.length; t++) {
      residual[t] = x[t]! - limited(predictor.ahead());
      predictor.take(x[t]!);
    }
  }
  return { residual, bits: riceBits(residual), side };
}

/** Bits of all of it. */
export function totalBits({ bits, side }: Coded): number {
  let sum = side;
  for (const b of bits) sum += b;
  return sum;
}

/** The stream that is sent. */
export function encode(x: Int32Array, way: Way): Uint8Array {
  const out = bitWriter();
  const { residual } = code(x, way);
  for (let t = 0; t < x.length; t++) {
    if (way.kind === "sent" && t % way.frame === 0) {
      const { whole, shift } = sentLpc(x, t, Math.min(way.frame, x.length - t), way.p);
      out.put(shift, SHIFT_BITS);
      for (const c of whole) out.put(c & (2 ** COEFFICIENT_BITS - 1), COEFFICIENT_BITS);
    }
    out.number(residual[t]!);
  }
  return out.bytes();
}

/** The `length` samples of a stream: exactly those that were sent. Throws a RangeError where it ends too soon. */
export function decode(stream: Uint8Array, length: number, way: Way): Int32Array {
  const read = bitReader(stream);
  const x = new Int32Array(length);
  if (way.kind === "sent") {
    let lpc: SentLpc = { whole: new Int32Array(way.p), shift: 0 };
    for (let t = 0; t < length; t++) {
      if (t % way.frame === 0) {
        const shift = read.take(SHIFT_BITS);
        const left = 32 - COEFFICIENT_BITS; // the sign is carried up
        const whole = lpc.whole.map(() => (read.take(COEFFICIENT_BITS) << left) >> left);
        lpc = { whole, shift };
      }
      x[t] = limited(ahead(lpc, x, t)) + read.number();
    }
    return x;
  }
  const predictor = predictorOf(way);
  for (let t = 0; t < length; t++) {
    x[t] = limited(predictor.ahead()) + read.number();
    predictor.take(x[t]!);
  }
  return x;
}
