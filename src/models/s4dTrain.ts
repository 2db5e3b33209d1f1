import { count, fail, finite, vector } from "../numerics/check.ts";
import { checkComplex, type ComplexVector } from "../numerics/complex.ts";
import { causalConvolve } from "../numerics/fft.ts";
import type { S4DWeights } from "./mamba/weights.ts";
import { kernelsBack, kernelsInto } from "./s4dKernel.ts";

/**
 * One channel of a trainable S4D (Gu et al. 2022, arXiv 2206.11893): A_n = −e^{logMinusRe} + i·im for half the states, conjugates
 * implied, B = 1, Δ = e^{logDt}, zero-order hold.
 */
export interface S4DChannel {
  readonly L: number;
  readonly logDt: number;
  readonly logMinusRe: Float64Array;
  readonly im: Float64Array;
  readonly C: ComplexVector;
  readonly D: number;
}

/** The gradients of Σ weights · y. */
export interface S4DGradients {
  readonly logDt: number;
  readonly logMinusRe: Float64Array;
  readonly im: Float64Array;
  readonly Cre: Float64Array;
  readonly Cim: Float64Array;
  readonly D: number;
  readonly u: Float64Array;
}

/**
 * Forwards and backwards through K_l = 2 Re Σ C (e^{ΔA} − 1)/A e^{lΔA} and y = K ∗ u + D u, causal, with u and weights (= ∂loss/∂y)
 * of L numbers: O(NL + L log L), every convolution and correlation by FFT. Throws on misfitting lengths and what is not finite.
 */
export function s4dBackward(
  channel: S4DChannel,
  u: Float64Array,
  weights: Float64Array,
): { kernel: Float64Array; y: Float64Array; gradients: S4DGradients } {
  const { L, D } = channel;
  const w = checkChannel(channel);
  const N = w.im.length;
  vector("u", u, L);
  vector("weights", weights, L);
  const kernel = new Float64Array(L);
  kernelsInto(kernel, w, 1, N, L);
  const y = causalConvolve(u, vector("the kernel", kernel)).map((x, t) => x + D * u[t]!);
  // #region correlations
  // Σ_t w_t K_{t−s} and Σ_t w_t u_{t−l}: convolutions with the weights in reverse, read in reverse
  const back = weights.toReversed();
  const du = causalConvolve(back, kernel).toReversed();
  const dK = causalConvolve(back, u).toReversed();
  // #endregion
  const zeros = (n: number) => new Float64Array(n);
  const g = { logDt: zeros(1), logMinusRe: zeros(N), im: zeros(N), CRe: zeros(N), CIm: zeros(N) };
  kernelsBack(g, dK, w, 1, N, L);
  return {
    kernel,
    y,
    gradients: {
      logDt: finite("∂loss/∂logDt", g.logDt[0]!),
      logMinusRe: vector("∂loss/∂logMinusRe", g.logMinusRe),
      im: vector("∂loss/∂im", g.im),
      Cre: vector("∂loss/∂Cre", g.CRe),
      Cim: vector("∂loss/∂Cim", g.CIm),
      D: finite(
        "∂loss/∂D",
        weights.reduce((sum, x, t) => sum + x * u[t]!, 0),
      ),
      u: vector(
        "∂loss/∂u",
        du.map((x, t) => x + D * weights[t]!),
      ),
    },
  };
}

const FARTHEST = 2 ** 19; // radians: as far as numerics/portable.ts has cos and sin

function checkChannel({ L, logDt, logMinusRe, im, C, D }: S4DChannel): S4DWeights {
  count("L", L);
  finite("D", D);
  const N = count("the length of im", vector("im", im).length);
  vector("logMinusRe", logMinusRe, N);
  checkComplex("C", C, N);
  const dt = Math.exp(finite("logDt", logDt));
  const far = im.findIndex((x) => Math.abs(x * dt) > FARTHEST);
  if (far >= 0) fail(`im[${far}]·Δ`, `at most ${FARTHEST} radians a step`, im[far]! * dt);
  return { logDt: Float64Array.of(logDt), logMinusRe, im, CRe: C.re, CIm: C.im };
}
