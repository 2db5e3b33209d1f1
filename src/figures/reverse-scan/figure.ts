import { defineFigure } from "../../kit/figure.ts";
import { run, type Run } from "./compute.ts";
import { decaysByDifferences, inputsByDifferences, sameByTree, sameSums } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases, type Phrase } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts, tokenAt } from "./readouts.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "reverse-scan",
  title: "The way back",
  params,
  presets,
  compute: run,
  length: ({ L }) => 2 * L + 1,
  clock: () => "atToken",
  rate: 6,
  readouts,
  phrases,
  describe,
  laws: {
    inputs: {
      label: "A state’s gradient is what a push of its input does to the loss",
      holds: inputsByDifferences,
    },
    decays: {
      label: "The gradient by a is what a change of a does to the loss",
      holds: decaysByDifferences,
    },
    tree: {
      label: "A tree over the pairs from the right gives the same gradients",
      holds: sameByTree,
    },
    sums: { label: "Inputs times their gradients add up to the loss", holds: sameSums },
  },
  symbols: (r, _, t) => {
    const k = tokenAt(r, t);
    const [adj, slopea] = [r.g[k]!, r.da[k]!];
    const hbefore = r.h[k - 1] ?? 0;
    const next = { anext: r.a[k + 1] ?? 0, adjnext: r.g[k + 1] ?? 0 };
    return { adj, slopea, hbefore, ...next, ybar: r.asks[k]!, Ct: 1, t: k };
  },
  equations: ["adjoint-step"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "first",
  source: ["src/numerics/reverseScan.ts#reverse", "src/models/s6Backward.ts#backward"],
  view,
});

function describe({ L }: Run, v: Setting, t: number): Phrase {
  if (t <= 0) return "begins";
  if (t < L) return "forward";
  if (t === L) return "turns";
  if (t < 2 * L) return "back";
  return v.low === 0 && v.loss === "last" && v.gate < L ? "endsShut" : "ends";
}
