import { complexDivide, complexMultiply } from "../../numerics/complex.ts";
import { gapOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const size = ({ wanted, K }: Run) => Math.max(1e-9, ...wanted.map(Math.abs), ...K.map(Math.abs));

/** Cut off after L terms, the way round gives the kernel of the definition. */
export const arrives = (r: Run, { cut }: Setting) => !cut || gapOf(r) <= 1e-11 * size(r);

/** K̂_j = Σ K_l z_j^l. */
export function transforms(r: Run): boolean {
  const L = r.K.length;
  return r.roots.every(({ K }, j) => {
    let [re, im] = [0, 0];
    r.K.forEach((x, l) => {
      const angle = (-2 * Math.PI * ((j * l) % L)) / L;
      re += x * Math.cos(angle);
      im += x * Math.sin(angle);
    });
    return Math.hypot(re - K.re, im - K.im) <= 1e-11 * L * size(r);
  });
}

/** The terms add up to the first sum, and the four sums to K̂. */
export const addsUp = (r: Run): boolean =>
  r.roots.every(({ terms, ck00, ck01, k10, k11, K }) => {
    const total = (v: Float64Array) => v.reduce((sum, x) => sum + x, 0);
    const largest = Math.max(1e-9, ...terms.re.map((re, n) => Math.hypot(re, terms.im[n]!)));
    const back = complexDivide(complexMultiply(ck01, k10), { re: 1 + k11.re, im: k11.im });
    const near = (x: number) => Math.abs(x) <= 1e-12 * terms.re.length * largest;
    return (
      near(total(terms.re) - ck00.re) &&
      near(total(terms.im) - ck00.im) &&
      near(ck00.re - back.re - K.re) &&
      near(ck00.im - back.im - K.im)
    );
  });

/** A root and its mirror image have conjugate values, so that the kernel is real. */
export const mirrors = (r: Run): boolean =>
  r.roots.every(({ K }, j) => {
    const other = r.roots[(r.roots.length - j) % r.roots.length]!.K;
    return Math.hypot(K.re - other.re, K.im + other.im) <= 1e-11 * r.K.length * size(r);
  });
