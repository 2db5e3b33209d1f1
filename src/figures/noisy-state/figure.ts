import { defineFigure } from "../../kit/figure.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { signal } from "../../kit/params/signal.ts";
import { toggle } from "../../kit/params/toggle.ts";
import {
  C,
  joltAt,
  MOST_PATHS,
  MOST_STEPS,
  restingVariance,
  run,
  slipAt,
  within,
  type Run,
  type Setting,
} from "./compute.ts";
import { bandHolds, forgetsSlips, remembersShocks, spreadIsSum, untouchedByR } from "./laws.ts";
import { numpy } from "./numpy.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

const step = (r: Run, t: number) => Math.min(r.u.length - 1, Math.floor(t));
const at = (v: Float64Array, t: number) => v[Math.min(v.length - 1, Math.floor(t))]!;
const first = (r: Run) => r.paths[0]!;
const before = (v: Float64Array, t: number) => (t >= 1 ? at(v, t - 1) : 0);

export default defineFigure({
  id: "noisy-state",
  title: "One noise is remembered, the other is not",
  params: {
    a: number({
      label: "what is kept",
      symbol: "A",
      min: -1,
      max: 1.05,
      step: 0.01,
      initial: 0.95,
    }),
    Q: number({
      label: "variance of the process noise",
      symbol: "Q",
      min: 0,
      max: 2,
      step: 0.01,
      initial: 0.1,
    }),
    R: number({
      label: "variance of the measurement noise",
      symbol: "R",
      min: 0,
      max: 4,
      step: 0.01,
      initial: 0.5,
    }),
    paths: number({ label: "Paths", min: 1, max: MOST_PATHS, step: 1, initial: 30 }),
    input: signal({ label: "Input", symbol: "u", initial: { kind: "step" } }),
    seed: seed({ label: "Seed of the noise", initial: 42 }),
    jolt: number({
      label: "one extra jolt to the state",
      symbol: "v",
      min: -6,
      max: 6,
      step: 0.1,
      initial: 0,
      more: true,
    }),
    slip: number({
      label: "one extra slip of the measurement",
      symbol: "n",
      min: -6,
      max: 6,
      step: 0.1,
      initial: 0,
      more: true,
    }),
    b: number({
      label: "how much gets in",
      symbol: "B",
      min: -1,
      max: 1,
      step: 0.01,
      initial: 0.2,
      more: true,
    }),
    steps: number({
      label: "Steps",
      symbol: "L",
      min: 16,
      max: MOST_STEPS,
      step: 1,
      initial: 128,
      more: true,
    }),
    future: toggle({ label: "Show what comes next", initial: true, more: true }),
  },
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
  phrases: {
    quiet: "No noise: every path is the same, and the measurement is the state.",
    before:
      "Step {t}: nothing has happened yet. A jolt to the state is due at step {joltStep}, a slip of the measurement at step {slipStep}.",
    jolted: "Step {t}: the jolt of step {joltStep} is in the state, which holds {h} now.",
    once: "The jolt of step {joltStep} went into the state and is carried on. The slip of step {slipStep} was seen once and left nothing behind.",
    onlyN:
      "The state is untouched by n. Each measurement misses it by about {miss}, anew at every step: nothing of it is kept.",
    fades:
      "What v brings goes into the state and fades with it. At step {t} the state strays by {spreadH}, in the end by {rest}; {inside} of {paths} paths lie within ±2√P.",
    walks:
      "With A = {a} no shock is ever forgotten. After {t} steps the state strays by {spreadH}, and it goes on; {inside} of {paths} paths lie within ±2√P.",
    grows:
      "With A = {a} every shock grows. After {t} steps the state strays by {spreadH}; {inside} of {paths} paths lie within ±2√P.",
    draw: "Draw the input here, or use the arrow keys at the playhead",
    scrub: "Noises, state and measurement over time: move the playhead",
    dragJolt: "One extra jolt to the state: drag it, or use the arrow keys",
    dragSlip: "One extra slip of the measurement: drag it, or use the arrow keys",
    whole:
      "The input and the process noise above many paths of the state with their band; the measurement noise above what is measured",
  },
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
  numpy,
  answer: "y",
  source: ["src/models/ssm.ts#simulate", "src/models/kalman/step.ts#predict"],
  view,
});
