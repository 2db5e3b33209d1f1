import { keeping } from "../../kit/keeping.ts";
import type { Taken } from "../../kit/params/text.ts";

/** Steps before the answers, and the most tokens among them. */
export const STEPS = 12;
export const MOST_TOKENS = 4;

const BLANK = ".";
/** Characters looked at; a row has at most two to a step. */
const FAR = 200;

/** The numbers at the steps of a row, 0 at its blanks. */
export function cellsOf(row: string): number[] {
  return (row.match(/-?[1-9]|\./g) ?? []).map((cell) => (cell === BLANK ? 0 : Number(cell)));
}

export const rowOf = (cells: readonly number[]): string =>
  cells.map((x) => (x === 0 ? BLANK : String(x))).join("");

/** Where its tokens stand. */
export const placesOf = (cells: readonly number[]): number[] =>
  cells.flatMap((x, p) => (x === 0 ? [] : [p]));

/** A row as it is typed: digits 1 to 9, with a minus or without, and dots, spaces or zeros for the blanks. */
export function takeRow(typed: string): Taken {
  const plain = typed
    .slice(0, FAR)
    .replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[−–－]/g, "-")
    .replace(/[\s0·。．_]/g, BLANK);
  if (!/^(-?[1-9]|\.)*$/.test(plain)) return { note: "strange" };
  const all = cellsOf(plain);
  const cells = Array.from({ length: STEPS }, (_, p) => all[p] ?? 0);
  const K = placesOf(cells).length;
  if (K === 0) return { note: "empty" };
  if (K > MOST_TOKENS) return { note: "many" };
  const cut = typed.length > FAR || all.slice(STEPS).some((x) => x !== 0);
  return { value: rowOf(cells), ...(cut && { note: "long" }) };
}

/** The row with its tokens at other places, in their order. */
export function placed(cells: readonly number[], places: readonly number[]): number[] {
  const next = Array.from(cells, () => 0);
  placesOf(cells).forEach((from, k) => (next[places[k]!] = cells[from]!));
  return next;
}

/** All tokens at the beginning. */
export const allFirst = (row: string): string => {
  const cells = cellsOf(row);
  return rowOf(
    placed(
      cells,
      placesOf(cells).map((_, k) => k),
    ),
  );
};

/** All choices of K of the steps, in the order of a dictionary. */
export const choices = keeping((K: number): readonly (readonly number[])[] => {
  const grow = (places: readonly number[]): (readonly number[])[] =>
    places.length === K
      ? [places]
      : Array.from({ length: STEPS }, (_, p) => p)
          .filter((p) => p > (places.at(-1) ?? -1))
          .flatMap((p) => grow([...places, p]));
  return grow([]);
});

/** The tokens at other places: one after the other, every choice of them has its turn. */
export function scattered(row: string): string {
  const cells = cellsOf(row);
  const [here, all] = [placesOf(cells), choices(placesOf(cells).length)];
  const now = all.findIndex((places) => places.every((p, k) => p === here[k]));
  // 12, 66, 220 or 495 of them: strides far from every simple share, without a common divisor
  const stride = { 12: 5, 66: 25, 220: 83, 495: 188 }[all.length]!;
  return rowOf(placed(cells, all[(now + stride) % all.length]!));
}

/** The row with its k-th token elsewhere, as far as its neighbours let it. */
export function moved(row: string, k: number, to: number): string {
  const cells = cellsOf(row);
  const places = placesOf(cells);
  const [low, high] = [(places[k - 1] ?? -1) + 1, (places[k + 1] ?? STEPS) - 1];
  const at = Math.max(low, Math.min(high, to));
  return rowOf(placed(cells, places.with(k, at)));
}

/** The row with another number at its k-th token: −9 … 9 without 0, which is a blank. */
export function valued(row: string, k: number, by: number): string {
  const cells = cellsOf(row);
  const place = placesOf(cells)[k]!;
  const now = cells[place]!;
  const step = (x: number) => (x + Math.sign(by) === 0 ? Math.sign(by) : x + Math.sign(by));
  let next = now;
  for (let n = 0; n < Math.abs(by); n++) next = Math.max(-9, Math.min(9, step(next)));
  return rowOf(cells.with(place, next));
}
