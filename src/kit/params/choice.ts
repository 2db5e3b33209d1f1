import type { Label, Param } from "../param.ts";

export interface ChoiceParam<T extends string> extends Param<T> {
  readonly kind: "choice";
  readonly options: Readonly<Record<T, string>>;
}

/** One of a few named options; the record gives each its words. */
export function choice<const T extends string>(
  o: Label & { options: Readonly<Record<T, string>>; initial: NoInfer<T> },
): ChoiceParam<T> {
  const keys = Object.keys(o.options) as T[];
  const wrap = (i: number) => keys[((i % keys.length) + keys.length) % keys.length]!;
  return {
    kind: "choice",
    ...o,
    parse: (s) => keys.find((k) => k === s),
    print: (k) => k,
    nudge: (k, by) => wrap(keys.indexOf(k) + by),
    at: (u) => wrap(Math.min(keys.length - 1, Math.floor(u * keys.length))),
  };
}
