import { defineFigure } from "../../kit/figure.ts";
import { curveOf, now, pointAt, pointsOf, run, type Run, upToDate } from "./compute.ts";
import { countsAdd, looksBack, sameCurve, sameTwice, withinScale } from "./laws.ts";
import { params, type Setting, trained } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { channelOf, symbols } from "./symbols.ts";
import { train } from "./train.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "s4-block",
  title: "An S4 block, trained",
  params,
  presets,
  compute: run,
  tasks: {
    train: {
      label: "Train the block",
      needs: [...trained],
      resumes: true,
      run: train,
      worker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    },
  },
  length: (r, v) => (v.show === "learning" ? pointsOf(r) : 1),
  clock: (_, v) => (v.show === "learning" ? "atStep" : undefined),
  rate: 8,
  readouts,
  phrases,
  describe,
  laws: {
    twice: {
      about: "model",
      label: "Run as a recurrence, every channel of the block gives what its convolution gives",
      holds: sameTwice,
    },
    back: {
      about: "model",
      label: "No answer changes when a later bit does",
      holds: looksBack,
    },
    counts: {
      label:
        "There are H (2N + 2) numbers in the channels, 2H (H + 1) in the mixing, 3H + 1 at the ends",
      holds: countsAdd,
    },
    same: {
      label: "The same seed gives the same curve: trained here, it is the recorded one",
      holds: sameCurve,
    },
    scale: { label: "No loss is below 0, and no share beyond 100 %", holds: withinScale },
  },
  symbols,
  equations: ["s4d-kernel"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: { of: (r, v, t) => channelOf(r, v, t).K },
  source: [
    "src/models/s4Block/pass.ts#convolve",
    "src/models/s4Block/pass.ts#block",
    "src/models/s4Block/pass.ts#kernel-slopes",
    "src/models/train/loop.ts#step",
  ],
  view,
});

function describe(r: Run, v: Setting, t: number) {
  if (v.show === "block") return "blockTold";
  const curve = curveOf(r);
  if (!curve) return "untrained";
  if (curve.broke !== undefined && pointAt(r, v, t) === pointsOf(r) - 1) return "broken";
  if (pointAt(r, v, t) === 0) return "begins";
  if (!upToDate(r, v, t)) return now(r, v, t).point === 0 ? "learntUnkept" : "learntBetween";
  return now(r, v, t).source === "trained" ? "learntTrained" : "learntRecorded";
}
