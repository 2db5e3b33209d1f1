/** The best read-out of nested modes, by least squares. */
export interface Fit {
  /** Weights of the modes. */
  readonly C: Float64Array;
  /** ‖best kernel − goal‖ / ‖goal‖ with the first 1, 2, … modes. */
  readonly missed: Float64Array;
}

/** Below this share of its length a mode is, to rounding, a mixture of those before it. */
const DEPENDENT = 1e-10;

/**
 * Least squares by modified Gram–Schmidt, each mode made orthogonal twice ("twice is enough", Giraud et al. 2005):
 * exponentials are nearly parallel, so the normal equations would lose all digits. Mode i only adds to what the
 * earlier ones can do, so one pass gives the error for every number of modes. C is for the first N of them.
 */
export function fit(modes: readonly Float64Array[], goal: Float64Array, N: number): Fit {
  const Q: Float64Array[] = [];
  const R: Float64Array[] = [];
  const left = goal.slice();
  const shares = new Float64Array(modes.length);
  const size = length(goal);
  const missed = modes.map((mode, i) => {
    const q = mode.slice();
    const r = new Float64Array(modes.length);
    for (let pass = 0; pass < 2; pass++)
      Q.forEach((p, j) => {
        const along = dot(p, q);
        r[j]! += along;
        subtract(q, along, p);
      });
    const norm = length(q);
    const fresh = norm > DEPENDENT * length(mode);
    r[i] = fresh ? norm : 0;
    for (let k = 0; k < q.length; k++) q[k] = fresh ? q[k]! / norm : 0;
    shares[i] = dot(q, left);
    subtract(left, shares[i]!, q);
    Q.push(q);
    R.push(r);
    return Math.min(1, length(left) / size);
  });
  const C = new Float64Array(N);
  for (let i = N - 1; i >= 0; i--) {
    let rest = shares[i]!;
    for (let j = i + 1; j < N; j++) rest -= R[j]![i]! * C[j]!;
    const own = R[i]![i]!;
    C[i] = own === 0 ? 0 : rest / own;
  }
  return { C, missed: Float64Array.from(missed) };
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

export const length = (a: Float64Array) => Math.sqrt(dot(a, a));

function subtract(a: Float64Array, factor: number, b: Float64Array): void {
  for (let k = 0; k < a.length; k++) a[k]! -= factor * b[k]!;
}
