import { defineFigure } from "../../kit/figure.ts";
import { run } from "./compute.ts";
import { bendsTheAxis, isTransform, repeats } from "./laws.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { playground } from "./playground.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "frequency-response",
  title: "What steps let through",
  params,
  idle: ({ system }) => ({
    own: system !== "resonator",
    damping: system !== "resonator",
    N: system === "resonator",
    seed: system === "resonator",
  }),
  presets,
  compute: run,
  readouts,
  phrases,
  describe: (_, { system, rule, w, dt }) => {
    if (w * dt > Math.PI) return "beyond";
    return system !== "resonator" ? "kernel" : rule === "bilinear" ? "warped" : "held";
  },
  laws: {
    transform: {
      label: "The response is the Fourier transform of the kernel",
      holds: isTransform,
    },
    bends: {
      label:
        "Bilinear bends the axis: at ω its steps do what the system does at (2/Δ) tan(ωΔ/2), times 2/(1 + e^−iωΔ)",
      holds: bendsTheAxis,
    },
    repeats: {
      about: "model",
      label: "To steps, frequencies 2π/Δ apart are one",
      holds: repeats,
    },
  },
  symbols: (_, { dt, N, own, system }) => ({
    Delta: dt,
    ...(system === "resonator" ? { omega: own } : { N }),
  }),
  equations: [],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  playground,
  answer: "gain",
  source: ["src/models/frequency.ts#transfer", "src/numerics/discretize.ts#bilinear"],
  view,
});
