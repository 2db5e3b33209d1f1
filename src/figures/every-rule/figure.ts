import { defineFigure } from "../../kit/figure.ts";
import { toRows } from "../../numerics/matrix.ts";
import { lowest, radius, type Run, run, STEPS } from "./compute.ts";
import { neverLonger, poleByPole, tooSlow, twoOverN } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { type Phrase, phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "every-rule",
  title: "A matrix through every rule",
  params,
  idle: ({ system }) => {
    const legs = system === "legs";
    return { a: legs, w: legs, N: !legs };
  },
  presets,
  compute: run,
  length: () => STEPS + 1,
  clock: () => "atStep",
  rate: 10,
  readouts,
  phrases,
  describe,
  laws: {
    poleByPole: { label: "A rule treats each pole of A on its own", holds: poleByPole },
    neverLonger: {
      label: "Hold, bilinear and backward Euler never make the state longer",
      holds: neverLonger,
    },
    twoOverN: { label: "Euler holds LegS just as long as Δ is at most 2/N", holds: twoOverN },
    tooSlow: {
      label: "Undamped, bilinear keeps the circle and turns by 2 arctan(ωΔ/2)",
      holds: tooSlow,
    },
  },
  symbols: (r, v) => ({
    A: toRows(r.A),
    B: toRows(r.B),
    Delta: v.dt,
    Abar: toRows(r.rules[v.rule].Abar),
    ...(v.system === "spring" ? { omega: v.w } : { N: v.N }),
  }),
  equations: [],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer: "size",
  source: ["src/numerics/discretize.ts#zoh", "src/numerics/discretize.ts#bilinear"],
  view,
});

function describe(r: Run, v: Setting): Phrase {
  if (v.system === "spring") return "spring";
  if (radius(r.rules[v.rule], v) > 1 + 1e-9) return "explodes";
  return lowest(r.rules[v.rule]) < 0 ? "flips" : "fades";
}
