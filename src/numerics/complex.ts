import { allFinite } from "./allFinite.ts";
import { fail } from "./check.ts";

/** A vector of complex numbers on two arrays of one length: real and imaginary parts. */
export interface ComplexVector {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** One complex number. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** A complex vector of zeros. */
export function complexZeros(length: number): ComplexVector {
  return { re: new Float64Array(length), im: new Float64Array(length) };
}

/** Throws unless `x` has two Float64Arrays of one length (`length` where given) with finite entries; returns the length. */
export function checkComplex(name: string, x: ComplexVector, length?: number): number {
  if (!(x?.re instanceof Float64Array && x.im instanceof Float64Array))
    fail(name, "two Float64Arrays { re, im }", x);
  const n = length ?? x.re.length;
  if (x.re.length !== n) fail(`${name}.re`, `of length ${n}`, `length ${x.re.length}`);
  if (x.im.length !== n) fail(`${name}.im`, `of length ${n}`, `length ${x.im.length}`);
  if (allFinite(x.re) && allFinite(x.im)) return n;
  const bad = x.re.findIndex((re, i) => !(Number.isFinite(re) && Number.isFinite(x.im[i]!)));
  return fail(`${name}[${bad}]`, "a finite complex number", `${x.re[bad]} + ${x.im[bad]}i`);
}

/** a b. */
export function complexMultiply(a: Complex, b: Complex): Complex {
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

/** a / b by Smith's method (Communications of the ACM 5, 1962), safe from overflow on the way. Throws when b = 0. */
export function complexDivide(a: Complex, b: Complex): Complex {
  if (b.re === 0 && b.im === 0) fail("b", "other than 0", "0 + 0i");
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    const r = b.im / b.re;
    const d = b.re + b.im * r;
    return { re: (a.re + a.im * r) / d, im: (a.im - a.re * r) / d };
  }
  const r = b.re / b.im;
  const d = b.re * r + b.im;
  return { re: (a.re * r + a.im) / d, im: (a.im * r - a.re) / d };
}

/** eᶻ. */
export function complexExp(z: Complex): Complex {
  const r = Math.exp(z.re);
  return { re: r * Math.cos(z.im), im: r * Math.sin(z.im) };
}

/** eᶻ − 1 without the cancellation near z = 0. */
export function complexExpm1(z: Complex): Complex {
  const r = Math.expm1(z.re);
  const half = Math.sin(z.im / 2);
  // e^x cos y − 1 = expm1(x) cos y − 2 sin²(y/2)
  return { re: r * Math.cos(z.im) - 2 * half * half, im: (r + 1) * Math.sin(z.im) };
}
