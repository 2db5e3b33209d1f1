import { fail, vector } from "../numerics/check.ts";
import {
  type Complex,
  complexDivide,
  complexMultiply,
  type ComplexVector,
} from "../numerics/complex.ts";
import type { Dplr } from "../numerics/dplr.ts";

/**
 * S4D-LegS beside LegS, frequency by frequency (Gu et al. 2022, arXiv 2206.11893, Theorem 3; as transfer functions Yu et al. 2023,
 * arXiv 2310.01698). T and T′ are what LegS and its normal part with B/2 make of a frequency.
 */

// #region law
/**
 * |T − T′| / |T′| at ω radians per unit of time, for every output row: ω/√(ω² + N²). (Own derivation: by Woodbury
 * T = T′ · 2/(1 + k₁₁), and 2/(1 + k₁₁) = 1 + G with G = 1 − Bᵀ(s − A)⁻¹B. A + Aᵀ = −I − BBᵀ mirrors the zeros of G to its
 * poles −1 … −N about −½, so that G = Π (s − n)/(s + n + 1), n = 0 … N−1; on the axis |iω − n|/|iω + n + 1| telescopes.)
 */
export const diagonalGap = (N: number, omega: number): number => omega / Math.hypot(omega, N);
// #endregion

// #region measured
/** The same, measured on LegS's parts: T′ of the first number by a sum over the poles, T = 1/(1 + iω) by definition. */
export function measuredGap(parts: Dplr, omega: Float64Array): Float64Array {
  const first = rowOf(parts, (n) => Number(n === 0));
  return vector("omega", omega).map((w) => {
    const seen = complexDivide({ re: 1, im: 0 }, { re: 1, im: w });
    return apart(seen, half(sum(parts, first, columnB(parts), w)));
  });
}
// #endregion

/**
 * The same for the normal part less another column, P with these signs, put back: its first number by Woodbury, beside T′. Throws
 * unless there are N signs.
 */
export function otherGap(parts: Dplr, signs: Float64Array, omega: Float64Array): Float64Array {
  vector("signs", signs, parts.N);
  const first = rowOf(parts, (n) => Number(n === 0));
  const Q = rowOf(parts, (n) => signs[n]! * Math.sqrt(n + 0.5));
  const back = { re: Q.re, im: Q.im.map((x) => -x) };
  const B = columnB(parts);
  return vector("omega", omega).map((w) => {
    const [plain, into] = [sum(parts, first, B, w), sum(parts, Q, B, w)];
    const [out, round] = [sum(parts, first, back, w), sum(parts, Q, back, w)];
    const lost = complexDivide(complexMultiply(out, into), { re: 1 + round.re, im: round.im });
    return apart({ re: plain.re - lost.re, im: plain.im - lost.im }, half(plain));
  });
}

const half = ({ re, im }: Complex): Complex => ({ re: re / 2, im: im / 2 });

function apart(a: Complex, b: Complex): number {
  const size = Math.hypot(b.re, b.im);
  if (size === 0) fail("the frequency", "one that the diagonal lets through", size);
  return Math.hypot(a.re - b.re, a.im - b.im) / size;
}

const columnB = ({ B }: Dplr): ComplexVector => ({ re: B, im: new Float64Array(B.length) });

/** A real row of the states in the eigenvectors' coordinates. */
function rowOf({ N, V, B: { length: H } }: Dplr, row: (n: number) => number): ComplexVector {
  const out = { re: new Float64Array(H), im: new Float64Array(H) };
  for (let n = 0; n < N; n++) {
    const x = row(n);
    if (x === 0) continue;
    for (let j = 0; j < H; j++) {
      out.re[j]! += x * V.re.data[n * H + j]!;
      out.im[j]! += x * V.im.data[n * H + j]!;
    }
  }
  return out;
}

/** Σ row_j column_j / (iω − Λ_j) over all poles, the conjugates too. */
function sum(
  { Lambda, weight }: Dplr,
  row: ComplexVector,
  column: ComplexVector,
  w: number,
): Complex {
  let [re, im] = [0, 0];
  for (let j = 0; j < weight.length; j++) {
    const x = row.re[j]! * column.re[j]! - row.im[j]! * column.im[j]!;
    const y = row.re[j]! * column.im[j]! + row.im[j]! * column.re[j]!;
    const below = -Lambda.re[j]!;
    for (let s = 1; s > -weight[j]!; s -= 2) {
      const across = w - s * Lambda.im[j]!;
      const size = below * below + across * across;
      re += (x * below + s * y * across) / size;
      im += (s * y * below - x * across) / size;
    }
  }
  return { re, im };
}
