import type { Label, Param } from "../../kit/param.ts";

export const viewNames = {
  time: "Time",
  phase: "Phase plane",
  poles: "Eigenvalues",
  kernel: "Kernel",
  frequency: "Frequency",
  spectrum: "Spectrum",
  matrix: "Matrix",
} as const;

export type ViewName = keyof typeof viewNames;
export const allViews = Object.keys(viewNames) as ViewName[];
export const [FEWEST, MOST_VIEWS] = [2, 4];

export interface ViewsParam extends Param<readonly ViewName[]> {
  readonly kind: "views";
}

/** Which two to four views are shown, in the reader's order; `time.poles` in the address. */
export function views(o: Label & { initial: readonly ViewName[] }): ViewsParam {
  const parse = (text: string) => {
    const names = text.split(".");
    const known = names.filter((n, k): n is ViewName => n in viewNames && names.indexOf(n) === k);
    const some = names.length >= FEWEST && names.length <= MOST_VIEWS;
    return some && known.length === names.length ? known : undefined;
  };
  const at = (u: number) => {
    const first = Math.floor(u * (allViews.length - 0.01));
    const count = FEWEST + (first % (MOST_VIEWS - FEWEST + 1));
    return Array.from({ length: count }, (_, k) => allViews[(first + 2 * k) % allViews.length]!);
  };
  return {
    kind: "views",
    ...o,
    options: viewNames,
    parse,
    print: (v) => v.join("."),
    nudge: (v, by) => at(((((allViews.indexOf(v[0]!) + by) / allViews.length) % 1) + 1) % 1),
    at,
  };
}
