import { FULL, PIXELS, type Levels } from "./sheet.ts";
import json from "./digits.json" with { type: "json" };

/** What is on the sheet: a handwritten digit that the course brings along, or the reader's own. */
export type Drawing =
  | { readonly kind: "given"; readonly id: string }
  | { readonly kind: "own"; readonly levels: Levels };

export interface Given {
  readonly id: string;
  /** What the data say that it is. */
  readonly label: number;
  readonly levels: Levels;
}

/** Digits of the test data at sixteen levels of ink (MNIST, Y. LeCun & C. Cortes, CC BY-SA 3.0); written by tools/record-digits.ts. */
export const given: readonly Given[] = json.map(({ id, label, levels }) => ({
  id,
  label,
  levels: fromHex(levels),
}));

export const givenOf = (id: string): Given | undefined => given.find((g) => g.id === id);
export const levelsOf = (d: Drawing): Levels =>
  d.kind === "own" ? d.levels : givenOf(d.id)!.levels;
/** What it is, where somebody has said so. */
export const labelOf = (d: Drawing): number => (d.kind === "own" ? NaN : givenOf(d.id)!.label);

export const toHex = (levels: Levels): string =>
  Array.from(levels, (level) => level.toString(16)).join("");

export function fromHex(text: string): Levels {
  return Uint8Array.from({ length: PIXELS }, (_, i) => parseInt(text[i]!, FULL + 1));
}
