import { transfer } from "../../models/frequency.ts";
import type { StateSpace } from "../../models/ssm.ts";
import { complexDivide, complexMultiply, type Complex } from "../../numerics/complex.ts";
import { matvec, transpose } from "../../numerics/linalg.ts";
import { determinant } from "../../numerics/solve.ts";
import { differ, OMEGA, size, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Recurrence, convolution and scan: one output, up to the rounding of the sums behind it. */
export const sameOutput = (r: Run): boolean =>
  differ(r, r.y) < 1e-9 && (!r.convolved || differ(r, r.convolved) < 1e-9);

const at = (k: number): Complex => ({ re: Math.cos(OMEGA[k]!), im: Math.sin(OMEGA[k]!) });

/**
 * H(z) = Σ_{l<n} K_l z^{−l} + z^{−m} C A^m (zI − A)⁻¹ B with m = n − 1, or n where the output reads the state after the step: true
 * of every system, stable or not. Asked of the first 64 lags at three frequencies.
 */
export function isTransform(r: Run, { readout }: Setting): boolean {
  if (!r.model || r.K.length === 0) return true;
  const n = Math.min(64, r.K.length);
  const m = readout === "delayed" ? n - 1 : n;
  const left = powerRow(r.model, m);
  if (!left.every(Number.isFinite)) return true;
  const zero = { rows: 1, cols: 1, data: new Float64Array(1) };
  const rest = { ...r.model, C: { rows: 1, cols: left.length, data: left }, D: zero };
  return [0, OMEGA.length >> 1, OMEGA.length - 1].every((k) => {
    const z = at(k);
    const back = { re: z.re, im: -z.im };
    let [sum, turn, far]: [Complex, Complex, number] = [{ re: 0, im: 0 }, { re: 1, im: 0 }, 0];
    for (let l = 0; l < n; l++) {
      sum = { re: sum.re + r.K[l]! * turn.re, im: sum.im + r.K[l]! * turn.im };
      far += Math.abs(r.K[l]!);
      turn = complexMultiply(turn, back);
    }
    const H = transfer(rest, { re: Float64Array.of(z.re), im: Float64Array.of(z.im) });
    const tail = complexMultiply({ re: H.re[0]!, im: H.im[0]! }, turn);
    // z^{−m}: `turn` is z^{−n}; a state read after the step has one more z.
    const shifted = complexMultiply(tail, z);
    const got = { re: sum.re + shifted.re, im: sum.im + shifted.im };
    const most = far + Math.hypot(tail.re, tail.im) + Math.hypot(r.H.re[k]!, r.H.im[k]!);
    if (!Number.isFinite(most)) return true;
    return Math.hypot(got.re - r.H.re[k]!, got.im - r.H.im[k]!) <= 1e-7 * most;
  });
}

/** C A^m as a row. */
function powerRow({ A, C }: StateSpace, m: number): Float64Array {
  const At = transpose(A);
  let row: Float64Array = Float64Array.from(C.data);
  try {
    for (let k = 0; k < m; k++) row = matvec(At, row);
  } catch {
    return Float64Array.of(NaN); // beyond Float64
  }
  return row;
}

/** The eigenvalues, wherever a rule has sent them, add up to the trace of Ā and multiply to its determinant. */
export function spectral(r: Run): boolean {
  if (!r.model || r.z.re.length === 0) return true;
  const { A } = r.model;
  let trace = 0;
  for (let i = 0; i < A.rows; i++) trace += A.data[i * A.rows + i]!;
  let product: Complex = { re: 1, im: 0 };
  let bound = 1;
  r.z.re.forEach((re, k) => {
    product = complexMultiply(product, { re, im: r.z.im[k]! });
    bound *= Math.max(1, Math.hypot(re, r.z.im[k]!));
  });
  const sum = r.z.re.reduce((s, x) => s + x, 0);
  const most = Math.max(1, size(A.data)) * A.rows;
  if (!Number.isFinite(bound * most)) return true;
  return (
    Math.abs(sum - trace) <= 1e-6 * most &&
    Math.abs(product.re - determinant(A)) <= 1e-6 * Math.max(bound, most ** A.rows)
  );
}

/** Who has seen all measurements is never less sure than who has seen those so far. */
export function surer({ noisy }: Run): boolean {
  const e = noisy?.estimate;
  return !e || e.sd.every((x, t) => x <= e.filterSd[t]! * (1 + 1e-6) + 1e-9);
}

/** Bilinear: what steps at ω the continuous system does at (2/Δ) tan(ω/2), read in the middle of a step. */
export function warped(r: Run, { rule, readout }: Setting, restDt: number): boolean {
  if (!r.model || r.system.time === "discrete" || rule !== "bilinear") return true;
  const k = OMEGA.length >> 1;
  const z = at(k);
  const d = r.system.D.data[0]!;
  const H = { re: r.H.re[k]! - d, im: r.H.im[k]! };
  const plusOne = { re: z.re + 1, im: z.im };
  // Delayed H is C h; the mean of h and h₊ = z h is (1 + z)/2 of it; immediate H is z C h already.
  const delayed = readout === "delayed" ? H : complexDivide(H, z);
  const middle = complexMultiply(delayed, { re: plusOne.re / 2, im: plusOne.im / 2 });
  const w = (2 / restDt) * Math.tan(OMEGA[k]! / 2);
  const c = transfer(r.system, { re: Float64Array.of(0), im: Float64Array.of(w) });
  const most = Math.hypot(c.re[0]!, c.im[0]!) + Math.hypot(H.re, H.im) + Math.abs(d);
  if (!Number.isFinite(most)) return true;
  return Math.hypot(middle.re + d - c.re[0]!, middle.im - c.im[0]!) <= 1e-7 * most;
}
