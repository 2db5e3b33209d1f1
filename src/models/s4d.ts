import { count, fail, finite, positive, vector } from "../numerics/check.ts";
import {
  checkComplex,
  complexDivide,
  complexExp,
  complexExpm1,
  complexMultiply,
  complexZeros,
  type ComplexVector,
} from "../numerics/complex.ts";
import { dplr } from "../numerics/dplr.ts";

/**
 * S4D (Gu, Gupta, Goel, Ré 2022, arXiv 2206.11893): S4 with a diagonal A, so that the kernel is a Vandermonde sum,
 * K_l = weight Re Σ_n C_n B̄_n Ā_n^l. Discretised by zero-order hold, or by the bilinear rule.
 */
export interface Diagonal {
  /** Diagonal entries A_n, Re A_n ≤ 0. */
  readonly A: ComplexVector;
  /** Input weights, one per entry. */
  readonly B: ComplexVector;
  /** 2 for an entry that stands for itself and its conjugate, 1 for a real one. */
  readonly weight: Float64Array;
}

// #region inits
/** S4D-Lin: A_n = −½ + iπn for n = 0 … half−1, conjugates implied, B = 1 (2206.11893 section 4.3). */
export function lin(half: number): Diagonal {
  return conjugates(half, (n) => Math.PI * n);
}

/** S4D-Inv: A_n = −½ + i(N/π)(N/(2n+1) − 1) with N = 2 half, B = 1: the frequencies of LegS, approximately. */
export function inv(half: number): Diagonal {
  const N = 2 * half;
  return conjugates(half, (n) => (N / Math.PI) * (N / (2 * n + 1) - 1));
}

/** S4D-Real: A_n = −(n+1), the eigenvalues of LegS itself, B = 1. */
export function real(N: number): Diagonal {
  const A = {
    re: Float64Array.from({ length: count("N", N) }, (_, n) => -(n + 1)),
    im: new Float64Array(N),
  };
  return { A, B: ones(N), weight: new Float64Array(N).fill(1) };
}

/**
 * S4D-LegS for N states: the normal part of LegS, A = Λ of the DPLR form and B = ½V*B, whose e^{tA}B tends to that of LegS as
 * N grows (2206.11893 Theorem 3). ⌈N/2⌉ entries, largest frequency first; an output row in state coordinates is `s4(C).C`.
 */
export function legs(N: number): Diagonal {
  const { Lambda, B, weight } = dplr(N);
  return { A: Lambda, B: { re: B.map((b) => b / 2), im: new Float64Array(B.length) }, weight };
}
// #endregion

// #region vandermonde
/**
 * The kernel K_l = Σ weight Re(C_n B̄_n Ā_n^l), l = 0 … L−1, of a diagonal system in O(NL); with `zoh`, the default,
 * Ā_n = e^{dt A_n} and B̄_n = B_n (Ā_n − 1)/A_n.
 * C has one complex number per entry. Throws on misfitting lengths, L < 1, dt ≤ 0.
 */
export function vandermonde(
  system: Diagonal,
  C: ComplexVector,
  L: number,
  dt: number,
  rule: DiagonalRule = "zoh",
): Float64Array {
  const { weight } = checkDiagonal(system);
  checkComplex("C", C, weight.length);
  const K = new Float64Array(count("L", L));
  const { Bbar, rate } = discrete(system, dt, rule);
  for (let n = 0; n < weight.length; n++) {
    const [re, im] = [rate.re[n]!, rate.im[n]!];
    const z = complexExp({ re, im });
    const w = complexMultiply({ re: C.re[n]!, im: C.im[n]! }, { re: Bbar.re[n]!, im: Bbar.im[n]! });
    for (let start = 0; start < L; start += RESTART) {
      // w Ā^l by repeated multiplication, made afresh every RESTART samples so that rounding does not add up
      const from = complexMultiply(w, complexExp({ re: start * re, im: start * im }));
      let [x, y] = [weight[n]! * from.re, weight[n]! * from.im];
      for (let l = start; l < Math.min(L, start + RESTART); l++) {
        K[l]! += x;
        [x, y] = [x * z.re - y * z.im, x * z.im + y * z.re];
      }
    }
  }
  return vector("the kernel", K);
}
// #endregion

const RESTART = 64;

/** Zero-order hold, as the paper has it, or bilinear, as S4 (2206.11893 section 3.1). */
export type DiagonalRule = "zoh" | "bilinear";

/** B̄_n and log Ā_n of each entry. */
function discrete(system: Diagonal, dt: number, rule: DiagonalRule) {
  positive("dt", dt);
  return rule === "zoh"
    ? { Bbar: held(system, dt), rate: scaled(system.A, dt) }
    : trapezoid(system, dt);
}

const scaled = ({ re, im }: ComplexVector, dt: number): ComplexVector => ({
  re: re.map((x) => dt * x),
  im: im.map((x) => dt * x),
});

