import { count, fail, finite, positive, vector } from "../numerics/check.ts";
import { complexZeros, type ComplexVector } from "../numerics/complex.ts";
import { dplr, type Dplr } from "../numerics/dplr.ts";
import { causalConvolve, inverseRealFft } from "../numerics/fft.ts";
import { checkSquare, type Matrix } from "../numerics/matrix.ts";
import { cauchy } from "./cauchy.ts";
import { lessPower } from "./legsPower.ts";

/**
 * S4 (Gu, Goel, Ré 2022, arXiv 2111.00396): a linear state space with A = LegS, discretised by the bilinear rule, whose kernel
 * K_l = C Ā^l B̄ comes from a Cauchy sum and an inverse FFT instead of L matrix products.
 */

// #region dense
/**
 * The kernel K_l = C A^l B, l = 0 … L−1, of a *discrete* system by plain recurrence, in O(N²L): the definition
 * (S4 equation 5). Throws on misfitting shapes, and when a power of A leaves the range of Float64.
 */
export function denseKernel(A: Matrix, B: Float64Array, C: Float64Array, L: number): Float64Array {
  const N = checkSquare("A", A);
  let x = vector("B", B, N).slice();
  let next = new Float64Array(N);
  vector("C", C, N);
  const K = new Float64Array(count("L", L));
  for (let l = 0; l < L; l++) {
    K[l] = dot(C, x);
    for (let n = 0; n < N; n++) next[n] = dot(A.data, x, n * N);
    [x, next] = [next, x];
  }
  if (!Number.isFinite(dot(K, K)))
    fail("A", "such that its first L powers stay in range", `a kernel that overflows`);
  return K;
}
// #endregion

/** Σ a_{offset+n} b_n. */
function dot(a: Float64Array, b: Float64Array, offset = 0): number {
  let sum = 0;
  for (let n = 0; n < b.length; n++) sum += a[offset + n]! * b[n]!;
  return sum;
}

/** S4's LegS in diagonal plus low-rank form with the output row C in its coordinates. */
export interface S4 extends Dplr {
  /** C̃ = C V, length H: with the conjugates implied, C x = Σ weight Re(C̃ x̃). */
  readonly C: ComplexVector;
}

/** LegS and a real output row C (length N ≥ 1) in DPLR coordinates. Throws on an empty or non-finite C. */
export function s4(C: Float64Array): S4 {
  const parts = legsParts(count("the length of C", vector("C", C).length));
  return { ...parts, C: tilde(C, parts) };
}

/** C V. */
function tilde(C: Float64Array, { V, N, B: { length: H } }: Dplr): ComplexVector {
  const out = complexZeros(H);
  for (let n = 0; n < N; n++)
    for (let j = 0; j < H; j++) {
      out.re[j]! += C[n]! * V.re.data[n * H + j]!;
      out.im[j]! += C[n]! * V.im.data[n * H + j]!;
    }
  return out;
}

/** The DPLR parts of the last size asked for: they depend on N alone, and a dragged C or Δ keeps N. */
let last: Dplr | undefined;
function legsParts(N: number): Dplr {
  if (last?.N !== N) last = dplr(N);
  return last;
}

// #region kernel
/**
 * The S4 kernel K_l = C Ā^l B̄, l = 0 … L−1, of LegS under the bilinear rule with step dt, for a real C of length N:
 * truncated generating function at the L-th roots of unity, Cauchy sums, Woodbury, inverse FFT (S4 Algorithm 1).
 * O(N³ log L) once for Ā^L, then O(NL + L log L). Throws on an empty or non-finite C, L < 1 and a dt outside 1e−60 … 1e60.
 */
export function legsKernel(C: Float64Array, L: number, dt: number): Float64Array {
  count("L", L);
  if (positive("dt", dt) < 1e-60 || dt > 1e60) fail("dt", "from 1e-60 to 1e60", dt);
  const N = count("the length of C", vector("C", C).length);
  const parts = legsParts(N);
  const truncated = tilde(lessPower(C, L, dt), parts); // C(I − Ā^L) V
  return vector("the kernel", inverseRealFft(generating(parts, truncated, L, dt), L));
}

/**
 * K̂ at z = e^{−iφ}, φ = 2πj/L. With g = (2/dt)(1−z)/(1+z) and c = 2/(1+z), Woodbury's K̂ = c [k00 − k01 k10/(1 + k11)] shrinks to
 * c k00/(1 + k11), since P = B/√2. c/(g − Λ) is written e^{iφ/2}/(iσ − κΛ), κ = cos φ/2, σ = (2/dt) sin φ/2, which stays finite at
 * z = −1; a pair of conjugate poles then shares the denominator s² + κ²ω², s = κ/2 + iσ.
 */
