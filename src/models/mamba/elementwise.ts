import type { Rows } from "../../numerics/dense.ts";
import { expParts, expWholes, expWithin } from "../../numerics/exp.ts";
import { log1p } from "../../numerics/portable.ts";

/**
 * Activations over a stretch of an array, of functions that are the same in every engine. Where x is NaN so is the result:
 * a training that blew up must show it. No checks, no allocation.
 */

/** gate = σ(x) and out = x σ(x) over rows from … to − 1 of x; out and gate are plain rows of the same width. */
export function siluInto(
  out: Float64Array,
  gate: Float64Array,
  x: Rows,
  from: number,
  to: number,
): void {
  const [wholes, parts] = [expWholes, expParts];
  const { data, width, stride, at } = x;
  for (let l = from; l < to; l++)
    for (let k = 0; k < width; k++) {
      const v = data[at + l * stride + k]!;
      const e = decay(Math.abs(v), wholes, parts);
      const s = (v >= 0 ? 1 : e) / (1 + e);
      gate[l * width + k] = s;
      out[l * width + k] = v * s;
    }
}

/** gate = σ(x) and out = log(1 + e^x), 0 … count − 1. */
export function softplusInto(
  out: Float64Array,
  gate: Float64Array,
  x: Float64Array,
  count: number,
): void {
  const [wholes, parts] = [expWholes, expParts];
  for (let i = 0; i < count; i++) {
    const v = x[i]!;
    const e = decay(Math.abs(v), wholes, parts);
    gate[i] = (v >= 0 ? 1 : e) / (1 + e);
    out[i] = (v >= 0 ? v : 0) + log1p(e);
  }
}

/** e^{−x} for x ≥ 0 or NaN. */
export function decay(x: number, wholes: Float64Array, parts: Float64Array): number {
  return x > 708 ? 0 : expWithin(-x, wholes, parts);
}
