import { fromRows } from "../../numerics/matrix.ts";
import { simulate } from "../../models/ssm.ts";
import { samples } from "../../kit/signal.ts";
import type { Setting } from "./params.ts";

export interface Run {
  readonly u: Float64Array;
  readonly h: Float64Array;
  readonly y: Float64Array;
}

/** The one-number system on its input: u, h and y, one value a step. */
export function run({ a, b, c, d, input, steps, readout }: Setting): Run {
  const u = samples(input, steps);
  const { states, outputs } = simulate(
    { A: fromRows([[a]]), B: fromRows([[b]]), C: fromRows([[c]]), D: fromRows([[d]]) },
    { rows: u.length, cols: 1, data: u },
    { readout },
  );
  return { u, h: states.data, y: outputs.data };
}

/** Steps until half of what came in is forgotten: ln ½ / ln |a|; infinite where nothing fades. */
export function halfLife(a: number): number {
  const size = Math.abs(a);
  return size >= 1 ? Infinity : size === 0 ? 0 : Math.LN2 / -Math.log(size);
}

/** Where h stays under a constant input of 1: h = a h + b; not a number where there is no such place. */
export const rest = (a: number, b: number) => (Math.abs(a) < 1 ? b / (1 - a) : NaN);
