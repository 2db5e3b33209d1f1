import type { Readout } from "../../kit/figure.ts";
import { type Kind, kinds } from "../../models/parity/net.ts";
import { askedIn, windows } from "../../models/parity/trainer.ts";
import { curveOf, type Run } from "./compute.ts";
import { GUESS, LEAST, POINT } from "./nets.ts";
import type { Setting } from "./params.ts";
import { type Read, type Reading, readingOf } from "./reading.ts";

type Out = Readout<Setting, Run>;

const isHand = (v: Setting) => v.show === "hand";
const isLearning = (v: Setting) => v.show === "learning";
const isOwn = (v: Setting) => v.show === "own";

/** Where a training is shown: points of the longest curve. */
export const pointsOf = (r: Run): number =>
  Math.max(1, ...kinds.map((kind) => curveOf(r, kind)?.loss.length ?? 0));

/** The last point of a curve that is not beyond the playhead; −1 where there is none. */
export const pointAt = (r: Run, kind: Kind, t: number): number =>
  Math.min((curveOf(r, kind)?.loss.length ?? 0) - 1, Math.floor(t));

/** Right answers of the test in one of its windows at the playhead, in %. */
export function shareAt(r: Run, v: Setting, kind: Kind, window: number, t: number): number {
  const k = pointAt(r, kind, t);
  return k < 0 ? NaN : (100 * curveOf(r, kind)!.right[k]![window]!) / askedIn(v.L)[window]!;
}

const hand = (label: string, of: (r: Run, t: number) => number, foot = false): Out => ({
  label,
  foot,
  when: isHand,
  of: (r, v, t) => (isHand(v) ? of(r, t) : NaN),
});

const right = (kind: Kind, times: (typeof windows)[number], label: string, foot = false): Out => ({
  label,
  foot,
  when: isLearning,
  of: (r, v, t) => (isLearning(v) ? shareAt(r, v, kind, windows.indexOf(times), t) : NaN),
});

const loss = (kind: Kind, label: string): Out => ({
  label,
  of: (r, v, t) => {
    const k = isLearning(v) ? pointAt(r, kind, t) : -1;
    return k < 0 ? NaN : curveOf(r, kind)!.loss[k]!;
  },
});

const own = (label: string, of: (reading: Reading, v: Setting) => number, foot = false): Out => ({
  label,
  foot,
  when: isOwn,
  of: (r, v) => (isOwn(v) ? of(readingOf(r, v), v) : NaN),
});
const flip = (label: string, of: (flip: Read["flip"]) => number, foot = false) => ({
  ...own(label, (reading, v) => of(reading[v.net].flip), foot),
  digits: 5,
});

/** The place in the stream: bits that have been read. */
const now = (r: Run, t: number) => Math.min(r.hand.bits.length, Math.floor(t) + 1);

export const readouts = {
  h: { ...hand("h now", (r, t) => r.hand.re[now(r, t)]!, true), symbol: "h" },
  size: hand("distance of h from 0", (r, t) =>
    Math.hypot(r.hand.re[now(r, t)]!, r.hand.im[now(r, t)]!),
  ),
  handRight: hand("answers right by its sign", (r) => r.hand.right, true),
  best: hand("answers right by the best threshold", (r) => r.hand.best, true),
  bits: {
    label: "bits in the stream",
    digits: 4,
    of: (r, v) => (isLearning(v) ? NaN : r.hand.bits.length),
  },
  read: {
    label: "bits read",
    digits: 4,
    of: (r, v, t) => (isLearning(v) ? NaN : now(r, t)),
  },
  ones: {
    label: "ones so far",
    of: (r, v, t) =>
      isLearning(v) ? NaN : r.hand.bits.subarray(0, now(r, t)).reduce((sum, x) => sum + x, 0),
  },
  step: {
    label: "training steps shown",
    digits: 4,
    of: (r, v, t) => (isLearning(v) ? POINT * Math.min(pointsOf(r), Math.floor(t) + 1) : NaN),
  },
  positiveNear: right("positive", 1, "0 to 1: % right at the length of training", true),
  negativeNear: right("negative", 1, "−1 to 1: % right at the length of training", true),
  rotationNear: right("rotation", 1, "turns: % right at the length of training", true),
  positiveTwice: right("positive", 2, "0 to 1: % right at up to twice the length"),
  negativeTwice: right("negative", 2, "−1 to 1: % right at up to twice the length"),
  rotationTwice: right("rotation", 2, "turns: % right at up to twice the length"),
  positiveFour: right("positive", 4, "0 to 1: % right at up to four times the length"),
  negativeFour: right("negative", 4, "−1 to 1: % right at up to four times the length"),
  rotationFour: right("rotation", 4, "turns: % right at up to four times the length"),
  positiveFar: right("positive", 16, "0 to 1: % right at up to sixteen times the length"),
  negativeFar: right("negative", 16, "−1 to 1: % right at up to sixteen times the length"),
  rotationFar: right("rotation", 16, "turns: % right at up to sixteen times the length"),
  positiveLoss: loss("positive", "0 to 1: loss, nats"),
  negativeLoss: loss("negative", "−1 to 1: loss, nats"),
  rotationLoss: loss("rotation", "turns: loss, nats"),
  guess: { label: "loss of a guess, nats", of: () => GUESS },
  least: { label: "lowest loss that the doubt leaves, nats", of: () => LEAST },
  broke: {
    label: "steps done when a number was not finite",
    of: (r, v) => {
      const steps = kinds.flatMap((kind) => curveOf(r, kind)?.broke ?? []);
      return isLearning(v) && steps.length > 0 ? Math.min(...steps) : NaN;
    },
  },
  positiveRight: own("0 to 1: answers right", ({ positive }) => positive.right, true),
  negativeRight: own("−1 to 1: answers right", ({ negative }) => negative.right, true),
  rotationRight: own("turns: answers right", ({ rotation }) => rotation.right, true),
  oneSize: flip("a 1 multiplies the state looked at by", ({ one }) => one.size),
  oneAngle: flip("a 1 turns it by, °", ({ one }) => one.angle),
  noughtSize: flip("a 0 multiplies it by", ({ nought }) => nought.size),
  noughtAngle: flip("a 0 turns it by, °", ({ nought }) => nought.angle),
} satisfies Readonly<Record<string, Out>>;

/** What a shown net has to say for itself in NumPy: answers right by hand, in the last window of the test, on the reader's bits. */
export function result(r: Run, v: Setting): number {
  if (isHand(v)) return r.hand.right;
  return readingOf(r, v)[v.net].right;
}
