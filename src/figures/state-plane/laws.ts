import { simulate } from "../../models/ssm.ts";
import { matrixOf, modelOf, radius, type Run } from "./compute.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import type { Setting } from "./params.ts";

const column = (data: Float64Array) => ({ rows: data.length, cols: 1, data });
const size = (m: Matrix): Matrix => ({ ...m, data: m.data.map(Math.abs) });

/** Outputs on another input, and how large the sums behind them may be: with every sign made positive. */
function respond(v: Setting, u: Float64Array) {
  const m = modelOf(v);
  const bound = { A: size(m.A), B: size(m.B), C: size(m.C), D: size(m.D) };
  const scale = simulate(bound, column(u.map(Math.abs)));
  // Where the bound is finite, so is the output.
  return {
    y: simulate(m, column(u)).outputs.data.subarray(0, scale.finite),
    scale: scale.outputs.data,
  };
}

/** Equal up to rounding. */
const close = (a: number, b: number, scale: number) => Math.abs(a - b) <= 1e-9 * scale + 1e-300;

export function linear(r: Run, v: Setting): boolean {
  const other = r.u.toReversed();
  const { y: mine, scale } = respond(v, r.u);
  const alone = respond(v, other);
  const both = respond(
    v,
    r.u.map((x, t) => 2 * x + other[t]!),
  );
  return both.y
    .subarray(0, Math.min(mine.length, alone.y.length))
    .every((y, t) => close(y, 2 * r.y[t]! + alone.y[t]!, 2 * scale[t]! + alone.scale[t]!));
}

export function sameLater(r: Run, v: Setting): boolean {
  const by = Math.min(5, r.u.length - 1);
  const late = respond(
    v,
    r.u.map((_, t) => (t < by ? 0 : r.u[t - by]!)),
  );
  return late.y
    .subarray(0, r.finite)
    .every((y, t) => close(y, t < by ? 0 : r.y[t - by]!, late.scale[t]!));
}

export function traceAndDeterminant({ re, im }: Run, { A }: Setting): boolean {
  const [a, b, c, d] = matrixOf(A).data as unknown as [number, number, number, number];
  const product = re[0]! * re[1]! - im[0]! * im[1]!;
  return (
    close(re[0]! + re[1]!, a + d, 4 + Math.abs(a) + Math.abs(d)) &&
    close(product, a * d - b * c, 4 + Math.abs(a * d) + Math.abs(b * c))
  );
}

export const conjugate = ({ re, im }: Run): boolean =>
  im[0] === -im[1]! && (im[0] === 0 || re[0] === re[1]);

/** With the spectral radius below 1, Aᵏ → 0: squared again and again, its entries vanish. */
export function decays(r: Run, { A }: Setting): boolean {
  if (radius(r) > 1 - 1e-9) return true;
  let [a, b, c, d] = matrixOf(A).data as unknown as [number, number, number, number];
  for (let i = 0; i < 40; i++)
    [a, b, c, d] = [a * a + b * c, a * b + b * d, c * a + d * c, c * b + d * d];
  return Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d)) < 1e-6;
}
