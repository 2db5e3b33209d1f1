import { defineFigure } from "../../kit/figure.ts";
import { apart, run } from "./compute.ts";
import { absorbed, falls, ratioHolds, sameMemory } from "./laws.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "mamba-rule",
  title: "Mamba's own mixture: ZOH for A, Euler for B",
  params,
  presets,
  compute: run,
  readouts: {
    slowest: {
      label: "ratio of the slowest state",
      symbol: "Bbar",
      foot: true,
      of: (r) => r.ratio[0]!,
    },
    fastest: { label: "of the fastest", symbol: "Bbar", foot: true, of: (r) => r.ratio.at(-1)! },
    apart: { label: "outputs apart, in %", symbol: "y", foot: true, of: (r) => 100 * apart(r) },
    y: { label: "last output", symbol: "y", of: (r) => r.y.at(-1)! },
  },
  phrases,
  describe: (_, v) => {
    if (v.absorb) return v.wander > 0 ? "partly" : "taken";
    return v.N === 1 ? "one" : "same";
  },
  laws: {
    ratio: { label: "Exact B̄ = ΔB · (1 − e⁻ˣ)/x with x = −ΔA", holds: ratioHolds },
    falls: {
      label: "The ratio lies between 0 and 1 and is smaller for faster states",
      holds: falls,
    },
    absorbed: { label: "With a fixed Δ, C can take the ratio up without a trace", holds: absorbed },
    memory: { label: "Both rules keep the same share of the old state", holds: sameMemory },
  },
  symbols: (r, v) => ({
    Delta: v.dt,
    A: -v.N,
    B: 1,
    Abar: r.Abar.at(-1)!,
    Bbar: r.simple.at(-1)!,
    N: v.N,
    y: r.y.at(-1)!,
  }),
  equations: ["mamba-rule", "zoh"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "y",
  source: ["src/numerics/discretize.ts#mamba"],
  view,
});
