import type { Readout } from "../../kit/figure.ts";
import {
  deltaOf,
  halfOf,
  heardAt,
  lastRead,
  linkAt,
  saidAt,
  sharesOf,
  type Run,
} from "./compute.ts";
import { labelOf } from "./drawing.ts";
import measured from "./measured.json" with { type: "json" };
import type { Setting } from "./params.ts";
import { CLASSES } from "./reading.ts";
import { card } from "./recorded.ts";
import { SIDE } from "./sheet.ts";

type Own = Readout<Setting, Run>;

const pixel = (r: Run, step: number) => r.order[step] ?? NaN;
/** Of the earlier pixel that is heard most. */
const loudest =
  (of: (pixel: number) => number): Own["of"] =>
  (r, v, t) => {
    const link = linkAt(r, v, lastRead(t));
    return link ? of(pixel(r, link.s)) : NaN;
  };

export const readouts: Readonly<Record<string, Own>> = {
  said: {
    label: "it says",
    symbol: "y",
    foot: true,
    of: (r, _, t) => saidAt(r, lastRead(t)).digit,
  },
  sure: {
    label: "sure, in %",
    symbol: "y",
    foot: true,
    of: (r, _, t) => 100 * saidAt(r, lastRead(t)).share,
  },
  labelled: { label: "labelled", of: (_, v) => labelOf(v.digit) },
  /** How sure it is of the label. */
  fair: {
    label: "probability of the label, in %",
    of: (r, v, t) => 100 * (sharesOf(r)?.[lastRead(t) * CLASSES + labelOf(v.digit)] ?? NaN),
  },
  pixels: { label: "pixels read", digits: 3, of: (_, __, t) => Math.floor(t) },
  delta: {
    label: "Δ at this pixel",
    symbol: "Deltat",
    foot: true,
    of: (r, v, t) => deltaOf(r, v)?.[lastRead(t)] ?? NaN,
  },
  half: {
    label: "pixels that make half of what is heard",
    symbol: "h",
    foot: true,
    of: (r, v, t) => {
      const heard = heardAt(r, v, lastRead(t));
      return heard ? halfOf(heard) : NaN;
    },
  },
  row: {
    label: "row of the earlier pixel heard most",
    of: loudest((p) => Math.floor(p / SIDE) + 1),
  },
  col: { label: "its column", of: loudest((p) => (p % SIDE) + 1) },
  clock: {
    label: "time since, by the channel's own clock",
    symbol: "tau",
    of: (r, v, t) => linkAt(r, v, lastRead(t))?.clock ?? NaN,
  },
  right: {
    label: "right in this order, of 1,000",
    digits: 4,
    of: (_, v) => measured.orders[v.order],
  },
  rows: { label: "right by rows", digits: 4, of: () => measured.orders.rows },
  of: { label: "test digits", digits: 4, of: () => measured.of },
  coarse: { label: "right at sixteen levels of ink", digits: 4, of: () => measured.sixteenLevels },
  pen: {
    label: "right, drawn by a program with this pen",
    digits: 4,
    of: () => measured.pen.right,
  },
  weights: { label: "parameters", digits: 5, of: () => card.parameters },
};
