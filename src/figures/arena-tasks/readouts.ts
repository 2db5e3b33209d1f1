import type { Readout } from "../../kit/figure.ts";
import { SWEEP, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

type One = Readout<Setting, Run>;

const apart = ({ picture, L }: Run) => (picture ? Math.abs(picture.at[1] - picture.at[0]) : L - 1);

export const readouts = {
  length: { label: "steps", symbol: "L", foot: true, digits: 5, of: (r) => r.L },
  apart: { label: "steps between the ends", foot: true, digits: 5, of: apart },
  answer: {
    label: "answer",
    of: (r, v) => (r.list ? r.list.value : v.joined ? 1 : 0),
  },
  below: { label: "steps to the pixel below", of: (r) => r.picture?.side ?? NaN },
  lit: {
    label: "lit pixels",
    of: (r) => r.picture?.lit.reduce((n, x) => n + x, 0) ?? NaN,
  },
  open: {
    label: "open brackets",
    of: ({ list }, _, t) => {
      if (!list) return NaN;
      const n = Math.floor(t);
      return list.brackets.filter(({ open, close }) => open < n && close >= n).length;
    },
  },
  now: { label: "tokens read", of: (_, __, t) => Math.floor(t) },
  share: { label: "read, in %", of: (_, __, t) => Math.round((100 * Math.floor(t)) / SWEEP) },
} satisfies Readonly<Record<string, One>>;
