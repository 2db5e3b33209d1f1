import { count, fail, finite, positive } from "./check.ts";
import { zeros, type Matrix } from "./matrix.ts";

/**
 * The matrices of HiPPO (High-order Polynomial Projection Operators; Gu, Dao, Ermon, Rudra, Ré 2020,
 * arXiv 2008.07669): x' = A x + B u keeps in x the coefficients of the past of u in an orthogonal basis.
 * A already carries the minus sign. Indices n, k run from 0.
 */
export interface Hippo {
  /** N×N. */
  readonly A: Matrix;
  /** Length N. */
  readonly B: Float64Array;
}

// #region legs
/**
 * LegS, the *scaled Legendre* measure: all of the past, equally weighted (HiPPO Theorem 2; S4 equation 2).
 * Lower triangular with eigenvalues −1 … −N, and A + Aᵀ = −(I + B Bᵀ). Throws unless N is whole and at least 1.
 */
export function legs(N: number): Hippo {
  const B = roots(N);
  const A = fill(N, (n, k) => (n > k ? -B[n]! * B[k]! : n === k ? -(n + 1) : 0));
  return { A, B };
}
// #endregion

// #region legt
/**
 * LegT, the *translated Legendre* measure: a window of length `theta`, equally weighted (HiPPO Theorem 1).
 * The normalised form of 2008.07669's code; s4's `hippo.py` writes its half (theta = 2).
 */
export function legt(N: number, theta = 1): Hippo {
  positive("theta", theta);
  const s = roots(N);
  const A = fill(N, (n, k) => (-s[n]! * s[k]! * (k > n ? sign(n - k) : 1)) / theta);
  return { A, B: s.map((x) => x / theta) };
}
// #endregion

/**
 * LegT in the scaling of the Legendre Memory Unit (Voelker, Kajić, Eliasmith 2019, equation 2): the same memory of
 * a window of length `theta` with x_n multiplied by (−1)ⁿ√(2n+1).
 */
export function lmu(N: number, theta = 1): Hippo {
  count("N", N);
  positive("theta", theta);
  const A = fill(N, (n, k) => ((2 * n + 1) / theta) * (k > n ? -1 : sign(n - k + 1)));
  return { A, B: Float64Array.from({ length: N }, (_, n) => ((2 * n + 1) * sign(n)) / theta) };
}

// #region lagt
/**
 * LagT, the *translated Laguerre* measure: an exponentially fading past (HiPPO appendix D.2, tilted so that
 * e^{tA}B = L_n(t) e^{−t/2}, an orthonormal basis on [0, ∞)).
 */
export function lagt(N: number): Hippo {
  count("N", N);
  const A = fill(N, (n, k) => (n > k ? -1 : n === k ? -0.5 : 0));
  return { A, B: new Float64Array(N).fill(1) };
}
// #endregion

// #region fout
/**
 * FouT, the *translated Fourier* basis: a window of length `theta` in the basis 1, √2 cos 2πjs/θ, √2 sin 2πjs/θ
 * (HiPPO appendix D.4; s4's `fourier2`). State 1, the sine of frequency 0, is always 0, and so is the last state of an odd
 * N: a cosine without its sine would never turn, and spoils the whole memory.
 */
export function fout(N: number, theta = 1): Hippo {
  count("N", N);
  positive("theta", theta);
  const b = fourierCorner(N);
  const A = fill(N, (n, k) => {
    const turn = n + 1 === k && n % 2 === 0 ? -n : k + 1 === n && k % 2 === 0 ? k : 0;
    return (Math.PI * turn - 2 * b[n]! * b[k]!) / theta;
  });
  return { A, B: b.map((x) => (2 * x) / theta) };
}
// #endregion

/** The families whose A is a normal matrix less a low-rank P Pᵀ. */
export type Normal = "legs" | "legt" | "lagt" | "fout";

const NORMAL: ReadonlySet<Normal> = new Set<Normal>(["legs", "legt", "lagt", "fout"]);

/**
 * P (N×rank) with A + P Pᵀ normal, for the matrices above at theta = 1 (S4 Theorem 1 and appendix C.1): rank 1 for
 * LegS, LagT and FouT, rank 2 for LegT (even and odd rows of √(2n+1)). For another theta divide P by √theta.
 */
export function rankCorrection(measure: Normal, N: number): Matrix {
  if (!NORMAL.has(measure)) fail("measure", [...NORMAL].join(", "), measure);
  const s = roots(N);
  if (measure === "legt") {
    const P = zeros(N, 2);
    for (let n = 0; n < N; n++) P.data[2 * n + (n % 2)] = s[n]!;
    return P;
  }
  const P = zeros(N, 1);
  const b = fourierCorner(N);
  for (let n = 0; n < N; n++)
    P.data[n] = Math.SQRT2 * (measure === "fout" ? b[n]! : measure === "legs" ? s[n]! / 2 : 0.5);
  return P;
}

// #region feedback
/**
 * HiPPO as feedback: A(κ) = A⁽ᴺ⁾ − (κ/2) B Bᵀ, with A⁽ᴺ⁾ = −½I + skew the normal part of LegS. The rank-one term is a
 * state feedback u = K x with K = −(κ/2)Bᵀ: κ = 0 is the diagonalisable matrix of S4D-LegS, κ = 1 exact HiPPO.
 */
export function legsFeedback(N: number, kappa: number): Hippo {
  finite("kappa", kappa);
  const B = roots(N);
  const A = fill(N, (n, k) => {
    const skew = n === k ? -0.5 : 0.5 * Math.sign(k - n) * B[n]! * B[k]!;
    return skew - 0.5 * kappa * B[n]! * B[k]!;
  });
  return { A, B };
}
// #endregion

/** √(2n+1), n = 0 … N−1: the lengths that make Legendre polynomials orthonormal, and the B of LegS. */
function roots(N: number): Float64Array {
  count("N", N);
  return Float64Array.from({ length: N }, (_, n) => Math.sqrt(2 * n + 1));
}

/** 1, 0, √2, 0, √2 …: the Fourier basis at the end of its window, less a last cosine without its sine. */
function fourierCorner(N: number): Float64Array {
  const b = Float64Array.from({ length: N }, (_, n) => (n % 2 === 0 ? Math.SQRT2 : 0));
  if (N % 2 === 1) b[N - 1] = 0;
  b[0] = 1;
  return b;
}

function sign(n: number): number {
  return n % 2 === 0 ? 1 : -1;
}

function fill(N: number, entry: (n: number, k: number) => number): Matrix {
  const A = zeros(N, N);
  for (let n = 0; n < N; n++) for (let k = 0; k < N; k++) A.data[n * N + k] = entry(n, k);
  return A;
}
