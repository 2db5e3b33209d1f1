import { sigmoid, silu, softplus } from "../../models/s6Gate.ts";
import type { Shape } from "../../models/mamba/shape.ts";
import type { BlockWeights } from "../../models/mamba/weights.ts";
import type { Real } from "../../numerics/dense.ts";
import type { Seen } from "./seen.ts";
import type { Stage } from "./stages.ts";

/** One row of a matrix times a vector, product by product. */
export const products = (W: Real, row: number, x: Float64Array): Float64Array =>
  x.map((value, i) => W[row * x.length + i]! * value);

export const total = (x: Float64Array): number => x.reduce((sum, value) => sum + value, 0);

const through = (W: Real, outs: number, x: Float64Array): number[] =>
  Array.from({ length: outs }, (_, row) => total(products(W, row, x)));

/** The root of the mean square of the stream, which the norm divides by. */
export const sizeOf = (x: Float64Array, eps: number): number =>
  Math.sqrt(total(x.map((value) => value * value)) / x.length + eps);

/** What a box makes of what the boxes before it made, by its formula: the numbers that the model has there too. */
// #region boxes
export function redo(stage: Stage, s: Seen, w: BlockWeights, shape: Shape): ArrayLike<number> {
  const { E, N, R, taps, eps } = shape;
  const { input, normed, x, z, conv, u, low, B, C, delta, y, gated, out } = s.strips;
  const { xProj, dtWeight, dtBias } = w.s6!;
  const each = (of: (e: number) => number) => Float64Array.from({ length: E }, (_, e) => of(e));
  switch (stage) {
    case "norm":
      return input.map((value, i) => (value / sizeOf(input, eps)) * w.norm[i]!);
    case "in":
      return [...through(w.inX, E, normed), ...through(w.inZ, E, normed)];
    case "conv":
      return each((e) =>
        [x, ...s.past].reduce(
          (sum, past, k) => sum + w.conv[e * taps + taps - 1 - k]! * past[e]!,
          w.convBias?.[e] ?? 0,
        ),
      );
    case "silu":
      return conv.map(silu);
    case "select":
      return through(xProj, R + 2 * N, u);
    case "delta":
      return through(dtWeight, E, low).map((sum, e) => softplus(sum + dtBias[e]!));
    case "scan":
      return Float64Array.from({ length: E * N }, (_, i) => {
        const [e, n] = [Math.floor(i / N), i % N];
        const kept = Math.exp(-delta[e]! * Math.exp(w.s6!.ALog[i]!));
        return kept * s.states(e)!.before[n]! + delta[e]! * B[n]! * u[e]!;
      });
    case "read":
      return each((e) => total(s.states(e)!.after.map((h, n) => C[n]! * h)) + w.D[e]! * u[e]!);
    case "gate":
      return y.map((value, e) => value * z[e]! * sigmoid(z[e]!));
    case "out":
      return through(w.outProj, input.length, gated);
    case "add":
      return input.map((value, i) => value + out[i]!);
  }
}
// #endregion

/** The numbers of a box as the model has them; for the state undefined where not all of it was kept. */
export function madeBy(stage: Stage, { strips, h }: Seen): ArrayLike<number> | undefined {
  if (stage === "scan") return h;
  if (stage === "in") return [...strips.x, ...strips.z];
  if (stage === "select") return [...strips.low, ...strips.B, ...strips.C];
  return strips[stripOf[stage]];
}

/** Where the other boxes leave what they make. */
export const stripOf = {
  norm: "normed",
  in: "x",
  conv: "conv",
  silu: "u",
  select: "B",
  delta: "delta",
  read: "y",
  gate: "gated",
  out: "out",
  add: "sum",
} as const;
