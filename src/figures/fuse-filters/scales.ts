import { snug } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { linear, reach } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { SHOWN, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { MOST_TAPS } from "./row.ts";

export type Now = Moment<Setting, Run>;

/** Lags of a pad: all of a drawn kernel, the first of a long one. */
const shown = { series: 2 * MOST_TAPS - 1, selective: 16, s4: SHOWN };

/** The lags that a kernel's pad shows. */
export function lagsOf(which: 0 | 1 | 2, v: Setting): number {
  if (which === 0 || (which === 1 && v.second === "drawn")) return MOST_TAPS;
  if (v.second !== "drawn") return shown[v.second];
  return v.way === "series" ? shown.series : MOST_TAPS;
}

export const lagScale = (at: Box, lags: number) => linear(-0.5, lags - 0.5, at.left, at.right);

/** A plot's ends and where a value stands; zero is within, and at an edge for what goes to one side only. */
export interface Rule {
  readonly low: number;
  readonly high: number;
  readonly y: (value: number) => number;
}

function ruleFor(at: Box, low: number, high: number): Rule {
  const y = linear(low, high, at.bottom - 4, at.top + 4);
  return { low, high, y };
}

/** The rule that all of these fit, in short numbers; rounding below zero does not count. */
function ruleOf(at: Box, ...series: ArrayLike<number>[]): Rule {
  let [low, high] = [0, 0];
  for (const v of series)
    for (let i = 0; i < v.length; i++) [low, high] = [Math.min(low, v[i]!), Math.max(high, v[i]!)];
  const rounding = 1e-9 * Math.max(-low, high, 1e-9);
  // A little on the other side of zero still has room for its number.
  const end = (x: number, other: number) => (x > rounding ? snug(Math.max(x, other / 10)) : 0);
  return low >= -rounding && high <= rounding
    ? ruleFor(at, -1, 1)
    : ruleFor(at, -end(-low, high), end(high, -low));
}

/** A pad's rule: −1 to 1 where one draws. */
export function padRule(at: Box, which: 0 | 1 | 2, { result, values, held }: Now): Rule {
  const { W2, merged, best, span } = held?.result ?? result;
  if (which === 0 || (which === 1 && values.second === "drawn")) return ruleFor(at, -1, 1);
  return which === 1 ? ruleOf(at, W2) : ruleOf(at, span, merged, best);
}

/** The rules of the four rows; both outputs have the same. */
export function rulesOf(
  rows: readonly Box[],
  { result, values, held, ghost }: Now,
): readonly Rule[] {
  const r = held?.result ?? result;
  const outputs = [r.y, r.one, ...(ghost ? [ghost.result.y] : [])];
  const most = snug(reach(1e-9, r.u));
  return [
    ruleFor(rows[0]!, -most, most),
    ruleOf(rows[1]!, r.raw, ...(values.way === "parallel" ? [r.z] : [])),
    ruleOf(rows[2]!, ...outputs),
    ruleOf(rows[3]!, ...outputs),
  ];
}

export const stepScale = (at: Box, L: number) =>
  linear(0, Math.max(1, L - 1), at.left + 3, at.right - 3);
