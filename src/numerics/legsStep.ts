import { count } from "./check.ts";

/**
 * One step of a LegS memory in place, without ever forming its N×N matrix: A below its diagonal is −s_n s_k with
 * s_n = √(2n+1), so (A c)_n needs only the running sum Σ_{k<n} s_k c_k.
 */
export interface LegsStep {
  /**
   * c ← (I − αhA)⁻¹((I + (1−α)hA) c + hBu) in O(N), the generalised bilinear rule: α = 0 Euler, ½ bilinear, 1 backward.
   * h is the step of c' = A c + B u, or 1/k at step k of the scaled c' = (A c + B u)/t.
   */
  gbt(c: Float64Array, u: number, h: number, alpha: number): void;
  /**
   * c ← E c + (I − E) e₀ u with E = r^{−A} in O(N²): what a held input u makes of c exactly (zero-order hold) while the past
   * shrinks to the fraction r of all time. r = e^{−dt} for c' = A c + B u, and t₀/t₁ for the scaled memory.
   */
  hold(c: Float64Array, u: number, r: number): void;
}

/** The steps for N states. They check nothing and allocate nothing: `remember` and `legsKernel` are the guarded callers. */
export function legsStep(N: number): LegsStep {
  count("N", N);
  const s = Float64Array.from({ length: N }, (_, n) => Math.sqrt(2 * n + 1));
  const hold = holder(N);
  // #region scaled
  const gbt = (c: Float64Array, u: number, h: number, alpha: number): void => {
    const [explicit, implicit] = [(1 - alpha) * h, alpha * h];
    let before = 0; // Σ s_k c_k over k < n, before the step
    let after = 0; //  and after it
    for (let n = 0; n < N; n++) {
      const [sn, old] = [s[n]!, c[n]!];
      const now =
        (old - explicit * ((n + 1) * old + sn * before) + sn * (h * u - implicit * after)) /
        (1 + implicit * (n + 1));
      before += sn * old;
      after += sn * now;
      c[n] = now;
    }
  };
  // #endregion
  return { gbt, hold };
}

/**
 * E v is the projection on [0, 1] of the polynomial p = Σ v_j φ_j squeezed into [0, r], and 0 after:
 * (E v)_n = r ∫₀¹ φ_n(rx) p(x) dx for the orthonormal Legendre φ. The coefficients q of φ_n(rx) p(x) follow from those of
 * n − 1 and n − 2 by φ's own recurrence xφ_n = a_{n+1}φ_{n+1} + ½φ_n + a_nφ_{n−1}, and the integral is q₀, so the upper
 * end that row n + 1 no longer needs is dropped. Each q belongs to a bounded function, so rounding does not grow.
 */
function holder(N: number): LegsStep["hold"] {
  const a = Float64Array.from({ length: N + 2 }, (_, n) => n / (2 * Math.sqrt(4 * n * n - 1) || 1));
  const even = new Float64Array(N + 2); // q of the even n
  const odd = new Float64Array(N + 2); //  q of the odd n
  return (c, u, r) => {
    odd.fill(0); // a_0 = 0 silences it anyhow, but for an ∞ of a memory that overflowed
    even.set(c);
    even[0]! -= u; // the past less the constant u, to which the held input leads
    c[0] = u + r * even[0]!;
    for (let n = 1; n < N; n += 2) {
      advance(even, odd, a, n, N - n, r);
      c[n] = r * odd[0]!;
      if (n + 1 < N) c[n + 1] = r * even[0]!;
    }
  };
}

/**
 * Rows n and n + 1 from rows n − 1 (`even`) and n − 2 (`odd`), in place and in one sweep, entry j of the first beside entry
 * j − 1 of the second: half the memory traffic of two sweeps. Fills `length` entries of row n, one fewer of row n + 1.
 */
function advance(
  even: Float64Array,
  odd: Float64Array,
  a: Float64Array,
  n: number,
  length: number,
  r: number,
): void {
  const [up1, up2] = [1 / a[n]!, 1 / a[n + 1]!];
  const [outer1, middle1, last1] = [up1 * r, (up1 * (r - 1)) / 2, up1 * a[n - 1]!];
  const [outer2, middle2, last2] = [up2 * r, (up2 * (r - 1)) / 2, up2 * a[n]!];
  const first = even[0]!;
  let here = even[1]!;
  let weight = a[1]!; // a_j, j = 1 on entry
  let row = outer1 * weight * here + middle1 * first - last1 * odd[0]!; // row n at j − 1
  let before = first; // row n − 1 at j − 1, and `here` at j
  let left = 0; // what row n at j − 2 gives to row n + 1 at j − 1
  odd[0] = row;
  for (let j = 1; j < length; j++) {
    const ahead = a[j + 1]!;
    const right = even[j + 1]!;
    const now = outer1 * (weight * before + ahead * right) + middle1 * here - last1 * odd[j]!;
    odd[j] = now;
    even[j - 1] = outer2 * (left + weight * now) + middle2 * row - last2 * before;
    left = weight * row;
    before = here;
    here = right;
    row = now;
    weight = ahead;
  }
}
