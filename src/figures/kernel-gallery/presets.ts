import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const fft = { show: "fft", dt: 0.06, N: 8, input: { kind: "noise", seed: 5 } } as const;
const first = {
  read: "first",
  init: "legs-diag",
  N: 16,
  rule: "zoh",
  dt: 0.005,
  lags: 640,
} as const;
const pulse = { kind: "step" } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  legs: { label: "S4", set: {}, t: 60 },
  lin: { label: "S4D-Lin", set: { init: "lin", rule: "zoh" }, t: 60 },
  real: { label: "S4D-Real", set: { init: "real", rule: "zoh" }, t: 60 },
  random: { label: "Random poles", set: { init: "random", rule: "zoh" }, t: 60 },
  logarithm: { label: "Log axes", set: { log: true }, t: 60 },
  honest: { label: "S4D-LegS beside LegS: impulse", set: first, t: 60 },
  honestStep: { label: "S4D-LegS beside LegS: step", set: { ...first, response: "step" }, t: 60 },
  fft: { label: "Convolution by FFT", set: fft },
  wrap: { label: "Without padding", set: { ...fft, pad: false } },
  inv: { label: "S4D-Inv", set: { init: "inv", rule: "zoh" }, t: 60, lesson: true },
  fine: { label: "Small Δ: long kernel", set: { dt: 0.002 }, t: 60, lesson: true },
  coarse: { label: "Large Δ: short kernel", set: { dt: 0.08 }, t: 20, lesson: true },
  small: {
    label: "Eight numbers, one lag",
    set: { N: 8, dt: 0.02, lags: 256 },
    t: 40,
    lesson: true,
  },
  smallLin: {
    label: "Eight numbers of S4D-Lin, one lag",
    set: { N: 8, dt: 0.02, lags: 256, init: "lin", rule: "zoh" },
    t: 40,
    lesson: true,
  },
  honestMore: { label: "S4D-LegS, N = 64: impulse", set: { ...first, N: 64 }, t: 60, lesson: true },
  honestMoreStep: {
    label: "S4D-LegS, N = 64: step",
    set: { ...first, N: 64, response: "step" },
    t: 60,
    lesson: true,
  },
  fftAsk: { label: "FFT: the two sequences", set: fft, t: 0, lesson: true },
  fftPulse: { label: "FFT: a pulse", set: { ...fft, input: pulse }, lesson: true },
  wrapPulse: {
    label: "FFT: a pulse, without padding",
    set: { ...fft, input: pulse, pad: false, dt: 0.02 },
    lesson: true,
  },
};
