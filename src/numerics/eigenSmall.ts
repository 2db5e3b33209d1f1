import { fail, vector } from "./check.ts";
import { complexDivide, complexMultiply, type Complex, type ComplexVector } from "./complex.ts";
import { multiply } from "./linalg.ts";
import { checkSquare, type Matrix } from "./matrix.ts";

/** The largest matrix whose eigenvalues come from its characteristic polynomial without losing what a picture shows. */
const MOST = 8;

/**
 * The coefficients of det(zI − A) from z⁰ up to zⁿ, n + 1 of them, the last one 1 (Faddeev and LeVerrier). For small
 * matrices with entries of like size. Throws beyond 8×8.
 */
export function characteristic(A: Matrix): Float64Array {
  const n = checkSquare("A", A);
  if (n > MOST) fail("A", `at most ${MOST}×${MOST}`, `${n}×${n}`);
  const p = new Float64Array(n + 1);
  p[n] = 1;
  let M: Matrix = { ...A, data: new Float64Array(n * n) };
  for (let k = 1; k <= n; k++) {
    for (let i = 0; i < n; i++) M.data[i * n + i]! += p[n - k + 1]!;
    M = multiply(A, M);
    let trace = 0;
    for (let i = 0; i < n; i++) trace += M.data[i * n + i]!;
    p[n - k] = -trace / k;
  }
  return p;
}

/**
 * The roots of a real monic polynomial, coefficients from z⁰ up, all at once by Aberth's method (Math. Comp. 27, 1973).
 * By falling real part; the roots off the real axis stand in exact conjugate pairs, the upper one first.
 */
export function roots(p: Float64Array): ComplexVector {
  const n = vector("p", p).length - 1;
  if (n < 1 || p[n] !== 1)
    fail("p", "the coefficients of a monic polynomial, from z⁰ up", p.join());
  const bound = 1 + p.subarray(0, n).reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  // On a circle, turned so that no start lies on the real axis or is another's mirror image.
  const z: Complex[] = Array.from({ length: n }, (_, k) => {
    const angle = (2 * Math.PI * (k + 0.3)) / n;
    const far = Math.min(bound, 1.2);
    return { re: far * Math.cos(angle), im: far * Math.sin(angle) };
  });
  for (let round = 0; round < 200 && improve(p, z) > 1e-15; round++);
  return paired(z);
}

/** One round of Aberth's correction; how far a root moved at most, relative to its size. */
function improve(p: Float64Array, z: Complex[]): number {
  let moved = 0;
  z.forEach((at, k) => {
    const { value, slope } = evaluate(p, at);
    if (value.re === 0 && value.im === 0) return;
    // Newton's step w = p/p′, corrected to w / (1 − w Σ 1/(z_k − z_j)), as p / (p′ − p Σ …) so that p′ may be zero.
    let pull: Complex = { re: 0, im: 0 };
    z.forEach((other, j) => {
      const apart = { re: at.re - other.re, im: at.im - other.im };
      if (j === k || (apart.re === 0 && apart.im === 0)) return;
      const push = complexDivide({ re: 1, im: 0 }, apart);
      pull = { re: pull.re + push.re, im: pull.im + push.im };
    });
    const away = complexMultiply(value, pull);
    const below = { re: slope.re - away.re, im: slope.im - away.im };
    if (below.re === 0 && below.im === 0) return;
    const step = complexDivide(value, below);
    z[k] = { re: at.re - step.re, im: at.im - step.im };
    moved = Math.max(
      moved,
      Math.hypot(step.re, step.im) / Math.max(1e-3, Math.hypot(at.re, at.im)),
    );
  });
  return moved;
}

/** The polynomial and its derivative by Horner's rule. */
function evaluate(p: Float64Array, z: Complex): { value: Complex; slope: Complex } {
  let value: Complex = { re: 0, im: 0 };
  let slope: Complex = { re: 0, im: 0 };
  for (let k = p.length - 1; k >= 0; k--) {
    const lower = complexMultiply(slope, z);
    slope = { re: lower.re + value.re, im: lower.im + value.im };
    const next = complexMultiply(value, z);
    value = { re: next.re + p[k]!, im: next.im };
  }
  return { value, slope };
}

/** Each root with its mirror image, whose mean they share; what is nearest to its own image is real. */
function paired(z: readonly Complex[]): ComplexVector {
  const left = z.toSorted((a, b) => b.im - a.im);
  const found: Complex[] = [];
  while (left.length > 0) {
    const top = left.shift()!;
    let mate = -1;
    let nearest = 2 * Math.abs(top.im);
    left.forEach((other, j) => {
      const gap = Math.hypot(top.re - other.re, top.im + other.im);
      if (gap < nearest) [nearest, mate] = [gap, j];
    });
    if (mate < 0) found.push({ re: top.re, im: 0 });
    else {
      const [other] = left.splice(mate, 1) as [Complex];
      const mean = { re: (top.re + other.re) / 2, im: (top.im - other.im) / 2 };
      found.push(mean, { re: mean.re, im: -mean.im });
    }
  }
  found.sort((a, b) => b.re - a.re || b.im - a.im);
  return {
    re: Float64Array.from(found, ({ re }) => re),
    im: Float64Array.from(found, ({ im }) => im),
  };
}

/**
 * The eigenvalues of a real matrix of at most 8×8, ordered as `roots`: for pictures that must not load a library.
 * Where k of them coincide they are good to about the k-th root of the rounding error. Throws on larger ones.
 */
export function smallEigenvalues(A: Matrix): ComplexVector {
  const n = checkSquare("A", A);
  let mean = 0;
  for (let i = 0; i < n; i++) mean += A.data[i * n + i]! / n;
  // About their mean, eigenvalues that crowd together keep their digits.
  const centred = { ...A, data: A.data.map((x, k) => (k % (n + 1) === 0 ? x - mean : x)) };
  const { re, im } = roots(characteristic(centred));
  return { re: re.map((x) => x + mean), im };
}
