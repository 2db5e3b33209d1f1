import { defineFigure } from "../../kit/figure.ts";
import { run, type Run } from "./compute.ts";
import { bounded, byParts, fades, holds, linear, orthonormal } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { type Phrase, phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { symbols } from "./symbols.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "measure",
  title: "What counts, and the law that follows",
  params,
  idle: (v) => {
    const own = v.measure !== "drawn";
    return { theta: v.measure === "legs", w0: own, w1: own, w2: own, w3: own, w4: own };
  },
  presets,
  compute: run,
  length: (r) => r.u.length,
  rate: 24,
  readouts,
  phrases,
  describe,
  laws: {
    orthonormal: {
      label: "The functions are orthonormal under the weight, by integration",
      holds: orthonormal,
    },
    linear: {
      label:
        "In the paper’s families the projection’s own slope is A c + B u, but for what leaves the window",
      holds: linear,
    },
    holds: {
      label: "LegS and LagT lose nothing: the law alone holds the projection",
      holds,
    },
    byParts: { label: "By parts, A = −(B g(0)ᵀ + G), under any weight", holds: byParts },
    bounded: {
      label: "No more is held than there is: Σc² is at most ∫u² under the weight",
      holds: bounded,
    },
    fades: {
      label: "Under a weight that never grows with age, no state gains energy",
      holds: fades,
    },
  },
  symbols,
  equations: ["hippo-scaled", "hippo-parts"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "slope",
  source: ["src/models/measures.ts#read-off", "src/numerics/orthonormal.ts#stieltjes"],
  view,
});

function describe(r: Run, v: Setting, t: number): Phrase {
  if (r.u.subarray(0, Math.floor(t) + 1).every((x) => x === 0)) return "silence";
  return v.measure;
}
