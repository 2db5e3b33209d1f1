import { fail } from "../../numerics/check.ts";
import {
  add,
  multiply,
  normFro,
  scale,
  subtract,
  symmetrise,
  transpose,
} from "../../numerics/linalg.ts";
import { identity, type Matrix, zeros } from "../../numerics/matrix.ts";
import { factorSemidefinite } from "../../numerics/semidefinite.ts";
import { cholesky, choleskySolve, solve } from "../../numerics/solve.ts";
import { congruence } from "./evidence.ts";
import { checkModel, type KalmanModel } from "./model.ts";

/** The parts of a model its steady state depends on. */
export type Dynamics = Pick<KalmanModel, "A" | "C" | "Q" | "R">;

/** The filter after it has forgotten its start: a linear time-invariant system in its measurements. */
export interface SteadyFilter {
  /** P predicted, n×n: the solution of the DARE. */
  predictedCov: Matrix;
  /** P filtered, n×n. */
  filteredCov: Matrix;
  /** S = C P Cᵀ + R, p×p. */
  innovationCov: Matrix;
  /** K = P Cᵀ S⁻¹, n×p. */
  gain: Matrix;
  /** (I − K C) A, n×n: x̂_t = closedLoop x̂_{t−1} + K z_t, so that its kernel is closedLoopⁱ K. */
  closedLoop: Matrix;
}

/** One equation X = H + Fᵀ X (I + G X)⁻¹ F, after 2ᵏ rounds of its iteration. */
interface Doubling {
  F: Matrix;
  G: Matrix;
  H: Matrix;
}

/**
 * The predicted covariance P, n×n, that the filter converges to from any positive definite start: the strong
 * solution of P = A P Aᵀ − A P Cᵀ (C P Cᵀ + R)⁻¹ C P Aᵀ + Q, by structure-preserving doubling (Chu, Fan, Lin & Wang, Int. J.
 * Control 77, 2004), one round worth as many filter steps as all before it. Throws unless (A, C) is detectable and R or
 * C Q Cᵀ + R is positive definite.
 */
export function steadyState({ A, C, Q, R }: Dynamics): Matrix {
  checkModel({ A, C, Q, R, m0: new Float64Array(A.rows), P0: identity(A.rows) });
  const size = normFro(Q) + normFro(R);
  const { equation, shift } = normalForm({ A, C, Q, R });
  const settled = quietly(() => iterate(equation, size));
  if (!settled) fail("(A, C)", "detectable, so that P settles", "a P that does not");
  return add(settled, shift);
}

/** The gain and the closed loop that belong to `steadyState`. Throws as it does. */
export function steadyFilter(model: Dynamics): SteadyFilter {
  const { A, C, R } = model;
  const P = steadyState(model);
  const CP = multiply(C, P);
  const S = symmetrise(add(multiply(CP, transpose(C)), R));
  const K = transpose(choleskySolve(cholesky(S), CP));
  const L = subtract(identity(A.rows), multiply(K, C));
  return {
    predictedCov: P,
    filteredCov: add(congruence(L, P), congruence(K, R)),
    innovationCov: S,
    gain: K,
    closedLoop: multiply(L, A),
  };
}

/** How far P is from the DARE: ‖A P Aᵀ − A P Cᵀ S⁻¹ C P Aᵀ + Q − P‖ in Frobenius norm, over ‖P‖ + ‖Q‖. */
export function riccatiResidual({ A, C, Q, R }: Dynamics, P: Matrix): number {
  const CP = multiply(C, P);
  const S = symmetrise(add(multiply(CP, transpose(C)), R));
  const filtered = subtract(P, multiply(transpose(CP), choleskySolve(cholesky(S), CP)));
  const next = add(congruence(A, symmetrise(filtered)), Q);
  return normFro(subtract(next, P)) / (normFro(P) + normFro(Q));
}

/**
 * P = X with F = Aᵀ, G = Cᵀ R⁻¹ C, H = Q. Where R is singular, P = Q + X instead, since P is never less than Q: that
 * moves C Q Cᵀ into R and leaves a cross term, which is swept out of A and Q (Anderson & Moore 1979, §5.5).
 */
function normalForm({ A, C, Q, R }: Dynamics): { equation: Doubling; shift: Matrix } {
  const n = A.rows;
  if (factorSemidefinite("R", R).rank === R.rows)
    return {
      equation: { F: transpose(A), G: weigh(R, C), H: Q },
      shift: zeros(n, n),
    };
  const noise = symmetrise(add(congruence(C, Q), R));
  if (factorSemidefinite("C Q Cᵀ + R", noise).rank < R.rows)
    fail("R or C Q Cᵀ + R", "positive definite", "a singular one");
  const G = weigh(noise, C);
  return {
    equation: {
      F: transpose(multiply(A, subtract(identity(n), multiply(Q, G)))),
      G,
      H: congruence(A, symmetrise(subtract(Q, multiply(multiply(Q, G), Q)))),
    },
    shift: Q,
  };
}

/** Cᵀ R⁻¹ C. */
function weigh(R: Matrix, C: Matrix): Matrix {
  return symmetrise(multiply(transpose(C), choleskySolve(cholesky(R), C)));
}

/** X from the start `size` I; undefined if it does not settle in 2⁶⁴ steps or still depends on its start. */
function iterate(equation: Doubling, size: number): Matrix | undefined {
  let last = from(size, equation);
  for (let round = 0; round < 64; round++) {
    equation = double(equation);
    const next = from(size, equation);
    if (normFro(subtract(next, last)) <= 1e-14 * normFro(next) + 1e-17 * size) {
      const other = from(4 * size, equation);
      return normFro(subtract(other, next)) <= 1e-7 * (normFro(next) + size) ? next : undefined;
    }
    last = next;
  }
  return undefined;
}

/** H + Fᵀ X (I + G X)⁻¹ F for X = size I: where the iteration gets to from there. */
function from(size: number, { F, G, H }: Doubling): Matrix {
  const reached = multiply(scale(transpose(F), size), solve(plusIdentity(scale(G, size)), F));
  return symmetrise(add(H, reached));
}

function double({ F, G, H }: Doubling): Doubling {
  const W = plusIdentity(multiply(G, H));
  const toF = solve(W, F);
  const toG = solve(W, G);
  return {
    F: multiply(F, toF),
    G: symmetrise(add(G, multiply(multiply(F, toG), transpose(F)))),
    H: symmetrise(add(H, multiply(multiply(transpose(F), H), toF))),
  };
}

function plusIdentity(M: Matrix): Matrix {
  return add(identity(M.rows), M);
}

/** The result, or undefined where the matrices outgrow Float64: a covariance without bound. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
