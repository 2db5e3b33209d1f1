import type { Label, Param } from "../../kit/param.ts";

/** What can be set by hand at a token: Δ, B or C. */
export type Which = "d" | "b" | "c";
export interface Set {
  readonly which: Which;
  readonly step: number;
  readonly value: number;
}
export type Sets = readonly Set[];

export interface SetsParam extends Param<Sets> {
  readonly kind: "sets";
}

/** The ends of each: Δ from Mamba's own least to where next to nothing is kept. */
export const ENDS: Readonly<Record<Which, readonly [least: number, most: number]>> = {
  d: [0.001, 8],
  b: [0, 1],
  c: [0, 1],
};
/** Steps of the longest row. */
export const FARTHEST = 19;

const snap = (which: Which, value: number): number => {
  const [least, most] = ENDS[which];
  const kept = Math.max(least, Math.min(most, value));
  return which === "d" ? +kept.toPrecision(3) : +kept.toFixed(2);
};

export const setAt = (sets: Sets, which: Which, step: number): number | undefined =>
  sets.find((s) => s.which === which && s.step === step)?.value;

/** With one more set by hand, or another value for it. */
export function withSet(sets: Sets, which: Which, step: number, value: number): Sets {
  const others = sets.filter((s) => s.which !== which || s.step !== step);
  const order = (s: Set) => "dbc".indexOf(s.which) * FARTHEST + s.step;
  return [...others, { which, step, value: snap(which, value) }].toSorted(
    (p, q) => order(p) - order(q),
  );
}

/** Values set by hand, `d3-0.001_b5-0` in the address: Δ of token 3, B of token 5. */
export const sets = (o: Label & { initial: Sets }): SetsParam => ({
  kind: "sets",
  ...o,
  parse: (text) => {
    if (text === "") return [];
    if (!/^[dbc]\d{1,2}-\d{1,2}(\.\d{1,6})?(_[dbc]\d{1,2}-\d{1,2}(\.\d{1,6})?){0,56}$/.test(text))
      return undefined;
    let read: Sets = [];
    for (const one of text.split("_")) {
      const [place, value] = one.split("-") as [string, string];
      const step = Number(place.slice(1));
      if (step >= FARTHEST) return undefined;
      read = withSet(read, place[0] as Which, step, Number(value));
    }
    return read;
  },
  print: (list) => list.map(({ which, step, value }) => `${which}${step}-${value}`).join("_"),
  nudge: (list) => list,
  at: (u) => {
    let made: Sets = [];
    for (let k = 0; k < Math.floor(u * 7); k++) {
      const share = (u * (97 + 13 * k)) % 1;
      const which = (["d", "b", "c"] as const)[k % 3]!;
      made = withSet(made, which, Math.floor(share * FARTHEST), ENDS[which][1] * share ** 3);
    }
    return made;
  },
});
