import { defineFigure } from "../../kit/figure.ts";
import { printSignal } from "../../kit/params/signal.ts";
import { C, joltAt, restingVariance, run, slipAt, within, type Run } from "./compute.ts";
import { bandHolds, forgetsSlips, remembersShocks, spreadIsSum, untouchedByR } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

const step = (r: Run, t: number) => Math.min(r.u.length - 1, Math.floor(t));
const at = (v: Float64Array, t: number) => v[Math.min(v.length - 1, Math.floor(t))]!;
const first = (r: Run) => r.paths[0]!;
const before = (v: Float64Array, t: number) => (t >= 1 ? at(v, t - 1) : 0);

export default defineFigure({
  id: "noisy-state",
  title: "One noise is remembered, the other is not",
  params,
  presets,
  compute: run,
  length: (r) => r.u.length,
  readouts: {
    spreadH: {
      label: "the state strays by",
      symbol: "h",
      foot: true,
      of: (r, _, t) => Math.sqrt(at(r.P, t)),
    },
    spreadY: {
      label: "the measurement by",
      symbol: "y",
      foot: true,
      of: (r, _, t) => Math.sqrt(at(r.Py, t)),
    },
    rest: {
      label: "the state, in the end, by",
      symbol: "h",
      of: (_, v) => Math.sqrt(restingVariance(v)),
    },
    inside: {
      label: "paths within ±2√P",
      foot: true,
      of: (r, v, t) => within(r, v.paths, step(r, t)),
    },
    P: { label: "variance of the state", symbol: "P", of: (r, _, t) => at(r.P, t) },
    miss: { label: "a measurement misses by", symbol: "n", of: (_, v) => Math.sqrt(v.R) },
    shock: { label: "size of one shock", symbol: "v", of: (_, v) => Math.sqrt(v.Q) },
    v: { label: "process noise now", symbol: "v", of: (r, _, t) => at(r.v, t) },
    n: { label: "measurement noise now", symbol: "n", of: (r, _, t) => at(r.n, t) },
    h: { label: "state now", symbol: "h", of: (r, _, t) => at(first(r).h, t) },
    y: { label: "measurement now", symbol: "y", of: (r, _, t) => at(first(r).y, t) },
    mean: { label: "state without noise", symbol: "h", of: (r, _, t) => at(r.mean, t) },
    joltStep: { label: "step of the jolt", of: (r) => joltAt(r.u.length) },
    slipStep: { label: "step of the slip", of: (r) => slipAt(r.u.length) },
  },
  phrases,
  describe: (r, v, t) => {
    if (v.Q > 0) return Math.abs(v.a) < 1 ? "fades" : Math.abs(v.a) === 1 ? "walks" : "grows";
    if (v.R > 0) return "onlyN";
    if (v.jolt === 0 || v.slip === 0) return "quiet";
    if (t >= slipAt(r.u.length)) return "once";
    return t < joltAt(r.u.length) ? "before" : "jolted";
  },
  laws: {
    shocks: {
      label: "The state holds every shock so far, weighed by A to the power of its age",
      holds: remembersShocks,
    },
    slips: {
      label: "A measurement holds the noise of its own step and no other",
      holds: (r) => forgetsSlips(r),
    },
    untouched: { label: "Measurement noise never changes the state", holds: untouchedByR },
    spread: {
      label: "P is Q·(1 + A² + A⁴ + …); with |A| < 1 never more than Q/(1 − A²)",
      holds: spreadIsSum,
    },
    band: {
      label: "Of all 60 paths at least 45 end within ±2√P (about 57 are expected)",
      holds: (r) => bandHolds(r),
    },
  },
  symbols: (r, v: Setting, t) => ({
    A: v.a,
    B: v.b,
    C,
    Q: v.Q,
    R: v.R,
    t: Math.floor(t),
    L: r.u.length,
    u: at(r.u, t),
    h: at(first(r).h, t),
    hbefore: before(first(r).h, t),
    y: at(first(r).y, t),
    v: at(r.v, t),
    n: at(r.n, t),
    P: at(r.P, t),
    Pbefore: before(r.P, t),
  }),
  equations: ["noisy-update", "noisy-output", "noise-spread"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  playground: ({ a, b, Q, R, input, seed, steps, jolt, slip }) =>
    jolt !== 0 || slip !== 0
      ? undefined
      : {
          family: "own",
          kind: "discrete",
          own: `${a},${b};${C},0`,
          Q: String(Q),
          R: String(R),
          noise: String(seed),
          input: printSignal(input),
          steps: String(steps),
          readout: "immediate",
          views: "time.poles",
        },
  answer: "y",
  source: ["src/models/ssm.ts#simulate", "src/models/kalman/step.ts#predict"],
  view,
});
