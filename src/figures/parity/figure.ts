import { defineFigure } from "../../kit/figure.ts";
import { kinds } from "../../models/parity/net.ts";
import { curveOf, run, type Run } from "./compute.ts";
import { ahead, exact, inRange, keepsOrder, neverOdd, sameCurve, withinScale } from "./laws.ts";
import { trained } from "./nets.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { pointAt, pointsOf, readouts, result } from "./readouts.ts";
import { readingOf } from "./reading.ts";
import { symbols } from "./symbols.ts";
import { train } from "./task.ts";
import { view } from "./view.ts";

const byHand = ({ show }: Setting) => show === "hand";

export default defineFigure({
  id: "parity",
  title: "Odd or even",
  params,
  idle: ({ show }) => ({
    bits: show === "learning",
    one: show !== "hand",
    angle: show !== "hand",
    nought: show !== "hand",
    net: show !== "own",
    L: show === "hand",
    lr: show === "hand",
    steps: show === "hand",
    seed: show === "hand",
  }),
  presets,
  compute: run,
  tasks: {
    train: {
      label: "Train all three",
      needs: [...trained],
      resumes: true,
      run: train,
      unneeded: byHand,
    },
  },
  length: (r, v) => (v.show === "learning" ? pointsOf(r) : r.hand.bits.length),
  clock: (_, v) => (v.show === "learning" ? "atStep" : "atBit"),
  readouts,
  phrases,
  describe,
  laws: {
    exact: {
      about: "model",
      label:
        "One number that a 1 turns over, by −1 or by half a turn, is the parity of this stream at every bit",
      holds: exact,
    },
    never: {
      about: "model",
      label: "Factors between 0 and 1 never change the sign of h",
      holds: neverOdd,
    },
    ahead: {
      label: "One more 1 in front multiplies every h that follows by the factor of a 1",
      holds: ahead,
    },
    order: {
      about: "model",
      label:
        "In the net of factors from 0 to 1, two streams that differ in their first bit keep every state in its order",
      holds: keepsOrder,
    },
    range: {
      about: "model",
      label: "Every factor of a net lies where its kind says, and none is larger than 1",
      holds: inRange,
    },
    same: {
      label: "The same seed gives the same curve: trained here, it is the recorded one",
      holds: sameCurve,
    },
    scale: {
      label:
        "No more answers are right than were asked for, and no loss is below the lowest possible",
      holds: withinScale,
    },
  },
  symbols,
  equations: ["multiplied-state", "negative-factor", "turning-factor"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: { of: result },
  source: [
    "src/figures/parity/byHand.ts#hand",
    "src/models/parity/maps.ts#multiplier",
    "src/models/parity/pass.ts#real",
    "src/models/train/loop.ts#step",
  ],
  view,
});

function describe(r: Run, v: Setting, t: number) {
  if (v.show === "hand") {
    if (v.angle === 0 && v.one >= 0 && v.nought >= 0) return "handPositive";
    const turns = v.angle === 180 ? -v.one : v.angle === 0 ? v.one : 0;
    return turns === -1 && v.nought === 1 ? "handExact" : "handOther";
  }
  if (v.show === "learning") {
    if (kinds.some((kind) => curveOf(r, kind)?.broke !== undefined)) return "broken";
    if (!kinds.every((kind) => pointAt(r, kind, t) >= 0)) return "before";
    return kinds.every((kind) => r[kind]) ? "learntTrained" : "learntRecorded";
  }
  const { source } = readingOf(r, v);
  if (source === "untrained") return "readUntrained";
  const how = source === "trained" ? "Trained" : "Recorded";
  return v.net === "rotation" ? (`turn${how}` as const) : (`read${how}` as const);
}