function generating(parts: Dplr, C: ComplexVector, L: number, dt: number): ComplexVector {
  const { P, B, Lambda, weight } = parts;
  const u = B.map((b, j) => weight[j]! * b * C.re[j]!);
  const v = B.map((b, j) => u[j]! / 2 - weight[j]! * b * C.im[j]! * Lambda.im[j]!);
  const e = P.map((p, j) => weight[j]! * p * p);
  const sums = cauchy(Lambda.im, [u, v, e]);
  const turn = halfTurns(L);
  const F = new Float64Array(6);
  const K = complexZeros(turn.re.length);
  let total = 0;
  for (let j = 0; j < K.re.length; j++) {
    const kappa = turn.re[j]!;
    const sine = turn.im[j]!;
    const sigma = (2 / dt) * sine;
    sums.at(kappa, sigma, F);
    // k00 = κF_v + iσF_u = x + iy and 1 + k11 = 1 + κ s F_e = p + iq
    const x = kappa * F[2]! - sigma * F[1]!;
    const y = kappa * F[3]! + sigma * F[0]!;
    const p = 1 + kappa * ((kappa / 2) * F[4]! - sigma * F[5]!);
    const q = kappa * ((kappa / 2) * F[5]! + sigma * F[4]!);
    const size = p * p + q * q;
    const re = (x * p + y * q) / size;
    const im = (y * p - x * q) / size;
    K.re[j] = re * kappa - im * sine;
    K.im[j] = re * sine + im * kappa;
    total += Math.abs(re) + Math.abs(im);
  }
  if (!Number.isFinite(total)) fail("C", "small enough for a kernel within range", "an overflow");
  return K;
}
// #endregion

/** e^{iφ/2} for the non-negative frequencies of length L, kept for the last L: a dragged slider seldom changes L. */
let turns = { L: 0, values: complexZeros(0) };
function halfTurns(L: number): ComplexVector {
  if (turns.L === L) return turns.values;
  const values = complexZeros(Math.floor(L / 2) + 1);
  for (let j = 0; j < values.re.length; j++) {
    const half = (Math.PI * j) / L;
    [values.re[j], values.im[j]] = [Math.cos(half), Math.sin(half)];
  }
  turns = { L, values };
  return values;
}

/** A running S4: `step` takes u_k and returns y_k; `state` is x̃ in DPLR coordinates, changed in place. */
export interface Running {
  readonly state: ComplexVector;
  step(u: number): number;
}

// #region recurrent
/**
 * S4 as a recurrence, x_k = Ā x_{k−1} + B̄ u_k, y_k = C x_k, in O(N) a step (S4 appendix C.2): Ā = A₁A₀ with
 * A₀ = 2/dt + Λ − PP* and A₁ = (2/dt − Λ + PP*)⁻¹ = D − DP(1 + P*DP)⁻¹P*D. Throws as `legsKernel`; `step` on a non-finite u.
 */
export function recurrent(C: Float64Array, dt: number): Running {
  const { Lambda, weight, B, P, C: Ct } = s4(C);
  const rate = 2 / positive("dt", dt);
  const state = complexZeros(B.length);
  const D = complexZeros(B.length);
  let gain = 1; // 1 + P*DP
  B.forEach((_, j) => {
    const [re, im] = [rate - Lambda.re[j]!, -Lambda.im[j]!];
    [D.re[j], D.im[j]] = [re / (re * re + im * im), -im / (re * re + im * im)];
    gain += weight[j]! * P[j]! ** 2 * D.re[j]!;
  });
  const { re, im } = state;
  const step = (u: number): number => {
    finite("u", u);
    let [px, pdx, y] = [0, 0, 0]; // P*x, P*D(A₀x + 2Bu), C x
    for (let j = 0; j < B.length; j++) px += weight[j]! * P[j]! * re[j]!;
    for (let j = 0; j < B.length; j++) {
      const a =
        (rate + Lambda.re[j]!) * re[j]! - Lambda.im[j]! * im[j]! - P[j]! * px + 2 * B[j]! * u;
      const b = (rate + Lambda.re[j]!) * im[j]! + Lambda.im[j]! * re[j]!;
      re[j] = D.re[j]! * a - D.im[j]! * b;
      im[j] = D.re[j]! * b + D.im[j]! * a;
      pdx += weight[j]! * P[j]! * re[j]!;
    }
    for (let j = 0; j < B.length; j++) {
      re[j]! -= (D.re[j]! * P[j]! * pdx) / gain;
      im[j]! -= (D.im[j]! * P[j]! * pdx) / gain;
      y += weight[j]! * (Ct.re[j]! * re[j]! - Ct.im[j]! * im[j]!);
    }
    return finite("the output", y);
  };
  return { state, step };
}
// #endregion

/** S4 as a convolution: the output for the input u (length L) from the kernel and two FFTs (S4 equation 4). */
export function convolutional(C: Float64Array, u: Float64Array, dt: number): Float64Array {
  const K = legsKernel(C, count("the length of u", vector("u", u).length), dt);
  return vector("the output", causalConvolve(u, K));
}
