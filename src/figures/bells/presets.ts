import type { Preset } from "../../kit/figure.ts";
import { DONE } from "./compute.ts";
import type { Setting } from "./params.ts";

const APART = { m: -2.5, P: 1, y: 2.5, R: 1 } as const;
const FIRST = { m: 0, P: 4, y: 3.51, R: 1 } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  first: { label: "The first measurement", set: FIRST, t: DONE },
  apart: { label: "Equal widths, far apart", set: APART, t: DONE },
  same: { label: "Equal widths, the same mean", set: { m: 1, P: 1, y: 1, R: 1 }, t: DONE },
  sharp: { label: "A precise measurement", set: { m: -1, P: 4, y: 2, R: 0.15 }, t: DONE },
  vague: { label: "A bad measurement", set: { m: -1, P: 0.5, y: 2, R: 5 }, t: DONE },
  sweeping: { label: "Half way through", set: FIRST, t: 76, lesson: true },
  apartAsk: { label: "Far apart, before multiplying", set: APART, t: 0, lesson: true },
};
