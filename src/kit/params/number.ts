import type { Label, Param } from "../param.ts";

export interface NumberParam extends Param<number> {
  readonly kind: "number";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Where a value lies on the slider, 0…1: the inverse of `at`. */
  where(value: number): number;
}

/** A real number between `min` and `max` on a grid of `step`; `log` spaces the slider by ratio. */
export function number(
  o: Label & { min: number; max: number; initial: number; step: number; log?: true },
): NumberParam {
  const { min, max, step } = o;
  const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  const clamp = (x: number) => Math.min(max, Math.max(min, x));
  const snap = (x: number) =>
    clamp(+(min + Math.round((x - min) / step) * step).toFixed(digits + 2));
  return {
    kind: "number",
    ...o,
    parse: (s) => {
      const text = s.trim().replace("−", "-").replace(",", ".");
      return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(+text)
        ? snap(+text)
        : undefined;
    },
    exact: (s) => Number(s) >= min - step / 2 && Number(s) <= max + step / 2,
    print: (x) => String(+x.toPrecision(6)),
    nudge: (x, by) => snap(x + by * step),
    at: (u) => snap(o.log ? min * (max / min) ** u : min + u * (max - min)),
    where: (x) =>
      o.log ? Math.log(clamp(x) / min) / Math.log(max / min) : (clamp(x) - min) / (max - min),
  };
}
