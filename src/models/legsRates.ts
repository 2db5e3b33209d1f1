import { count, positive } from "../numerics/check.ts";
import { legendreBasis } from "../numerics/polynomials.ts";
import { gaussLegendre } from "../numerics/quadrature.ts";

/** As many coefficients as a tail of errors is summed from. */
const MOST = 96;

// #region errors
/**
 * ‖f − its projection on N polynomials‖ for N = 0 … `most`, under LegS's even weight over [0, t]. f is smooth between
 * neighbouring whole numbers; what is left beyond 96 coefficients comes from Parseval's equation where it is not rounding.
 */
export function projectionErrors(f: (x: number) => number, t: number, most: number): Float64Array {
  const edges = Float64Array.from({ length: Math.ceil(positive("t", t)) + 1 }, (_, i) =>
    Math.min(1, i / t),
  );
  const { nodes, weights } = gaussLegendre(52, edges);
  const basis = legendreBasis(MOST, nodes).data;
  const c = new Float64Array(MOST);
  let size = 0;
  nodes.forEach((y, i) => {
    const value = weights[i]! * f(t * y);
    size += value * f(t * y);
    for (let n = 0; n < MOST; n++) c[n]! += value * basis[i * MOST + n]!;
  });
  let left = c.reduce((sum, x) => sum - x * x, size);
  if (left < 1e-13 * size) left = 0;
  const squares = new Float64Array(MOST + 1);
  squares[MOST] = left;
  for (let n = MOST - 1; n >= 0; n--) squares[n] = squares[n + 1]! + c[n]! ** 2;
  return squares.subarray(0, count("most", most) + 1).map(Math.sqrt);
}
// #endregion

// #region bound
/**
 * The most that error can be for N = k … `most` if |f⁽ᵏ⁾| ≤ 1 on [0, 1], else NaN: (Σ_{n ≥ N} ‖Iᵏφ_n‖²)^½, by k integrations
 * by parts of c_n. Times M tᵏ for |f⁽ᵏ⁾| ≤ M on [0, t]. It falls as N^{−k+½} (HiPPO, Proposition 6).
 */
export function errorBounds(k: number, most: number): Float64Array {
  const bounds = new Float64Array(count("most", most) + 1).fill(NaN);
  // Beyond the last term that is summed the others are less than their integral.
  let sum = integralNorm(LAST, k) * (1 + LAST / (2 * k - 1));
  for (let n = LAST - 1; n >= count("k", k); n--) {
    sum += integralNorm(n, k);
    if (n <= most) bounds[n] = Math.sqrt(sum);
  }
  return bounds;
}
// #endregion

const LAST = 1024;

/** ‖Iᵏφ_n‖², I from 0: Iφ_n = α_{n+1}φ_{n+1} − α_nφ_{n−1} with α_n = 1/(2√(4n² − 1)), n ≥ k. */
function integralNorm(n: number, k: number): number {
  let row = new Map([[n, 1]]);
  for (let turn = 0; turn < k; turn++) {
    const next = new Map<number, number>();
    const add = (m: number, x: number) => next.set(m, (next.get(m) ?? 0) + x);
    for (const [m, x] of row) {
      add(m + 1, x * alpha(m + 1));
      add(m - 1, -x * alpha(m));
    }
    row = next;
  }
  return [...row.values()].reduce((sum, x) => sum + x * x, 0);
}

const alpha = (n: number) => 1 / (2 * Math.sqrt(4 * n * n - 1));

// #region gradient
/** ‖∂c(t₁)/∂f(t₀)‖ of LegS with 1/t: (1/t₁)(Σ φ_n(t₀/t₁)²)^½, between √(N/2)/t₁ and N/t₁ (HiPPO, Proposition 5: Θ(1/t₁)). */
export function scaledGradient(N: number, t0: number, t1: number): number {
  return norm(N, t0 / t1) / t1;
}

/** The same without 1/t, e^{A(t₁−t₀)}B: it dies out as e^{−(t₁−t₀)}. */
export function fadingGradient(N: number, t0: number, t1: number): number {
  const rest = Math.exp(t0 - t1);
  return norm(N, rest) * rest;
}
// #endregion

const norm = (N: number, y: number) =>
  Math.hypot(...legendreBasis(count("N", N), Float64Array.of(y)).data);
