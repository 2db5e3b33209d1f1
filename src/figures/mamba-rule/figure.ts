import { defineFigure } from "../../kit/figure.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { apart, LEAST, MOST, run } from "./compute.ts";
import { absorbed, falls, ratioHolds, sameMemory } from "./laws.ts";
import { numpy } from "./numpy.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "mamba-rule",
  title: "Mamba's own mixture: ZOH for A, Euler for B",
  params: {
    dt: number({
      label: "step size",
      symbol: "Delta",
      min: LEAST,
      max: MOST,
      step: 0.001,
      initial: 0.03,
      log: true,
    }),
    N: number({
      label: "states of the channel",
      symbol: "N",
      min: 1,
      max: 16,
      step: 1,
      initial: 16,
    }),
    absorb: toggle({ label: "Let C take up the ratio", initial: false }),
    wander: number({
      label: "how much Δ changes from token to token",
      min: 0,
      max: 1.5,
      step: 0.05,
      initial: 0,
    }),
    input: choice({
      label: "Input",
      options: { push: "one push", tokens: "random tokens" },
      initial: "push",
    }),
    seed: seed({ label: "Seed", initial: 4, more: true }),
  },
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
  phrases: {
    same: "With Δ = {dt} the exact B̄ is {slowest} of Mamba's for the slowest of {N} states and {fastest} for the fastest. The outputs differ by {apart} %.",
    one: "With Δ = {dt} and one state the exact B̄ is {slowest} of Mamba's. The outputs differ by {apart} %.",
    taken:
      "C has taken up the ratio. With a fixed Δ of {dt} the two outputs are the same: {apart} % apart.",
    partly:
      "C has taken up the ratio of Δ = {dt}, but Δ changes from token to token: {apart} % remain.",
    ratio: "exact B̄ / ΔB",
    x: "x = −ΔA",
    start: "where Mamba starts",
    output: "output: Mamba's, and exact",
    delta: "Δ of each token",
    drag: "Step size: drag the slowest state along the curve, or use the arrow keys",
    whole:
      "The ratio of the exact B̄ to Mamba's against −ΔA with the states on it; both outputs over the tokens",
  },
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
  numpy,
  answer: "y",
  source: ["src/numerics/discretize.ts#mamba"],
  view,
});
