import { defineFigure } from "../../kit/figure.ts";
import { toRows } from "../../numerics/matrix.ts";
import { bound, peak, peakAt, run, STEPS } from "./compute.ts";
import { onlyStretched, straightNeverGrows, sumOfParts, withinBound } from "./laws.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

const step = (t: number) => Math.max(0, Math.min(STEPS, Math.floor(t)));
const column = (p: readonly [number, number]) => p.map((x) => [x]);

export default defineFigure({
  id: "modes",
  title: "One state, two parts",
  params,
  presets,
  compute: run,
  length: () => STEPS + 1,
  readouts: {
    size: {
      label: "size of the state",
      symbol: "h",
      foot: true,
      of: (r, _, t) => r.size[step(t)]!,
    },
    p1: {
      label: "of its first part",
      symbol: "part1",
      foot: true,
      of: (r, _, t) => r.sizes[0][step(t)]!,
    },
    p2: {
      label: "of its second part",
      symbol: "part2",
      foot: true,
      of: (r, _, t) => r.sizes[1][step(t)]!,
    },
    peak: { label: "times its start, at most", symbol: "h", foot: true, of: (r) => peak(r) },
    at: { label: "at its largest at step", of: (r) => peakAt(r) },
    most: { label: "any start, at most", of: (r) => Math.max(...r.most) },
    bound: { label: "what the angle allows", of: (_, v) => bound(v) },
    a12: { label: "A, upper right", symbol: "A", of: (r) => r.A.data[1]! },
  },
  phrases,
  describe: (r) => {
    if (r.size[0] === 0) return "rest";
    return peak(r) > 1 + 1e-9 ? "grows" : "shrinks";
  },
  laws: {
    sum: {
      label: "The state is the sum of its parts, each of them λᵗ times what it was",
      holds: sumOfParts,
    },
    stretched: { label: "A only stretches its two directions", holds: onlyStretched },
    straight: {
      label: "At a right angle the state never outgrows its start",
      holds: straightNeverGrows,
    },
    bounded: {
      label: "No start grows more than the angle φ allows, cot φ/2 times",
      holds: withinBound,
    },
  },
  symbols: (r, v, t) => ({
    A: toRows(r.A),
    h: [[r.x[step(t)]!], [r.y[step(t)]!]],
    lambda: [
      [v.first, 0],
      [v.second, 0],
    ],
    lambda1: v.first,
    lambda2: v.second,
    part1: column(r.parts[0]),
    part2: column(r.parts[1]),
    t: step(t),
  }),
  equations: ["modes", "eigenvalues"],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer: "peak",
  source: ["src/models/modes.ts#modes", "src/models/modes.ts#growth"],
  view,
});
