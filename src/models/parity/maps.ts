import { cosSin, exp } from "../../numerics/portable.ts";
import { type Kind, multipliers, type Sizes, type Weights } from "./net.ts";
import { sigmoid, softplus } from "./smooth.ts";

/** What each token makes of the state: h ← (re + i im) h + b, rows for the token 0 and the token 1. */
export interface Maps {
  /** Tokens × multipliers; `im` stays 0 where nothing turns. */
  readonly re: Float64Array;
  readonly im: Float64Array;
  /** Tokens × N. */
  readonly b: Float64Array;
}

/** Room for them, or for a loss's slopes by them. */
export function newMaps(sizes: Sizes): Maps {
  const P = multipliers(sizes);
  return {
    re: new Float64Array(2 * P),
    im: new Float64Array(2 * P),
    b: new Float64Array(2 * sizes.N),
  };
}

const turn = { re: 1, im: 0 };

/** What a token multiplies a state by: Δ > 0, A < 0, θ the rate of a turn; no turn unless the kind has one. */
export function factorOf(
  kind: Kind,
  delta: number,
  A: number,
  theta: number,
): { readonly re: number; readonly im: number } {
  // #region multiplier
  const decay = exp(delta * A);
  if (kind === "positive") return { re: decay, im: 0 };
  if (kind === "negative") return { re: 2 * decay - 1, im: 0 };
  const { re, im } = cosSin(delta * theta, turn);
  return { re: decay * re, im: decay * im };
  // #endregion
}

/** The maps of a net's weights. */
export function mapsOf(sizes: Sizes, w: Weights, into: Maps = newMaps(sizes)): Maps {
  const P = multipliers(sizes);
  const share = sizes.N / P;
  for (let i = 0; i < 2 * P; i++) {
    const d = softplus(w.dt[i]!);
    const { re, im } = factorOf(sizes.kind, d, -exp(w.ALog[i % P]!), w.theta[i] ?? 0);
    into.re[i] = re;
    into.im[i] = im;
    for (let k = i * share; k < (i + 1) * share; k++) into.b[k] = d * w.B[k]!;
  }
  return into;
}

/** Adds the slopes by the weights of Δ, A, θ and B, from those by the maps. */
export function mapsBack(sizes: Sizes, w: Weights, by: Maps, slopes: Weights): void {
  const P = multipliers(sizes);
  const share = sizes.N / P;
  for (let i = 0; i < 2 * P; i++) {
    const d = softplus(w.dt[i]!);
    const A = -exp(w.ALog[i % P]!);
    const decay = exp(d * A);
    let byDecay = by.re[i]!;
    let byDelta = 0;
    if (sizes.kind === "negative") byDecay *= 2;
    if (sizes.kind === "rotation") {
      const { re, im } = cosSin(d * w.theta[i]!, turn);
      const byAngle = decay * (by.im[i]! * re - by.re[i]! * im);
      byDecay = by.re[i]! * re + by.im[i]! * im;
      byDelta = w.theta[i]! * byAngle;
      slopes.theta[i]! += d * byAngle;
    }
    byDelta += byDecay * decay * A;
    slopes.ALog[i % P]! += byDecay * decay * d * A;
    for (let k = i * share; k < (i + 1) * share; k++) {
      slopes.B[k]! += d * by.b[k]!;
      byDelta += w.B[k]! * by.b[k]!;
    }
    slopes.dt[i]! += byDelta * sigmoid(w.dt[i]!);
  }
}
