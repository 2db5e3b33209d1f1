import { parities } from "../../models/parity/trainer.ts";
import type { Setting } from "./params.ts";
import { bitsOf } from "./bits.ts";

/** One number, or a point of the plane, that every bit multiplies. */
export interface Hand {
  readonly bits: Uint8Array;
  /** 1 after an odd number of ones. */
  readonly odd: Uint8Array;
  /** What each bit multiplies by. */
  readonly one: Complex;
  readonly nought: Complex;
  /** h before the first bit and after each. */
  readonly re: Float64Array;
  readonly im: Float64Array;
  /** Answers that the sign gives right, after each bit, and those that the best threshold would. */
  readonly right: number;
  readonly best: number;
}

export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** r e^{iφ}, exact at a half and a quarter of a turn. */
function polar(r: number, degrees: number): Complex {
  const turned = degrees * (Math.PI / 180);
  const [cos, sin] = degrees === 180 ? [-1, 0] : [Math.cos(turned), Math.sin(turned)];
  return degrees === 90 ? { re: 0, im: r } : { re: r * cos, im: r * sin };
}

type Given = Pick<Setting, "bits" | "one" | "angle" | "nought">;

// #region hand
/** h begins at 1; every bit multiplies it by its own number. */
export function byHand({ bits: text, one: r, angle, nought: kept }: Given): Hand {
  const bits = bitsOf(text);
  const [one, nought] = [polar(r, angle), { re: kept, im: 0 }];
  const [re, im] = [new Float64Array(bits.length + 1), new Float64Array(bits.length + 1)];
  re[0] = 1;
  for (let t = 0; t < bits.length; t++) {
    const a = bits[t] ? one : nought;
    re[t + 1] = a.re * re[t]! - a.im * im[t]!;
    im[t + 1] = a.im * re[t]! + a.re * im[t]!;
  }
  const odd = parities(bits);
  const right = odd.filter((wanted, t) => wanted === saysOdd(re[t + 1]!)).length;
  return { bits, odd, one, nought, re, im, right, best: bestThreshold(re.subarray(1), odd) };
}
// #endregion

/** Left of zero is read as odd. */
export const saysOdd = (x: number): number => (x < 0 ? 1 : 0);

/** The most answers that any one threshold on h gets right, whichever side of it is called odd. */
function bestThreshold(h: Float64Array, odd: Uint8Array): number {
  const order = [...h.keys()].toSorted((a, b) => h[a]! - h[b]!);
  const ones = odd.reduce((sum, x) => sum + x, 0);
  // `right` where all below the threshold are called odd, all above even
  let right = odd.length - ones;
  let best = Math.max(right, ones);
  order.forEach((t, k) => {
    right += odd[t]! ? 1 : -1;
    const next = order[k + 1];
    if (next !== undefined && h[next] === h[t]) return;
    best = Math.max(best, right, odd.length - right);
  });
  return best;
}
