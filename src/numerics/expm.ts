import { fail } from "./check.ts";
import { add, product, scale, subtract } from "./linalg.ts";
import { checkSquare, identity, type Matrix, zeros } from "./matrix.ts";
import { solve } from "./solve.ts";

/** The largest ‖A‖₁ for which the Padé approximant of each degree is exact to rounding (Higham 2005, table 2.3). */
const reach: readonly (readonly [degree: number, norm: number])[] = [
  [3, 1.495585217958292e-2],
  [5, 2.53939833006323e-1],
  [7, 9.504178996162932e-1],
  [9, 2.097847961257068],
  [13, 5.371920351148152],
];

/**
 * eᴬ by scaling and squaring with Padé approximants (Higham, SIAM J. Matrix Anal. Appl. 26, 2005, algorithm 2.3).
 * Throws unless A is square and finite and eᴬ lies within the range of Float64.
 */
export function expm(A: Matrix): Matrix {
  checkSquare("A", A);
  const norm = norm1(A);
  if (!(norm < Infinity)) fail("‖A‖₁", "within the range of Float64", norm);
  const degree = reach.find(([, most]) => norm <= most)?.[0] ?? 13;
  // #region expm
  const squarings = degree < 13 ? 0 : Math.max(0, Math.ceil(Math.log2(norm / reach[4]![1])));
  let E = pade(scale(A, 2 ** -squarings), degree);
  for (let i = 0; i < squarings; i++) E = unchecked(E, E);
  // #endregion
  const bad = E.data.find((x) => !Number.isFinite(x));
  if (bad !== undefined)
    fail("A", "small enough for exp(A) to be within the range of Float64", `‖A‖₁ = ${norm}`);
  return E;
}

/** The diagonal Padé approximant q(A)⁻¹ p(A) of eᴬ, p and q split into even and odd powers: p = V + U, q = V − U. */
function pade(A: Matrix, degree: number): Matrix {
  const b = coefficients(degree);
  const I = identity(A.rows);
  const A2 = unchecked(A, A);
  let U: Matrix;
  let V: Matrix;
  if (degree < 13) {
    const powers = [I, A2];
    while (2 * powers.length < degree) powers.push(unchecked(powers.at(-1)!, A2));
    U = unchecked(
      A,
      combine(
        powers,
        b.filter((_, k) => k % 2 === 1),
      ),
    );
    V = combine(
      powers,
      b.filter((_, k) => k % 2 === 0),
    );
  } else {
    const A4 = unchecked(A2, A2);
    const A6 = unchecked(A2, A4);
    const powers = [A2, A4, A6];
    const high = (k: number) => unchecked(A6, combine(powers, [b[8 + k]!, b[10 + k]!, b[12 + k]!]));
    const low = (k: number) => combine([I, ...powers], [b[k]!, b[2 + k]!, b[4 + k]!, b[6 + k]!]);
    U = unchecked(A, add(high(1), low(1)));
    V = add(high(0), low(0));
  }
  return solve(subtract(V, U), add(V, U));
}

/** b_k = (2m − k)! m! / ((2m)! k! (m − k)!), up to a common factor: 1 at k = 0. */
function coefficients(m: number): number[] {
  const b = [1];
  for (let k = 1; k <= m; k++) b.push((b[k - 1]! * (m - k + 1)) / ((2 * m - k + 1) * k));
  return b;
}

function combine(matrices: Matrix[], weights: number[]): Matrix {
  const n = matrices[0]!.rows;
  const sum = zeros(n, n);
  matrices.forEach(({ data }, k) => {
    const weight = weights[k]!;
    for (let i = 0; i < data.length; i++) sum.data[i]! += weight * data[i]!;
  });
  return sum;
}

/** A B for square A and B; an overflow goes through, and `expm` finds it at the end. */
function unchecked(A: Matrix, B: Matrix): Matrix {
  const C = zeros(A.rows, A.rows);
  product(A.data, B.data, C.data, A.rows, A.rows, A.rows);
  return C;
}

/** ‖A‖₁, the largest column sum of magnitudes. */
function norm1(A: Matrix): number {
  const sums = new Float64Array(A.cols);
  A.data.forEach((x, at) => (sums[at % A.cols]! += Math.abs(x)));
  return Math.max(...sums);
}
