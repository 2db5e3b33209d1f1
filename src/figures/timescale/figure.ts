import { defineFigure } from "../../kit/figure.ts";
import { scaledLaw } from "../../models/scaledLaw.ts";
import { at, change, run, type Run } from "./compute.ts";
import { halves, timeless, windowStretched } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "timescale",
  title: "The same signal, slower and faster",
  params,
  presets,
  compute: run,
  length: (r) => r.u.length,
  readouts: {
    legs: {
      label: "LegS changes by, in %",
      foot: true,
      of: (r, _, t) => 100 * change(r, r.legs, t),
    },
    result: {
      label: "LegT changes by, in %",
      foot: true,
      of: (r, _, t) => 100 * change(r, r.legt, t),
    },
    pace: { label: "speed, in whole samples", foot: true, of: (r) => r.speed },
    share: {
      label: "share of the signal in the window, in %",
      symbol: "theta",
      of: (r, v) => Math.min(100, (100 * v.theta * r.speed) / r.u.length),
    },
    shareNormal: {
      label: "the same at normal speed, in %",
      symbol: "theta",
      of: (r, v) => Math.min(100, (100 * v.theta) / r.u.length),
    },
  },
  phrases,
  describe,
  laws: {
    timeless: {
      label: "LegS with a held input holds the same numbers at any speed",
      holds: (r, v) => timeless(r, v),
    },
    halves: {
      about: "model",
      label: "Under the bilinear rule twice the samples leave about half the error",
      holds: (r, v) => halves(r, v),
    },
    stretched: {
      label: "A window stretched along with the signal makes LegT the same again",
      holds: (r, v) => windowStretched(r, v),
    },
  },
  symbols: (r, v, t) => ({
    N: v.N,
    L: r.u.length,
    theta: v.theta,
    ...scaledLaw(at(r.legs.played, r, t), Math.floor(t) + 1, r.u[Math.floor(t)]!),
  }),
  equations: ["hippo-scaled"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "result",
  source: ["src/models/hippo.ts#remember", "src/numerics/legsStep.ts#scaled"],
  view,
});

function describe(r: Run, v: Setting, t: number) {
  if (Number.isNaN(change(r, r.legs, t))) return "silence";
  if (r.played === r.normal) return "same";
  return v.rule;
}
