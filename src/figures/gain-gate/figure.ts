import { defineFigure } from "../../kit/figure.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { errorIn, run, START, trusted, type Run } from "./compute.ts";
import {
  fixedIsConvolution,
  gateIsFilter,
  gateIsGain,
  lessTrustLessGate,
  staysBetween,
} from "./laws.ts";
import { numpy } from "./numpy.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

const LONGEST = 200;
const step = (r: Run, t: number) => Math.min(r.y.length - 1, Math.floor(t));
const at = (v: Float64Array, t: number) => v[Math.min(v.length - 1, Math.floor(t))]!;
const before = (r: Run, t: number) => (t >= 1 ? at(r.gate.mean, t - 1) : START.m0);

export default defineFigure({
  id: "gain-gate",
  title: "The gain is a gate",
  params: {
    Q: number({
      label: "variance of the process noise",
      symbol: "Q",
      min: 0.01,
      max: 1,
      step: 0.01,
      initial: 0.04,
    }),
    R: number({
      label: "variance of a measurement one can trust",
      symbol: "R",
      min: 0.1,
      max: 4,
      step: 0.01,
      initial: 0.5,
    }),
    times: number({
      label: "so many times larger in the stretch",
      symbol: "R",
      min: 0.01,
      max: 1000,
      step: 0.001,
      initial: 50,
      log: true,
    }),
    from: number({
      label: "The stretch begins at step",
      min: 0,
      max: LONGEST,
      step: 1,
      initial: 40,
    }),
    to: number({ label: "and ends before step", min: 0, max: LONGEST, step: 1, initial: 80 }),
    fixed: toggle({ label: "Show a gain that never changes", initial: false }),
    seed: seed({ label: "Seed of the noise", initial: 5 }),
    steps: number({
      label: "Steps",
      symbol: "L",
      min: 16,
      max: LONGEST,
      step: 1,
      initial: 120,
      more: true,
    }),
    future: toggle({ label: "Show what comes next", initial: true, more: true }),
  },
  presets,
  compute: run,
  length: (r) => r.y.length,
  readouts: {
    delta: { label: "Δ now", symbol: "Delta", foot: true, of: (r, _, t) => at(r.gate.delta, t) },
    gain: { label: "gain now", symbol: "gain", foot: true, of: (r, _, t) => at(r.gate.gain, t) },
    kept: {
      label: "kept of the estimate, in %",
      symbol: "hhat",
      foot: true,
      of: (r, _, t) => 100 * Math.exp(-at(r.gate.delta, t)),
    },
    truth: { label: "true state", symbol: "h", of: (r, _, t) => at(r.truth, t) },
    measured: { label: "measurement", symbol: "y", of: (r, _, t) => at(r.y, t) },
    trust: { label: "variance of its noise", symbol: "R", of: (r, _, t) => at(r.R, t) },
    P: { label: "predicted variance", symbol: "Pprior", of: (r, _, t) => at(r.gate.predicted, t) },
    fixedGain: { label: "the gain that never changes", symbol: "gain", of: (r) => r.fixedGain },
    errGate: {
      label: "error in the stretch, with the gate",
      symbol: "hhat",
      of: (r) => errorIn(r, r.gate.mean),
    },
    errFixed: {
      label: "error in the stretch, with a fixed gain",
      of: (r) => errorIn(r, r.fixedMean),
    },
  },
  phrases: {
    open: "Step {t}: the measurement can be trusted. Δ = {delta}, so the share K = {gain} of it comes in.",
    shut: "Step {t}: the measurement cannot be trusted, R = {trust}. Δ falls to {delta}, the gate all but closes, and {kept} % of the estimate stays.",
    wide: "Step {t}: the measurement is better than usual, R = {trust}. Δ rises to {delta}, and the share K = {gain} of it comes in.",
    compared:
      "In the stretch the gate errs by {errGate}; the gain that never changes, {fixedGain}, errs by {errFixed}.",
    truth: "truth",
    gate: "with the gate",
    never: "fixed gain",
    kalman: "Kalman",
    mamba: "the same, written as Mamba's gate",
    follows: "Here Δ follows from known Q and R.",
    learnt: "Mamba learns its Δ from data.",
    dragTimes: "How little the stretch can be trusted: drag it, or use the arrow keys",
    dragFrom: "Where the stretch begins: drag it, or use the arrow keys",
    dragTo: "Where the stretch ends: drag it, or use the arrow keys",
    scrub: "Estimate, trust, gain and Δ over time: move the playhead",
    whole:
      "A random walk, its measurements and the estimate; below them how far each measurement can be trusted, the gain and Δ; and the gate as a curve",
  },
  describe: (r, v, t) => {
    const now = step(r, t);
    const [from, to] = r.stretch;
    if (v.fixed && to > from && now === r.y.length - 1) return "compared";
    if (trusted(r, now) || v.times === 1) return "open";
    return v.times > 1 ? "shut" : "wide";
  },
  laws: {
    gate: { label: "The gain P⁻/(P⁻ + R) is the gate 1 − e^−Δ", holds: (r) => gateIsGain(r) },
    filter: { label: "The gated recurrence is the Kalman filter", holds: gateIsFilter },
    less: {
      label: "The less a measurement is trusted, the smaller Δ",
      holds: lessTrustLessGate,
    },
    between: {
      label: "The new estimate lies between the old one and the measurement",
      holds: (r) => staysBetween(r),
    },
    convolution: {
      label: "With a fixed gain the filter is a convolution",
      holds: (r) => fixedIsConvolution(r),
    },
  },
  symbols: (r, v, t) => ({
    A: 1,
    C: 1,
    Q: v.Q,
    R: at(r.R, t),
    t: Math.floor(t),
    L: r.y.length,
    h: at(r.truth, t),
    y: at(r.y, t),
    hprior: before(r, t),
    hhat: at(r.gate.mean, t),
    Pprior: at(r.gate.predicted, t),
    gain: at(r.gate.gain, t),
    Delta: at(r.gate.delta, t),
  }),
  equations: ["gain-gate", "gate-delta"],
  numpy,
  answer: { of: (r, _, t) => at(r.gate.mean, t) },
  source: ["src/models/kalman/gate.ts#gate"],
  view,
});
