/**
 * Elementary functions made of + − × ÷ and √ alone, whose results IEEE 754 fixes to the last bit. ECMAScript leaves Math.exp
 * and its kin to each engine; what must come out the same in every browser (a training curve) uses these.
 *
 * exp, log and the kernels of sin and cos follow fdlibm. Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunSoft, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is
 * freely granted, provided that this notice is preserved.
 */

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
float[0] = 1;
const HIGH = words[1] === 0 ? 0 : 1; // where the sign and the exponent stand

/** 2^k for −1022 ≤ k ≤ 1023, exactly. */
function powerOfTwo(k: number): number {
  words[1 - HIGH] = 0;
  words[HIGH] = (k + 1023) << 20;
  return float[0]!;
}

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;

/** e^x, to 1 ulp (fdlibm e_exp.c). */
export function exp(x: number): number {
  if (!(x < 709.782712893384)) return x > 0 ? Infinity : NaN;
  if (x < -745.2) return 0;
  if (Math.abs(x) < 2 ** -28) return 1 + x;
  if (x === 1) return Math.E;
  const size = Math.abs(x) / Math.LN2;
  const k =
    size <= 0.5 ? 0 : size < 1.5 ? Math.sign(x) : Math.trunc(Math.LOG2E * x + Math.sign(x) / 2);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 +
                t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  if (k === 0) return 1 - ((r * c) / (c - 2) - r);
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k === 1024) return y * 2 * powerOfTwo(1023);
  return k >= -1021 ? y * powerOfTwo(k) : y * powerOfTwo(k + 1000) * 2 ** -1000;
}

/** The natural logarithm, to 1 ulp (fdlibm e_log.c); −∞ at 0, NaN below. Short enough to be inlined in a loop. */
export function log(x: number): number {
  return x >= 2 ** -1022 && x < Infinity ? logOf(x, 0) : logAtTheEdge(x);
}

function logAtTheEdge(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x > 0 ? x : NaN;
  return logOf(x * 2 ** 54, -54);
}

/** log x + shift · log 2, for an x that is neither too small nor too large. */
function logOf(x: number, shift: number): number {
  float[0] = x;
  const top = words[HIGH]!;
  const fraction = top & 0xfffff;
  const i = (fraction + 0x95f64) & 0x100000;
  words[HIGH] = fraction | (i ^ 0x3ff00000); // x or x/2, near 1
  const k = shift + (top >>> 20) - 1023 + (i >>> 20);
  const f = float[0]! - 1;
  if ((0xfffff & (2 + fraction)) < 3) return logNearOne(f, k);
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (0.3999999999940941908 + w * (0.2222219843214978396 + w * 0.1531383769920937332));
  const even =
    z *
    (0.666666666666673513 +
      w * (0.2857142874366239149 + w * (0.1818357216161805012 + w * 0.1479819860511658591)));
  const R = even + odd;
  if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
    const half = 0.5 * f * f;
    return k * LN2_HIGH - (half - (s * (half + R) + k * LN2_LOW) - f);
  }
  return k * LN2_HIGH - (s * (f - R) - k * LN2_LOW - f);
}

function logNearOne(f: number, k: number): number {
  if (f === 0) return k * LN2_HIGH + k * LN2_LOW;
  const R = f * f * (0.5 - 0.3333333333333333 * f);
  return k * LN2_HIGH - (R - k * LN2_LOW - f);
}

/** log(1 + x) without cancellation, to 2 ulp (Kahan's correction of log(1 + x) for the rounding of 1 + x). */
export function log1p(x: number): number {
  const u = 1 + x;
  return u === 1 ? x : log(u) * (x / (u - 1));
}

/** cos x and sin x, to 2 ulp for |x| ≤ 2^19 π/2; NaN beyond. Written to `out`, which is returned. */
export function cosSin(x: number, out: { re: number; im: number }): { re: number; im: number } {
  const n = Math.round(x * 0.6366197723675814);
  // π/2 in three parts of 33 bits, so that n times each of the first two is exact
  const first = x - n * 1.57079632673412561417;
  const second = n * 6.0771005063039659766e-11;
  const y = first - second;
  const tail = first - y - second - n * 2.02226624879595063154e-21;
  const cos = Math.abs(n) <= 2 ** 19 ? cosine(y, tail) : NaN;
  const sin = Math.abs(n) <= 2 ** 19 ? sine(y, tail) : NaN;
  const quarter = n & 3;
  out.re = quarter === 0 ? cos : quarter === 1 ? -sin : quarter === 2 ? -cos : sin;
  out.im = quarter === 0 ? sin : quarter === 1 ? cos : quarter === 2 ? -sin : -cos;
  return out;
}

/** sin(x + tail) for |x| ≤ π/4 (fdlibm k_sin.c). */
function sine(x: number, tail: number): number {
  const z = x * x;
  const v = z * x;
  const r =
    8.33333333332248946124e-3 +
    z *
      (-1.98412698298579493134e-4 +
        z *
          (2.75573137070700676789e-6 +
            z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)));
  return x - (z * (0.5 * tail - v * r) - tail - v * -1.66666666666666324348e-1);
}

/** cos(x + tail) for |x| ≤ π/4 (fdlibm k_cos.c, as in FreeBSD). */
function cosine(x: number, tail: number): number {
  const z = x * x;
  const r =
    z *
    (4.16666666666666019037e-2 +
      z *
        (-1.38888888888741095749e-3 +
          z *
            (2.48015872894767294178e-5 +
              z *
                (-2.75573143513906633035e-7 +
                  z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11)))));
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (1 - w - half + (z * r - x * tail));
}
