import type { Readout } from "../../kit/figure.ts";
import { diagonalGap } from "../../models/diagonalLimit.ts";
import { hereAt, indexAt, type Run, sizeAt, SIZES } from "./compute.ts";
import type { Setting } from "./params.ts";

type Out = Readout<Setting, Run>;

export const readouts = {
  states: { label: "how many numbers", symbol: "N", of: (_, __, t) => SIZES[indexAt(t)]! } as Out,
  gap: {
    label: "difference at ω",
    symbol: "gapHat",
    foot: true,
    of: (r, _, t) => hereAt(indexAt(t), r),
  } as Out,
  law: { label: "by the law", of: (_, v, t) => diagonalGap(SIZES[indexAt(t)]!, v.w) } as Out,
  impulseGap: {
    label: "answers to an impulse apart (rms)",
    foot: true,
    of: (_, __, t) => sizeAt(indexAt(t)).impulseGap,
  } as Out,
  stepGap: {
    label: "answers to a step apart (rms)",
    foot: true,
    of: (_, __, t) => sizeAt(indexAt(t)).stepGap,
  } as Out,
};
