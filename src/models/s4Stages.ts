import { count, positive, vector } from "../numerics/check.ts";
import {
  type Complex,
  complexDivide,
  complexMultiply,
  complexZeros,
  type ComplexVector,
} from "../numerics/complex.ts";
import { dplr } from "../numerics/dplr.ts";
import { inverseRealFft } from "../numerics/fft.ts";
import { lessPower } from "./legsPower.ts";

/** One root of unity of S4's algorithm: where it goes and the sums there. All finite at z = −1, where g and c are infinite. */
export interface Root {
  /** z_j = e^{−2πij/L}. */
  readonly z: Complex;
  /** c = 2/(1 + z) and g = (2/Δ)(1 − z)/(1 + z), on the imaginary axis; undefined at z = −1. */
  readonly c: Complex | undefined;
  readonly g: Complex | undefined;
  /** c C̃_n B̃_n/(g − λ_n), a term for each of the N poles. */
  readonly terms: ComplexVector;
  /** c Σ C̃B̃/(g − λ), the sum of the terms, and c Σ C̃P̃/(g − λ). */
  readonly ck00: Complex;
  readonly ck01: Complex;
  /** Σ P̃B̃/(g − λ) and Σ P̃P̃/(g − λ). */
  readonly k10: Complex;
  readonly k11: Complex;
  /** K̂_j = c k00 − c k01 k10/(1 + k11). */
  readonly K: Complex;
}

/** S4's way to a kernel, each stage kept. */
export interface S4Stages {
  /** C(I − Ā^L), or C itself where nothing is cut off; length N. */
  readonly truncated: Float64Array;
  /** All N poles of the normal part, V*B, and C(I − Ā^L)V, in conjugate pairs, the larger frequencies first. */
  readonly poles: ComplexVector;
  readonly B: Float64Array;
  readonly C: ComplexVector;
  readonly roots: readonly Root[];
  /** The kernel, length L. */
  readonly K: Float64Array;
}

// #region stages
/**
 * S4 Algorithm 1 as it is written (Gu, Goel, Ré 2022, arXiv 2111.00396, appendix C.3), for LegS and the bilinear rule: every
 * root, every pole and all four sums, where `legsKernel` shares work. C has length N ≥ 1, L ≥ 1, dt > 0. With `cut` false
 * the series is not cut off after L terms, and what it has beyond comes back: K_l + K_{l+L} + K_{l+2L} + …
 */
export function s4Stages(C: Float64Array, L: number, dt: number, cut = true): S4Stages {
  count("L", L);
  positive("dt", dt);
  const truncated = cut ? lessPower(vector("C", C), L, dt) : vector("C", C);
  const parts = allPoles(truncated);
  const roots = Array.from({ length: L }, (_, j) => rootOf(parts, j, L, dt));
  const half = complexZeros(Math.floor(L / 2) + 1);
  half.re.forEach((_, j) => {
    half.re[j] = roots[j]!.K.re;
    half.im[j] = roots[j]!.K.im;
  });
  return { truncated, ...parts, roots, K: inverseRealFft(half, L) };
}

function rootOf({ poles, B, C }: Parts, j: number, L: number, dt: number): Root {
  const angle = (-2 * Math.PI * j) / L;
  const last = 2 * j === L;
  const z = last ? { re: -1, im: 0 } : { re: Math.cos(angle), im: Math.sin(angle) };
  const up = { re: (2 / dt) * (1 - z.re), im: -(2 / dt) * z.im }; // (2/Δ)(1 − z)
  const under = { re: 1 + z.re, im: z.im };
  const terms = complexZeros(B.length);
  const [ck00, ck01] = [zero(), zero()];
  const [k10, k11] = [zero(), zero()];
  for (let n = 0; n < B.length; n++) {
    const pole = { re: poles.re[n]!, im: poles.im[n]! };
    const away = complexMultiply(under, pole);
    // c/(g − λ) = 2/((2/Δ)(1 − z) − (1 + z)λ)
    const seen = complexDivide({ re: 2, im: 0 }, { re: up.re - away.re, im: up.im - away.im });
    const plain = complexMultiply(seen, { re: under.re / 2, im: under.im / 2 }); // 1/(g − λ)
    const [b, p] = [B[n]!, B[n]! * Math.SQRT1_2];
    const read = complexMultiply({ re: C.re[n]!, im: C.im[n]! }, seen);
    [terms.re[n], terms.im[n]] = [read.re * b, read.im * b];
    add(ck00, read, b);
    add(ck01, read, p);
    add(k10, plain, p * b);
    add(k11, plain, p * p);
  }
  const back = complexDivide(complexMultiply(ck01, k10), { re: 1 + k11.re, im: k11.im });
  const K = { re: ck00.re - back.re, im: ck00.im - back.im };
  const [c, g] = last
    ? []
    : [complexDivide({ re: 2, im: 0 }, under), { re: 0, im: complexDivide(up, under).im }];
  return { z, c, g, terms, ck00, ck01, k10, k11, K };
}
// #endregion

const zero = () => ({ re: 0, im: 0 });

function add(sum: { re: number; im: number }, x: Complex, times: number): void {
  sum.re += x.re * times;
  sum.im += x.im * times;
}

type Parts = Pick<S4Stages, "poles" | "B" | "C">;

/** Each kept pole followed by its conjugate; a lone real one once. */
function allPoles(row: Float64Array): Parts {
  const { N, Lambda, B: kept, V, weight } = dplr(row.length);
  const H = kept.length;
  const B = new Float64Array(N);
  const [poles, C] = [complexZeros(N), complexZeros(N)];
  for (let j = 0, at = 0; j < H; j++)
    for (let sign = 1; sign >= 3 - 2 * weight[j]!; sign -= 2, at++) {
      B[at] = kept[j]!;
      [poles.re[at], poles.im[at]] = [Lambda.re[j]!, sign * Lambda.im[j]!];
      for (let n = 0; n < N; n++) {
        C.re[at]! += row[n]! * V.re.data[n * H + j]!;
        C.im[at]! += sign * row[n]! * V.im.data[n * H + j]!;
      }
    }
  return { poles, B, C };
}
