import { endAt } from "../../draw/axis.ts";
import { box, type Box } from "../../draw/box.ts";
import { cut } from "../../draw/cut.ts";
import { key, type Entry } from "../../draw/key.ts";
import { write, type Pen, type Root } from "../../draw/picture.ts";
import { widthOf } from "../../draw/text.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import type { ViewName } from "./viewsParam.ts";

export type Now = Moment<Setting, Run>;
export type Draw = (m: Now) => void;

/** Where one view is drawn. */
export interface Panel {
  readonly svg: Root;
  readonly pen: Pen;
  readonly cell: Box;
  readonly stage: Stage<Setting, Phrase>;
  /** What is shown, for the hands. */
  now(): Now;
}

/** Height of the line with a view's name. */
const HEAD = 22;

/** The view's name, and beside it which mark is what; the returned function shows those of its entries that are there now. */
export function head({ pen, cell, stage }: Panel, name: ViewName, entries: readonly Entry[] = []) {
  const word = stage.say(name);
  const size = stage.compact ? 13.5 : 12;
  write(pen, cell.left + 2, cell.top + 13, "start", word);
  const left = cell.left + widthOf(word, size) + 16;
  return key(pen, { left, right: cell.right, y: cell.top + 13, size }, entries);
}

/** The plot under its name, with room at its sides. */
export const plotOf = ({ left, right, top, bottom }: Box, aside = 46, under = 20): Box =>
  box({ left: left + aside, right: right - 10, top: top + HEAD, bottom: bottom - under });

/** The largest square under the name, in the middle. */
export function squareOf({ left, right, top, bottom }: Box, under = 8): Box {
  const size = Math.min(right - left - 16, bottom - top - HEAD - under);
  const cx = (left + right) / 2;
  return box({ left: cx - size / 2, top: top + HEAD, width: size, height: size });
}

/** A curve of a series within a plot, from a step to a step; the marks where it leaves. */
export function within(
  frame: Box,
  v: ArrayLike<number>,
  x: (i: number) => number,
  y: (value: number) => number,
  from = 0,
  to = v.length - 1,
) {
  return cut(frame, x, (i) => y(v[i]!), from, to);
}

/** What the axes are for: what is shown, or was when a handle was taken. */
export const measure = (m: Now): { readonly result: Run; readonly values: Setting } => m.held ?? m;

/** Whether dots or stems would run together. */
export const dense = (x: (i: number) => number) => x(1) - x(0) < 2.5;

/** Whether series go to this side of zero by more than rounding. */
const reaches = (way: 1 | -1, most: number, all: readonly ArrayLike<number>[]) =>
  all.some((v) => Array.prototype.some.call(v, (x: number) => way * x > 1e-9 * most));

/** The end of an axis; of series that are 0 throughout, 1. */
export const endOf = (t: number, ...all: ArrayLike<number>[]): number =>
  all.some((v) => Array.prototype.some.call(v, (x: number) => x !== 0)) ? endAt(t, ...all) : 1;

/** Values within a plot whose axis ends at ±most: series of one sign have its whole height. */
export function sided(b: Box, most: number, ...all: readonly ArrayLike<number>[]) {
  const [up, down] = [reaches(1, most, all), reaches(-1, most, all)];
  const half = (b.height / 2 - 3) * (up === down ? 1 : 2);
  const zero = up === down ? b.cy : up ? b.bottom - 3 : b.top + 3;
  // Divided before it is scaled, so that the last numbers before an overflow still have a place.
  return { zero, hangs: down && !up, y: (v: number) => zero - (v / most) * half };
}
