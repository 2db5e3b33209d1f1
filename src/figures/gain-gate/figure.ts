import { defineFigure } from "../../kit/figure.ts";
import { errorIn, run, START, trusted, type Run } from "./compute.ts";
import {
  fixedIsConvolution,
  gateIsFilter,
  gateIsGain,
  lessTrustLessGate,
  staysBetween,
} from "./laws.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

const step = (r: Run, t: number) => Math.min(r.y.length - 1, Math.floor(t));
const at = (v: Float64Array, t: number) => v[Math.min(v.length - 1, Math.floor(t))]!;
const before = (r: Run, t: number) => (t >= 1 ? at(r.gate.mean, t - 1) : START.m0);

export default defineFigure({
  id: "gain-gate",
  title: "The gain is a gate",
  params,
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
  phrases,
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
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: { of: (r, _, t) => at(r.gate.mean, t) },
  source: ["src/models/kalman/gate.ts#gate"],
  view,
});
