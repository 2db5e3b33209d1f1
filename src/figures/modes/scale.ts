import { snug } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import type { Moment } from "../../kit/figure.ts";
import { type Pair, parts } from "../../models/modes.ts";
import { left, radians, type Run } from "./compute.ts";
import { MOST, type Setting } from "./params.ts";

export interface Scale {
  /** What the frame's half width shows, with a little room. */
  readonly end: number;
  x(v: number): number;
  y(v: number): number;
  back(px: number, py: number): Pair;
}

const ROOM = 0.94;

/** Between the plane's units and the picture's; both axes have one scale, so that angles are true. */
export function scaleOf(frame: Box, moment: Moment<Setting, Run>): Scale {
  const { cx, cy, width, height } = frame;
  const { result, ghost, held } = moment;
  const tall = width / height;
  const ends = (r: Run) => [
    ...r.parts.flatMap(([x, y]) => [Math.abs(x), Math.abs(y) * tall]),
    ...Array.from(r.x, Math.abs),
    ...Array.from(r.y, (y) => Math.abs(y) * tall),
    // The ring: sideways it may reach as far as the largest start; up and down it only shrinks.
    r.A.data[1] === 0 ? 1 : Math.max(...r.most),
    // The start itself, as far up as it can be dragged.
    MOST * tall,
  ];
  const end = snug(Math.max(...ends(held?.result ?? result), ...(ghost ? ends(ghost.result) : [])));
  const unit = (width / 2 / end) * ROOM;
  return {
    end,
    x: (v) => cx + v * unit,
    y: (v) => cy - v * unit,
    back: (px, py) => [(px - cx) / unit, (cy - py) / unit],
  };
}

const POINTS = 96;

/** Where all starts of size 1 are at a step: a ring that became an ellipse. */
export function ringAt(v: Setting, t: number): readonly Pair[] {
  const [first, second] = [left(v.first, t), left(v.second, t)];
  return Array.from({ length: POINTS + 1 }, (_, i) => {
    const turn = (2 * Math.PI * i) / POINTS;
    const [p, q] = parts([Math.cos(turn), Math.sin(turn)], radians(v));
    return [first * p[0] + second * q[0], first * p[1] + second * q[1]];
  });
}
