import { defineFigure } from "../../kit/figure.ts";
import { curveOf, modelOf, run, type Run } from "./compute.ts";
import {
  blindIsChance,
  causal,
  kernelIsRecurrence,
  sameButTheCore,
  sameCurve,
  withinScale,
} from "./laws.ts";
import {
  answersOf,
  cores,
  pairOf,
  POINT,
  shownSpacing,
  spacingsOf,
  tracedSteps,
  trained,
} from "./pair.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { broken, pointsOf, readouts } from "./readouts.ts";
import { readingOf } from "./reading.ts";
import { recordedFor } from "./recorded.ts";
import { isFamiliar } from "./sequence.ts";
import { symbols } from "./state.ts";
import { fetchRecorded, train } from "./task.ts";
import { view } from "./view.ts";

const learning = (v: Setting) => v.show === "learning";

export default defineFigure({
  id: "train-pair",
  title: "Train S4D and S6 side by side",
  params,
  idle: (v) => ({
    pair: learning(v) || v.spacing !== "both",
    own: learning(v),
    layer: learning(v) || v.layers === 1,
    channel: learning(v),
  }),
  presets,
  compute: run,
  tasks: {
    train: {
      label: "Train both",
      needs: ["spacing", ...trained],
      resumes: true,
      run: train,
    },
    recorded: {
      label: "Fetch the recorded pair",
      needs: [],
      auto: true,
      unneeded: (v) => learning(v) || !recordedFor(v, pairOf(v))?.kept,
      run: fetchRecorded,
    },
  },
  length: (r, v) => (learning(v) ? pointsOf(r, v) : readingOf(r, v).delta.cols),
  clock: (_, v) => (learning(v) ? "atStep" : undefined),
  readouts,
  phrases,
  describe,
  laws: {
    same: {
      label: "The same seed gives the same curve: trained here, it is the recorded one",
      holds: sameCurve,
    },
    scale: {
      label: "No more answers are right than were asked for, and no loss is below 0",
      holds: withinScale,
    },
    core: {
      label: "The two sides differ in the state space model alone: 192 parameters a layer",
      holds: sameButTheCore,
    },
    kernel: {
      about: "model",
      label: "S4D's kernel convolved with an input is its recurrence",
      holds: kernelIsRecurrence,
    },
    causal: {
      about: "model",
      label: "What comes later changes nothing that was said",
      holds: causal,
    },
    chance: {
      about: "model",
      label: "A side that weighs nothing loses ln 8 and is right as often as chance",
      holds: blindIsChance,
    },
  },
  symbols,
  equations: ["selective-recurrence"],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer: { of: tracedRight },
  source: ["src/models/train/loop.ts#step", "src/models/s6Kernel.ts#step"],
  view,
});

/** Right answers of S6 in the last ten of the steps that the NumPy text does, in %. */
function tracedRight(r: Run, v: Setting): number {
  const point = tracedSteps(v) / POINT - 1;
  return (100 * (curveOf(r, "s6", shownSpacing(v))?.right[point] ?? NaN)) / answersOf(v);
}

function describe(r: Run, v: Setting) {
  if (!learning(v)) {
    const { source } = modelOf(r, v, "s6");
    if (source === "untrained") return "untrained";
    if (!isFamiliar(readingOf(r, v).text, v)) return "foreign";
    return source === "trained" ? "readTrained" : "readRecorded";
  }
  const off = broken(r, v);
  if (off.length > 0)
    return off.length > 1 ? "bothBroke" : off[0] === "s4d" ? "s4dBroke" : "s6Broke";
  const all = spacingsOf(v).flatMap((s) => cores.map((core) => [core, s] as const));
  if (!all.every(([core, s]) => curveOf(r, core, s)?.right.length)) return "before";
  const here = all.every(([core, s]) => r[core]?.[s]);
  return `${v.spacing}${here ? "Trained" : "Recorded"}` as const;
}
