import { fail, finite, positive, vector } from "./check.ts";
import { expm } from "./expm.ts";
import { block, scale } from "./linalg.ts";
import { checkMatrix, checkSquare, identity, type Matrix, zeros } from "./matrix.ts";
import { solve } from "./solve.ts";

/**
 * How a continuous model h′ = A h + B u becomes steps of length Δ:
 * - `zoh`: exact for an input held constant over each step (zero-order hold),
 * - `bilinear`: trapezoidal, Tustin; `euler`: forward; `backward`: backward Euler,
 * - `{ gbt: α }`: the generalised bilinear transform, 0 ≤ α ≤ 1, of which those three are α = ½, 0 and 1.
 */
export type Rule = RuleName | { readonly gbt: number };

export const ruleNames = ["zoh", "bilinear", "euler", "backward"] as const;
export type RuleName = (typeof ruleNames)[number];

/** A discrete model: Ā n×n and B̄ n×m of h_{k+1} = Ā h_k + B̄ u_k. */
export interface Discrete {
  readonly A: Matrix;
  readonly B: Matrix;
}

/**
 * The discrete Ā, B̄ of A (n×n) and B (n×m) for a step of `dt`, in the unit of time of A (Gu et al., S4, section 2.3;
 * Zhang, Chen & Huang 2007 for GBT). A may be singular. Throws on bad shapes, dt ≤ 0, an unknown rule, or a step at
 * which the implicit rules have no solution (1/(αΔ) an eigenvalue of A).
 */
export function discretize(A: Matrix, B: Matrix, dt: number, rule: Rule): Discrete {
  const n = checkSquare("A", A);
  checkMatrix("B", B, n);
  positive("dt", dt);
  if (rule === "zoh") return zoh(A, B, dt);
  return generalisedBilinear(A, B, dt, weight(rule));
}

/** The α of the generalised bilinear transform. */
function weight(rule: Exclude<Rule, "zoh">): number {
  if (rule === "euler") return 0;
  if (rule === "bilinear") return 0.5;
  if (rule === "backward") return 1;
  const alpha = typeof rule === "object" ? rule?.gbt : undefined;
  if (alpha === undefined)
    fail("rule", '"zoh", "bilinear", "euler", "backward" or { gbt: α }', rule);
  if (!(alpha >= 0 && alpha <= 1)) fail("rule.gbt", "a number from 0 to 1", alpha);
  return alpha;
}

// #region zoh
/** exp([[A, B], [0, 0]] Δ) = [[Ā, B̄], [0, I]], which needs no inverse of A (Van Loan 1978). */
function zoh(A: Matrix, B: Matrix, dt: number): Discrete {
  const [n, m] = [B.rows, B.cols];
  const generator = block([
    [A, B],
    [zeros(m, n), zeros(m, m)],
  ]);
  const E = expm(scale(generator, dt));
  return { A: part(E, n, 0, n), B: part(E, n, n, m) };
}
// #endregion

// #region bilinear
/** (I − αΔA) Ā = I + (1 − α)ΔA and (I − αΔA) B̄ = ΔB: α = 0 Euler, ½ bilinear, 1 backward. */
function generalisedBilinear(A: Matrix, B: Matrix, dt: number, alpha: number): Discrete {
  const implicit = plusIdentity(A, -alpha * dt);
  const explicit = plusIdentity(A, (1 - alpha) * dt);
  return {
    A: solve(implicit, explicit, "I − αΔA"),
    B: solve(implicit, scale(B, dt), "I − αΔA"),
  };
}
// #endregion

// #region mamba
/**
 * Mamba's mixture for diagonal A, entry by entry: Ā = e^{ΔA} as by zero-order hold, but B̄ = ΔB as by Euler (Gu & Dao,
 * Mamba, section 3.6; the code of state-spaces/mamba, issue 114).
 */
export function mambaRule(A: Float64Array, B: Float64Array, dt: number): Diagonal {
  checkDiagonal(A, B, dt);
  return {
    A: A.map((a) => finite("exp(ΔA)", Math.exp(dt * a))),
    B: B.map((b) => finite("ΔB", dt * b)),
  };
}

/** The exact zero-order hold beside it: Ā = e^{ΔA}, B̄ = ((e^{ΔA} − 1)/A) B, which is ΔB at A = 0. */
export function zohDiagonal(A: Float64Array, B: Float64Array, dt: number): Diagonal {
  checkDiagonal(A, B, dt);
  return {
    A: A.map((a) => finite("exp(ΔA)", Math.exp(dt * a))),
    B: B.map((b, n) => finite("B̄", dt * expm1Ratio(dt * A[n]!) * b)),
  };
}
// #endregion

/** A discrete diagonal model: the diagonal of Ā and the entries of B̄. */
export interface Diagonal {
  readonly A: Float64Array;
  readonly B: Float64Array;
}

/** (eˣ − 1)/x without cancellation, 1 at x = 0: what the exact zero-order hold has and Mamba's rule leaves out. */
export function expm1Ratio(x: number): number {
  return x === 0 ? 1 : Math.expm1(x) / x;
}

function checkDiagonal(A: Float64Array, B: Float64Array, dt: number): void {
  vector("A", A);
  if (A.length === 0) fail("A", "a vector of at least one entry", "length 0");
  vector("B", B, A.length);
  positive("dt", dt);
}

/** I + s A. */
function plusIdentity(A: Matrix, s: number): Matrix {
  const I = identity(A.rows);
  for (let i = 0; i < I.data.length; i++) I.data[i]! += s * A.data[i]!;
  return I;
}

/** The first `rows` rows of M, `cols` columns from `left` on. */
function part(M: Matrix, rows: number, left: number, cols: number): Matrix {
  const P = zeros(rows, cols);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < cols; j++) P.data[i * cols + j] = M.data[i * M.cols + left + j]!;
  return P;
}
