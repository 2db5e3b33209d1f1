/** The ways to the kernel that race. */
export const methods = ["dense", "cauchy", "diagonal"] as const;
export type Method = (typeof methods)[number];

/** One measurement: the kernel's length, the way, and the time a kernel took. */
export interface Time {
  readonly L: number;
  readonly method: Method;
  readonly ms: number;
}

/** Lengths of the race: 2⁶ … 2¹⁶. */
export const POWERS = [6, 16] as const;
export const lengths: readonly number[] = Array.from(
  { length: POWERS[1] - POWERS[0] + 1 },
  (_, i) => 2 ** (i + POWERS[0]),
);

/**
 * Real multiplications and divisions in the inner loops for a kernel of L lags, L a power of two, and N numbers of state:
 * dense — L products of C and of Ā with a vector; diagonal — a complex product per pair of poles and lag;
 * cauchy — the sums at each frequency, an FFT, and Ā^L by squaring triangles, once. `fastest` is the largest ω.
 */
export function operations(
  method: Method,
  { N, dt, fastest }: { readonly N: number; readonly dt: number; readonly fastest: number },
  L: number,
): number {
  if (method === "dense") return L * (N * N + N);
  if (method === "diagonal") return 4 * Math.ceil(N / 2) * L;
  return sums(N, dt, fastest, L) + transform(L) + Math.log2(L) * squaring(N);
}

/** Ten for each pair of poles where a frequency is near them; further away 6 for each term of a series, and 30. */
function sums(N: number, dt: number, fastest: number, L: number): number {
  const bins = [0, ...BOUNDS.map((ratio) => nearer(ratio, dt, fastest, L)), L / 2 + 1];
  const costs = [10 * Math.ceil(N / 2), ...TERMS.map((terms) => 6 * (terms - 1) + 30)];
  return costs.reduce((sum, cost, i) => sum + (cost + COMMON) * (bins[i + 1]! - bins[i]!), 0);
}
/** The ratios (κω/|s|)² at which the Cauchy sums change their way, and the terms of the series beyond each. */
const BOUNDS = [1 / 16, 1 / 64, 1 / 256, 1 / 4096] as const;
const TERMS = [14, 10, 7, 5] as const;
/** Of a frequency, whatever the sums: Woodbury and the rest. */
const COMMON = 30;

/** How many of the frequencies j = 0 … L/2 have (κω)² ≥ ratio |s|², κ = cos φ/2, |s|² = κ²/4 + (2/dt)² sin² φ/2, φ = 2πj/L. */
export function nearer(ratio: number, dt: number, omega: number, L: number): number {
  const tangent = (dt / 2) * Math.sqrt(Math.max(0, omega ** 2 / ratio - 0.25));
  return Math.min(L / 2 + 1, Math.floor((L / Math.PI) * Math.atan(tangent)) + 1);
}

/** Radix 4 on half the length, 12 a butterfly, and the folding of the real numbers before it. */
const transform = (L: number) => 1.5 * (L / 2) * Math.log2(L / 2) + 2 * L;

/** The triangle of a square: about N³/6. */
const squaring = (N: number) => (N * (N + 1) * (N + 2)) / 6;

/** The time of a method at a length, where it has been measured. */
export const timeOf = (times: readonly Time[] | undefined, method: Method, L: number) =>
  times?.find((t) => t.method === method && t.L === L)?.ms ?? NaN;
