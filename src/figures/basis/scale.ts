import { snug } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { reach } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

export type Place = readonly [number, number];

export interface Scale {
  /** What the plane shows to either side, with a little room. */
  readonly end: number;
  at(p: Place): Place;
  back(px: number, py: number): Place;
}

const ROOM = 0.92;

/** Between the plane's units and the picture's; it holds still while something is dragged. */
export function scaleOf({ cx, cy, width }: Box, m: Moment<Setting, Run>): Scale {
  const ends = ({ T, old }: Run) => reach(0.1, T.data, old.first, old.second);
  const end = snug(Math.max(ends(m.held?.result ?? m.result), m.ghost ? ends(m.ghost.result) : 0));
  const unit = (width / 2 / end) * ROOM;
  return {
    end,
    at: ([x, y]) => [cx + x * unit, cy - y * unit],
    back: (px, py) => [(px - cx) / unit, (cy - py) / unit],
  };
}
