import type { Readout } from "../../kit/figure.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import {
  mambaMap,
  placeOf,
  type Row,
  rowOf,
  type Run,
  sharedBy,
  transformerMap,
} from "./compute.ts";
import type { Setting } from "./params.ts";

type Own = Readout<Setting, Run>;
type Of = Own["of"];
type Which = (r: Run, v: Setting) => Matrix | undefined;

const inRow =
  (map: Which, of: (row: Row, t: number) => number): Of =>
  (r, v, t) => {
    const m = map(r, v);
    return m ? of(rowOf(m, placeOf(r, t)), placeOf(r, t)) : NaN;
  };

/** The mean over all rows. */
const onAverage =
  (map: Which, of: (row: Row) => number): Of =>
  (r, v) => {
    const m = map(r, v);
    if (!m) return NaN;
    let sum = 0;
    for (let t = 0; t < m.rows; t++) sum += of(rowOf(m, t));
    return sum / m.rows;
  };

const both =
  (of: (mamba: Matrix, transformer: Matrix, t: number) => number): Of =>
  (r, v, t) => {
    const [a, b] = [mambaMap(r, v), transformerMap(r, v)];
    return a && b ? of(a, b, placeOf(r, t)) : NaN;
  };

const back = (row: Row, t: number) => t - row.strongest;
const strongest = (row: Row) => row.weights[row.strongest]!;

export const readouts = {
  mReach: {
    label: "Mamba: half of the weight within, characters back",
    foot: true,
    of: inRow(mambaMap, ({ reach }) => reach),
  },
  tReach: {
    label: "Transformer: the same",
    foot: true,
    of: inRow(transformerMap, ({ reach }) => reach),
  },
  mNegative: {
    label: "Mamba: below zero, in % of the weight",
    foot: true,
    of: inRow(mambaMap, ({ negative }) => 100 * negative),
  },
  shared: {
    label: "what both rows have in common, in %",
    foot: true,
    of: both((a, b, t) => 100 * sharedBy(rowOf(a, t), rowOf(b, t))),
  },
  mBack: { label: "Mamba: strongest, characters back", of: inRow(mambaMap, back) },
  tBack: { label: "Transformer: strongest, characters back", of: inRow(transformerMap, back) },
  mStrong: { label: "Mamba: strongest weight", symbol: "Kts", of: inRow(mambaMap, strongest) },
  tStrong: { label: "Transformer: strongest weight", of: inRow(transformerMap, strongest) },
  mSum: { label: "Mamba: sum of the row", of: inRow(mambaMap, ({ sum }) => sum) },
  tSum: { label: "Transformer: sum of the row", of: inRow(transformerMap, ({ sum }) => sum) },
  mReachMean: {
    label: "Mamba: the same, mean of all rows",
    of: onAverage(mambaMap, ({ reach }) => reach),
  },
  tReachMean: {
    label: "Transformer: the same, mean of all rows",
    of: onAverage(transformerMap, ({ reach }) => reach),
  },
  agree: {
    label: "rows in which both are strongest on the same character",
    of: both((a, b) => {
      let same = 0;
      for (let t = 0; t < a.rows; t++)
        same += Number(rowOf(a, t).strongest === rowOf(b, t).strongest);
      return same;
    }),
  },
  place: { label: "character", of: (r, _, t) => placeOf(r, t) + 1 },
  length: { label: "characters", of: (r) => r.characters.length },
  skipped: { label: "characters skipped", of: (r) => r.strange.length },
} satisfies Record<string, Own>;
