import type { Autoregression } from "../../src/models/speech/ar.ts";
import { generator } from "../../src/numerics/random.ts";

/** Standard normal numbers. */
export const normals = (n: number, seed: number) => {
  const random = generator(seed);
  return Float64Array.from({ length: n }, () => random.normal());
};

/** A path of an autoregressive model, out of silence. */
export function path({ a, q }: Autoregression, n: number, seed: number): Float64Array {
  const e = normals(n, seed);
  const s = new Float64Array(n);
  for (let t = 0; t < n; t++) {
    s[t] = Math.sqrt(q) * e[t]!;
    for (let k = 0; k < a.length && k < t; k++) s[t]! += a[k]! * s[t - 1 - k]!;
  }
  return s;
}

/** Two resonances. */
export const speechlike: Autoregression = { a: Float64Array.of(1.9, -2.2, 1.6, -0.7), q: 0.01 };

/** The largest difference of two series. */
export const largestGap = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i]! - b[i]!));
  return most;
};
