import type { Readout } from "../../kit/figure.ts";
import {
  aheadOf,
  before,
  curveOf,
  now,
  pointAt,
  type Run,
  strongest,
  unitOf,
  upToDate,
} from "./compute.ts";
import { POINT } from "./course.ts";
import { mostOf, type Setting } from "./params.ts";

type Out = Readout<Setting, Run>;

const isBlock = (v: Setting) => v.show === "block";
const isLearning = (v: Setting) => v.show === "learning";

const count = (label: string, of: (counts: Run["counts"]) => number, foot = true): Out => ({
  label,
  foot,
  digits: 5,
  when: isBlock,
  of: (r) => of(r.counts),
});

/** Of a curve, at the playhead; NaN where nothing is known. */
const onCurve = (name: "loss" | "right", scale: number) => (r: Run, v: Setting, t: number) =>
  scale * (curveOf(r)?.[name][pointAt(r, v, t)] ?? NaN);

export const readouts = {
  right: {
    label: "right, %",
    symbol: "y",
    foot: true,
    when: isLearning,
    of: onCurve("right", 100),
  },
  loss: { label: "loss, nats", foot: true, when: isLearning, of: onCurve("loss", 1) },
  ahead: {
    label: "asked-for push, against the strongest other",
    symbol: "k",
    foot: true,
    when: isLearning,
    of: (r, v, t) => (upToDate(r, v, t) ? aheadOf(now(r, v, t), v.lag) : NaN),
  },
  aheadBefore: {
    label: "the same before the training",
    of: (r, v) => aheadOf(before(r, v), v.lag),
  },
  step: {
    label: "training steps shown",
    digits: 4,
    of: (r, v, t) => POINT * pointAt(r, v, t),
  },
  kept: {
    label: "training steps after which the kernels shown were kept",
    digits: 4,
    of: (r, v, t) => POINT * now(r, v, t).point,
  },
  all: count("numbers that are learned", (c) => c.all),
  poles: count("of them in A", (c) => c.poles, false),
  delta: count("of them Δ", (c) => c.delta, false),
  read: count("of them in C and D", (c) => c.read, false),
  mix: count("of them in the mixing", (c) => c.mix),
  ends: count("of them in the layers in and out", (c) => c.ends, false),
  channelsHold: count("of them in the channels", (c) => c.poles + c.delta + c.read),
  own: { label: "A and Δ learn at", of: (_, v) => mostOf(v) },
  strong: {
    label: "unit of time of the strongest channel, steps",
    symbol: "Delta",
    when: isLearning,
    of: (r, v, t) => {
      if (!upToDate(r, v, t)) return NaN;
      const at = now(r, v, t);
      return unitOf(at.net, strongest(at, v.lag));
    },
  },
  broke: {
    label: "steps done when a number was not finite",
    digits: 4,
    of: (r) => curveOf(r)?.broke ?? NaN,
  },
} satisfies Readonly<Record<string, Out>>;
