import type { Real } from "../numerics/dense.ts";
import { cosSin, exp } from "../numerics/portable.ts";
import type { S4DWeights } from "./mamba/weights.ts";

/**
 * The kernels of E channels of a complex S4D and their gradients (Gu et al. 2022, arXiv 2206.11893): A = −e^{logMinusRe} + i·im
 * for half the states, conjugates implied, B = 1, zero-order hold; K_l = 2 Re Σ C (e^{ΔA} − 1)/A · e^{lΔA}. Functions that are
 * the same in every engine; nothing is allocated or checked.
 */

/** A pole: Δ, A, z = e^{ΔA}, G = (z − 1)/A and ∂G/∂A. */
interface Pole {
  dt: number;
  re: number;
  im: number;
  zRe: number;
  zIm: number;
  gRe: number;
  gIm: number;
  slopeRe: number;
  slopeIm: number;
}
const pole: Pole = {
  dt: 0,
  re: 0,
  im: 0,
  zRe: 0,
  zIm: 0,
  gRe: 0,
  gIm: 0,
  slopeRe: 0,
  slopeIm: 0,
};
const unit = { re: 0, im: 0 };

/** Fills `pole` for state n of channel e; `at` = e·N + n. */
function readPole(w: S4DWeights, e: number, at: number): void {
  pole.dt = exp(w.logDt[e]!);
  pole.re = -exp(w.logMinusRe[at]!);
  pole.im = w.im[at]!;
  const x = pole.dt * pole.re;
  const y = pole.dt * pole.im;
  const size = exp(x);
  cosSin(y, unit);
  pole.zRe = size * unit.re;
  pole.zIm = size * unit.im;
  if (x * x + y * y < 0.25) series(x, y);
  else quotients(x, y);
}

/** φ(x) = (e^x − 1)/x and φ′ by their series Σ x^k/(k+1)! and Σ (k+1)x^k/(k+2)!, where the quotients would cancel. */
function series(x: number, y: number): void {
  let [tRe, tIm] = [1, 0]; // x^k/(k+1)!
  let [pRe, pIm, sRe, sIm] = [0, 0, 0, 0];
  for (let k = 0; k < 16; k++) {
    pRe += tRe;
    pIm += tIm;
    const share = (k + 1) / (k + 2);
    sRe += tRe * share;
    sIm += tIm * share;
    const next = tRe * x - tIm * y;
    tIm = (tRe * y + tIm * x) / (k + 2);
    tRe = next / (k + 2);
  }
  scaled(pRe, pIm, sRe, sIm);
}

/** φ = (z − 1)/x and φ′ = (z − φ)/x. */
function quotients(x: number, y: number): void {
  const below = x * x + y * y;
  const pRe = ((pole.zRe - 1) * x + pole.zIm * y) / below;
  const pIm = (pole.zIm * x - (pole.zRe - 1) * y) / below;
  const [uRe, uIm] = [pole.zRe - pRe, pole.zIm - pIm];
  scaled(pRe, pIm, (uRe * x + uIm * y) / below, (uIm * x - uRe * y) / below);
}

/** G = Δφ(ΔA), ∂G/∂A = Δ²φ′(ΔA). */
function scaled(pRe: number, pIm: number, sRe: number, sIm: number): void {
  const { dt } = pole;
  pole.gRe = dt * pRe;
  pole.gIm = dt * pIm;
  pole.slopeRe = dt * dt * sRe;
  pole.slopeIm = dt * dt * sIm;
}

/** Kernels of length L, written to K[l·E + e]. */
export function kernelsInto(K: Float64Array, w: S4DWeights, E: number, N: number, L: number): void {
  K.fill(0, 0, L * E);
  for (let e = 0; e < E; e++)
    for (let n = 0; n < N; n++) {
      readPole(w, e, e * N + n);
      const { zRe, zIm, gRe, gIm } = pole;
      const [cRe, cIm] = [2 * w.CRe[e * N + n]!, 2 * w.CIm[e * N + n]!];
      let re = cRe * gRe - cIm * gIm;
      let im = cRe * gIm + cIm * gRe;
      for (let i = e; i < L * E; i += E) {
        K[i]! += re;
        const next = re * zRe - im * zIm;
        im = re * zIm + im * zRe;
        re = next;
      }
    }
}

/** From ∂loss/∂K to the gradients by all that the kernels are made of, which are added to `g`. */
export function kernelsBack(
  g: S4DWeights,
  dK: Float64Array,
  w: S4DWeights,
  E: number,
  N: number,
  L: number,
): void {
  for (let e = 0; e < E; e++)
    for (let n = 0; n < N; n++) {
      const at = e * N + n;
      readPole(w, e, at);
      const { zRe, zIm } = pole;
      let [re, im] = [1, 0]; // z^l
      let [s0Re, s0Im, s1Re, s1Im] = [0, 0, 0, 0]; // Σ dK z^l, Σ l dK z^l
      for (let l = 0, i = e; l < L; l++, i += E) {
        const k = dK[i]!;
        s0Re += k * re;
        s0Im += k * im;
        s1Re += l * k * re;
        s1Im += l * k * im;
        const next = re * zRe - im * zIm;
        im = re * zIm + im * zRe;
        re = next;
      }
      poleBack(g, w.CRe[at]!, w.CIm[at]!, e, at, s0Re, s0Im, s1Re, s1Im);
    }
}

/**
 * The loss is 2 Re f with f = C G S₀ holomorphic in all it depends on, S₀ = Σ dK z^l: so 2 Re f′ and −2 Im f′ are the slopes by
 * the real and the imaginary part.
 */
function poleBack(
  g: S4DWeights,
  cRe: number,
  cIm: number,
  e: number,
  at: number,
  s0Re: number,
  s0Im: number,
  s1Re: number,
  s1Im: number,
): void {
  const { dt, re, im, zRe, zIm, gRe, gIm, slopeRe, slopeIm } = pole;
  add(g.CRe, at, 2 * (gRe * s0Re - gIm * s0Im));
  add(g.CIm, at, -2 * (gRe * s0Im + gIm * s0Re));
  const tRe = gRe * s1Re - gIm * s1Im; // G S₁
  const tIm = gRe * s1Im + gIm * s1Re;
  const aRe = slopeRe * s0Re - slopeIm * s0Im + dt * tRe; // ∂(G S₀)/∂A
  const aIm = slopeRe * s0Im + slopeIm * s0Re + dt * tIm;
  add(g.logMinusRe, at, 2 * re * (cRe * aRe - cIm * aIm));
  add(g.im, at, -2 * (cRe * aIm + cIm * aRe));
  const dRe = zRe * s0Re - zIm * s0Im + re * tRe - im * tIm; // ∂(G S₀)/∂Δ
  const dIm = zRe * s0Im + zIm * s0Re + re * tIm + im * tRe;
  add(g.logDt, e, 2 * dt * (cRe * dRe - cIm * dIm));
}

function add(x: Real, at: number, by: number): void {
  x[at]! += by;
}
