import { defineFigure } from "../../kit/figure.ts";
import { parts, run, type Run } from "./compute.ts";
import {
  fixedKernel,
  MOVED_ONCE,
  moved,
  multiplications,
  multipliedOnce,
  programs,
} from "./costs.ts";
import {
  anyBrackets,
  asRecurrence,
  eitherOrder,
  noneNearer,
  sameLength,
  sameOutputs,
  sums,
  weighed,
} from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases, type Phrase } from "./phrases.ts";
import { presets } from "./presets.ts";
import { symbols } from "./symbols.ts";
import { view } from "./view.ts";

const now = (v: Float64Array, t: number) => v[Math.min(v.length - 1, Math.floor(t))]!;
const several = (r: Run) => parts(r);

export default defineFigure({
  id: "fuse-filters",
  title: "Two filters, one kernel",
  params,
  idle: (v) => ({
    between: v.way === "parallel",
    w1: v.first !== "drawn",
    w2: v.second !== "drawn",
    follow: v.second !== "selective",
  }),
  presets,
  compute: run,
  length: (r) => r.u.length,
  rate: 8,
  readouts: {
    taps: { label: "taps of the merged kernel", symbol: "K", of: (r) => r.merged.length },
    gap: { label: "largest difference", foot: true, of: (r) => r.gap },
    wrong: { label: "merged kernel off, in %", foot: true, of: (r) => (several(r) ? r.wrong : 0) },
    bestWrong: {
      label: "nearest kernel off, in %",
      foot: true,
      of: (r) => (several(r) ? r.bestWrong : NaN),
    },
    multTwo: { label: "multiplications a step", foot: true, of: multiplications },
    multOne: { label: "merged", foot: true, of: multipliedOnce },
    movedTwo: { label: "numbers moved a step", foot: true, of: (_, v) => moved(v) },
    movedOne: { label: "by one program", foot: true, of: () => MOVED_ONCE },
    savedMult: {
      label: "multiplications saved a step",
      of: (r, v) => multiplications(r, v) - multipliedOnce(r),
    },
    programs: { label: "programs", of: (_, v) => programs(v) },
    k1: { label: "taps of the first", symbol: "W1", of: (r) => r.W1.length },
    k2: { label: "taps of the second", symbol: "W2", of: (r) => r.W2.length },
    bestTaps: { label: "taps of the nearest", of: (r) => r.best.length },
    worst: { label: "step of the largest difference", symbol: "t", of: (r) => r.worst },
    cut: { label: "numbers that were cut", of: (r) => r.passed.filter((p) => p === 0).length },
    L: { label: "steps", symbol: "L", of: (r) => r.u.length },
    two: { label: "by the two", symbol: "y", of: (r, _, t) => now(r.y, t) },
    one: { label: "by the one", symbol: "y", of: (r, _, t) => now(r.one, t) },
    lag0: { label: "merged, lag 0", symbol: "K", of: (r) => r.merged[0]! },
    lag1: { label: "merged, lag 1", symbol: "K", of: (r) => r.merged[1] ?? 0 },
  },
  phrases,
  describe,
  laws: {
    length: {
      label: "In series there are k₁ + k₂ − 1 taps, in parallel as many as in the longer kernel",
      holds: sameLength,
    },
    sums: { label: "Sums of weights multiply in series and add in parallel", holds: sums },
    order: {
      label: "The order of the two does not matter to the merged kernel",
      holds: eitherOrder,
    },
    brackets: { label: "Of three, it does not matter which two merge first", holds: anyBrackets },
    same: {
      label: "With nothing in between, or a ReLU that finds nothing to cut, both routes agree",
      holds: sameOutputs,
    },
    weighed: {
      label: "Each output is the input, weighed by its own step’s kernel",
      holds: weighed,
    },
    nearest: { label: "No kernel of as many taps is nearer than the nearest", holds: noneNearer },
    recurrence: { label: "S4’s kernel does what its recurrence does", holds: asRecurrence },
  },
  symbols,
  equations: ["convolution", "series-kernels", "parallel-kernels"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "two",
  source: [
    "src/models/fir.ts#series",
    "src/models/fir.ts#parallel",
    "src/models/fir.ts#filter",
    "src/models/fir.ts#nearest",
    "src/figures/fuse-filters/second.ts#second",
    "src/figures/fuse-filters/compute.ts#in-force",
  ],
  view,
});

function describe(r: Run, v: Setting): Phrase {
  if (v.second === "selective" && !fixedKernel(v)) return "selective";
  if (parts(r)) return v.between === "relu" ? "reluWrong" : "siluWrong";
  if (v.second === "selective") return "standsStill";
  if (v.second === "s4") return "s4";
  if (v.way === "parallel") return "parallelSame";
  return v.between === "none" ? "seriesSame" : "reluSame";
}
