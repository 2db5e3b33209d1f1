import type { Readout } from "../../kit/figure.ts";
import { CLIP_RATE } from "../../kit/clip.ts";
import { bitsOf, deltaOf, hopAt, leftOf, RAW, type Run, sideOf } from "./compute.ts";
import { HOP } from "./foretold.ts";
import { measured } from "./measured.ts";
import type { Setting, Way } from "./params.ts";

type Own = Readout<Setting, Run>;

const bits = (way: Way, how: string): Own => ({
  label: `bits a sample, ${how}`,
  digits: 4,
  of: (r) => bitsOf(r, way),
});

const powerOf = (x: Int32Array, from: number, to: number) => {
  let sum = 0;
  for (let t = from; t < Math.min(to, x.length); t++) sum += x[t]! * x[t]!;
  return sum;
};

/** How many times as large the sound is as what is left of it, from one sample to another. */
function timesOf(r: Run, way: Way, from: number, to: number): number {
  const left = leftOf(r, way);
  if (!left) return NaN;
  const [whole, rest] = [powerOf(r.x, from, to), powerOf(left.residual, from, to)];
  return Math.sqrt(whole / rest);
}

/** A number counted on recordings, for sentences. */
const counted = (label: string, of: number, digits = 4): Own => ({ label, digits, of: () => of });

export const readouts = {
  bits: {
    label: "bits a sample",
    foot: true,
    digits: 4,
    of: (r, v) => bitsOf(r, v.way),
  },
  saved: {
    label: "saved of 16 bits, in %",
    foot: true,
    of: (r, v) => 100 * (1 - bitsOf(r, v.way) / RAW),
  },
  smaller: {
    label: "times smaller than the sound what is left is",
    digits: 2,
    of: (r, v) => timesOf(r, v.way, 0, r.x.length),
  },
  smallerHere: {
    label: "times smaller, in these 10 ms",
    digits: 2,
    of: (r, v, t) => timesOf(r, v.way, hopAt(r, t) * HOP, (hopAt(r, t) + 1) * HOP),
  },
  bitsSame: bits("same", "as the one before"),
  bitsSent: bits("sent", "LPC with its coefficients"),
  sideSent: { label: "of them for coefficients", of: (r) => sideOf(r, "sent") },
  bitsPast: bits("past", "LPC from the past"),
  bitsS6: bits("s6", "S6"),
  delta: {
    label: "Δ of this channel",
    symbol: "Deltat",
    foot: true,
    when: ({ way }) => way === "s6",
    of: (r, v, t) => deltaOf(r, v)?.[hopAt(r, t)] ?? NaN,
  },
  seconds: { label: "seconds", of: (r, _, t) => (hopAt(r, t) * HOP) / CLIP_RATE },
  weights: counted("parameters of S6", measured.parameters),
  besides: {
    label: "bits a sample, were its weights sent along",
    of: (r) => (measured.bytes * 8) / r.x.length,
  },
  pays: {
    label: "seconds of sound that pay for its weights, beside LPC from the past",
    digits: 2,
    of: (r) => (measured.bytes * 8) / ((bitsOf(r, "past") - bitsOf(r, "s6")) * CLIP_RATE),
  },
  deltaStill: counted(
    "mean Δ of layer 2, channel 6: where the sentence is still",
    measured.delta.channel.still,
    2,
  ),
  deltaVoiced: counted("the same, where it is voiced", measured.delta.channel.voiced, 2),
  deltaHissing: counted("the same, where it hisses", measured.delta.channel.hissing, 2),
  heldSame: counted("bits a sample of 180 recordings, as the one before", measured.bits.same),
  heldSent: counted("the same, LPC with its coefficients sent, at best", measured.bits.ten96),
  heldPast: counted("the same, LPC from the past", measured.bits.past),
  heldS6: counted("the same, S6", measured.bits.s6),
} as const satisfies Readonly<Record<string, Own>>;
