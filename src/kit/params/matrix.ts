import type { Label, Param } from "../param.ts";

export type Rows = readonly (readonly number[])[];

export interface MatrixParam extends Param<Rows> {
  readonly kind: "matrix";
  readonly rows: number;
  readonly cols: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** A small matrix of numbers between `min` and `max`, written `0.9,0.1;-0.1,0.9` in the address. */
export function matrix(
  o: Label & { initial: Rows; min: number; max: number; step: number },
): MatrixParam {
  const rows = o.initial.length;
  const cols = o.initial[0]!.length;
  const clamp = (x: number) => +Math.min(o.max, Math.max(o.min, x)).toPrecision(6);
  const each = (m: Rows, f: (x: number, k: number) => number): Rows =>
    m.map((row, i) => row.map((x, j) => f(x, i * cols + j)));
  return {
    kind: "matrix",
    rows,
    cols,
    ...o,
    parse: (s) => {
      if (s.length > 400) return undefined;
      const m = s.split(";").map((row) => row.split(",").map((x) => (x.trim() === "" ? NaN : +x)));
      const fits =
        m.length === rows && m.every((r) => r.length === cols && r.every(Number.isFinite));
      return fits ? each(m, clamp) : undefined;
    },
    print: (m) => m.map((row) => row.map((x) => String(+x.toPrecision(6))).join(",")).join(";"),
    nudge: (m, by) => each(m, (x) => clamp(x + by * o.step)),
    // Each entry runs through the domain at its own pace, so that one number reaches many different matrices.
    at: (u) => each(o.initial, (_, k) => clamp(o.min + (o.max - o.min) * ((u * (7 * k + 1)) % 1))),
  };
}
