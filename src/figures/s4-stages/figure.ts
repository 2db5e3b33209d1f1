import { defineFigure } from "../../kit/figure.ts";
import { gapOf, rootOf, run, type Run, STAGES } from "./compute.ts";
import { addsUp, arrives, mirrors, transforms } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { type Phrase, phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { symbols } from "./symbols.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "s4-stages",
  title: "S4's kernel, stage by stage",
  params,
  ends: ({ L }) => ({ j: L - 1 }),
  presets,
  compute: run,
  length: () => STAGES,
  clock: () => "atStage",
  rate: 0.5,
  readouts,
  phrases,
  describe,
  laws: {
    arrives: {
      label: "Cut off after L terms, the way round gives C Āˡ B̄, to 10⁻¹¹",
      holds: arrives,
    },
    transforms: { label: "K̂ is the discrete Fourier transform of the kernel", holds: transforms },
    addsUp: { label: "The terms add up to c k₀₀, and the four sums to K̂", holds: addsUp },
    mirrors: { label: "Mirrored points have conjugate K̂: the kernel is real", holds: mirrors },
  },
  symbols,
  equations: ["generating-function", "woodbury"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: { of: (r) => r.K.at(-1)! },
  source: [
    "src/models/s4Stages.ts#stages",
    "src/models/legsPower.ts#less-power",
    "src/numerics/dplr.ts#dplr",
  ],
  view,
});

function describe(r: Run, v: Setting, t: number): Phrase {
  const wrong = gapOf(r) > 1e-9;
  const stages: readonly Phrase[] = [
    "atWanted",
    "atSeries",
    v.cut ? "atCut" : "atUncut",
    rootOf(r, v).g ? "atAxis" : "atInfinity",
    "atSums",
    "atWoodbury",
    wrong ? "atWrong" : "atBack",
  ];
  return stages[Math.min(STAGES - 1, Math.floor(t))]!;
}