/** Ā = (1 + dt A/2)/(1 − dt A/2) and B̄ = dt B/(1 − dt A/2); the logarithm from its modulus and its angle. */
function trapezoid({ A, B }: Diagonal, dt: number) {
  const [Bbar, rate] = [complexZeros(A.re.length), complexZeros(A.re.length)];
  for (let n = 0; n < A.re.length; n++) {
    const [x, y] = [(dt * A.re[n]!) / 2, (dt * A.im[n]!) / 2];
    // |1 + a|² / |1 − a|² = 1 + 4x / |1 − a|²: no cancellation where the step is small; −∞ where Ā = 0
    const below = (1 - x) ** 2 + y * y;
    rate.re[n] = Math.max(-1e4, Math.log1p((4 * x) / below) / 2);
    rate.im[n] = Math.atan2(y, 1 + x) + Math.atan2(y, 1 - x);
    const b = complexDivide({ re: dt * B.re[n]!, im: dt * B.im[n]! }, { re: 1 - x, im: -y });
    [Bbar.re[n], Bbar.im[n]] = [b.re, b.im];
  }
  return { Bbar, rate };
}

/** B̄_n = B_n (e^{dt A_n} − 1)/A_n, or dt B_n where A_n = 0. */
function held({ A, B }: Diagonal, dt: number): ComplexVector {
  const out = complexZeros(A.re.length);
  for (let n = 0; n < out.re.length; n++) {
    const a = { re: A.re[n]!, im: A.im[n]! };
    const grown = complexExpm1({ re: dt * a.re, im: dt * a.im });
    const factor = a.re === 0 && a.im === 0 ? { re: dt, im: 0 } : complexDivide(grown, a);
    const b = complexMultiply({ re: B.re[n]!, im: B.im[n]! }, factor);
    [out.re[n], out.im[n]] = [b.re, b.im];
  }
  return out;
}

/** The S4D-Lin kernel: C holds half the states, the conjugates are implied. */
export function linKernel(C: ComplexVector, L: number, dt: number): Float64Array {
  return vandermonde(lin(states(C)), C, L, dt);
}

/** The S4D-Inv kernel: C holds half the states, the conjugates are implied. */
export function invKernel(C: ComplexVector, L: number, dt: number): Float64Array {
  return vandermonde(inv(states(C)), C, L, dt);
}

/** The S4D-Real kernel of a real output row C. */
export function realKernel(C: Float64Array, L: number, dt: number): Float64Array {
  const N = count("the length of C", vector("C", C).length);
  return vandermonde(real(N), { re: C, im: new Float64Array(N) }, L, dt);
}

/** The S4D-LegS kernel for N states: C holds ⌈N/2⌉ numbers in diagonal coordinates, conjugates implied. */
export function legsDiagonalKernel(
  N: number,
  C: ComplexVector,
  L: number,
  dt: number,
  rule: DiagonalRule = "zoh",
): Float64Array {
  return vandermonde(legs(N), C, L, dt, rule);
}

/** A running S4D: `step` takes u_k, and a step size of its own where wanted, and returns y_k; `state` is changed in place. */
export interface Running {
  readonly state: ComplexVector;
  step(u: number, dt?: number): number;
}

// #region recurrent
/** S4D as a recurrence: x_k = Ā x_{k−1} + B̄ u_k entry by entry, y_k = Σ weight Re(C x_k). Throws as `vandermonde`. */
export function recurrent(
  system: Diagonal,
  C: ComplexVector,
  dt: number,
  rule: DiagonalRule = "zoh",
): Running {
  const { weight } = checkDiagonal(system);
  const H = checkComplex("C", C, weight.length);
  const state = complexZeros(H);
  let now = NaN;
  let [Abar, Bbar] = [complexZeros(H), complexZeros(H)];
  const pace = (next: number) => {
    const { Bbar: B, rate } = discrete(system, next, rule);
    [now, Bbar] = [next, B];
    for (let n = 0; n < H; n++) {
      const z = complexExp({ re: rate.re[n]!, im: rate.im[n]! });
      [Abar.re[n], Abar.im[n]] = [z.re, z.im];
    }
  };
  pace(dt);
  const step = (u: number, dtNow = dt): number => {
    finite("u", u);
    if (dtNow !== now) pace(dtNow);
    let y = 0;
    for (let n = 0; n < H; n++) {
      const [re, im] = [state.re[n]!, state.im[n]!];
      state.re[n] = Abar.re[n]! * re - Abar.im[n]! * im + Bbar.re[n]! * u;
      state.im[n] = Abar.re[n]! * im + Abar.im[n]! * re + Bbar.im[n]! * u;
      y += weight[n]! * (C.re[n]! * state.re[n]! - C.im[n]! * state.im[n]!);
    }
    return finite("the output", y);
  };
  return { state, step };
}
// #endregion

function conjugates(half: number, omega: (n: number) => number): Diagonal {
  const A = complexZeros(count("half", half));
  A.re.fill(-0.5);
  A.im.forEach((_, n) => (A.im[n] = omega(n)));
  return { A, B: ones(half), weight: new Float64Array(half).fill(2) };
}

function ones(n: number): ComplexVector {
  return { re: new Float64Array(n).fill(1), im: new Float64Array(n) };
}

function states(C: ComplexVector): number {
  return count("the length of C", checkComplex("C", C));
}

/** Throws unless the parts fit and no entry grows. */
function checkDiagonal(system: Diagonal): Diagonal {
  const n = count("the length of A", checkComplex("A", system?.A));
  checkComplex("B", system.B, n);
  vector("weight", system.weight, n);
  const growing = system.A.re.findIndex((a) => a > 0);
  if (growing >= 0) fail(`A[${growing}]`, "of real part at most 0", system.A.re[growing]);
  return system;
}
