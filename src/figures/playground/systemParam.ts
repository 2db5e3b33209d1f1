import type { Label, Param } from "../../kit/param.ts";
import type { Rows } from "../../kit/params/matrix.ts";
import { MOST_STATES } from "./poleText.ts";

export interface SystemParam extends Param<Rows> {
  readonly kind: "system";
}

/** An entry may be so large. */
export const FAR = 1e6;

/** A mass on a spring in steps of one: position and speed, the position is read. */
const spring: Rows = [
  [0.91, 0.94, 0.1],
  [-0.09, 0.94, 0.1],
  [1, 0, 0],
];

const fits = (x: number) => Number.isFinite(x) && Math.abs(x) <= FAR;

/** A, B, C and D of up to eight states in one block [[A, B], [C, D]], its numbers as they were typed. */
export function system(o: Label): SystemParam {
  return {
    kind: "system",
    ...o,
    initial: spring,
    parse: (s) => {
      if (s.length > 2500) return undefined;
      const m = s.split(";").map((row) => row.split(",").map((x) => (x.trim() === "" ? NaN : +x)));
      const square = m.length >= 2 && m.length <= MOST_STATES + 1;
      return square && m.every((row) => row.length === m.length && row.every(fits)) ? m : undefined;
    },
    print: (m) => m.map((row) => row.map(String).join(",")).join(";"),
    nudge: (m, by) => m.map((row) => row.map((x) => +(x + by * 0.01).toPrecision(12))),
    at: (u) => {
      const n = 2 + Math.floor(u * 7.99);
      // Some forget, some turn, some grow.
      const entry = (k: number) => +(((u * (7 * k + 1)) % 1) * 2.4 - 1.2).toFixed(3);
      return Array.from({ length: n }, (_, i) =>
        Array.from({ length: n }, (_, j) => (i === j || u > 0.5 ? entry(i * n + j) : 0)),
      );
    },
  };
}

/** The same block with one state more or less; a new one stands alone, fades and is not read. */
export function resized(m: Rows, n: number): Rows {
  const old = m.length - 1;
  const from = (i: number) => (i === n ? old : i < old ? i : -1);
  return Array.from({ length: n + 1 }, (_, i) =>
    Array.from({ length: n + 1 }, (_, j) => {
      const [r, c] = [from(i), from(j)];
      return r < 0 || c < 0 ? (i === j ? 0.5 : 0) : m[r]![c]!;
    }),
  );
}
