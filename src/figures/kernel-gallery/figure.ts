import { defineFigure } from "../../kit/figure.ts";
import { fastest, horizon, lagOf, run, size, type Run } from "./compute.ts";
import { directCost, fastCost, isWrong, spoilt, wrapped } from "./fft.ts";
import { answersImpulse, anyLength, sameAsSum, sumsToStep, wrapsAround } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { kernelSound } from "./sound.ts";
import { STAGES } from "./stages.ts";
import { symbols } from "./symbols.ts";
import { view } from "./view.ts";

const byFft = (v: Setting) => v.show === "fft";

export default defineFigure({
  id: "kernel-gallery",
  title: "Kernels, and how they are laid over an input",
  params,
  idle: (v) => ({
    response: byFft(v),
    log: byFft(v),
    lags: byFft(v),
    pad: !byFft(v),
    input: !byFft(v),
  }),
  presets,
  compute: run,
  length: (r) => (r.fft ? STAGES : r.K.length),
  clock: (r) => (r.fft ? "atStage" : "atLag"),
  sounds: { kernel: { label: "Hear the kernel", of: (r, v) => kernelSound(r, v) } },
  readouts: {
    result: { label: "value at the playhead", symbol: "K", foot: true, digits: 4, of: told },
    horizon: { label: "90 % lies within", symbol: "K", foot: true, of: (r) => horizon(r) },
    fastest: {
      label: "fastest pole, half turns a step",
      symbol: "lambda",
      of: fastest,
    },
    impulseGap: {
      label: "impulse response, rms from LegS",
      of: (r) => r.apart?.impulse ?? NaN,
    },
    stepGap: { label: "step response, rms from LegS", of: (r) => r.apart?.step ?? NaN },
    wrapped: {
      label: "largest error by wrapping",
      symbol: "y",
      of: (r) => (r.fft ? (wrapped(r.fft) > 1e-9 * size(r.fft.y) ? wrapped(r.fft) : 0) : NaN),
    },
    spoilt: { label: "samples spoilt", symbol: "y", of: (r) => (r.fft ? spoilt(r.fft) : NaN) },
    length: { label: "samples", symbol: "L", of: (r) => r.K.length },
    transform: { label: "length of the transforms", of: (r) => r.fft?.n ?? NaN },
    direct: { label: "multiplications, term by term", of: (r) => directCost(r.K.length) },
    fast: { label: "multiplications, by FFT", of: (r) => (r.fft ? fastCost(r.fft.n) : NaN) },
    sooner: {
      label: "times fewer by FFT, for 16,384 samples",
      digits: 2,
      of: () => directCost(16384) / fastCost(32768),
    },
    stage: { label: "stage of the convolution", of: (_, __, t) => Math.floor(t) + 1 },
    k0: { label: "first weight", symbol: "K", of: (r) => r.K[0]! },
  },
  phrases,
  describe,
  laws: {
    kernel: {
      label: "An impulse through the recurrence comes out as the kernel",
      holds: answersImpulse,
    },
    length: { label: "A longer kernel begins as a shorter one", holds: anyLength },
    step: {
      label: "Under zero-order hold its running sum is the continuous system's answer to a step",
      holds: sumsToStep,
    },
    sum: {
      label: "Padded, three transforms give the sum of products, term by term",
      holds: (r) => sameAsSum(r),
    },
    wrap: {
      label: "Without padding, what runs past the end comes back at the beginning",
      holds: (r) => wrapsAround(r),
    },
  },
  symbols,
  equations: ["s4-kernel", "s4d-kernel"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "result",
  source: [
    "src/models/s4.ts#kernel",
    "src/models/s4d.ts#vandermonde",
    "src/figures/kernel-gallery/fft.ts#fft-steps",
  ],
  view,
});

/** The kernel at the playhead's lag, or the last sample of the convolution: what the NumPy script prints at the end. */
function told(r: Run, _: Setting, t: number): number {
  return r.fft ? r.fft.y[r.fft.L - 1]! : r.shown[lagOf(r, t)]!;
}

function describe(r: Run, v: Setting, t: number) {
  if (r.fft) {
    const { fft } = r;
    if (size(fft.u) === 0) return "silence";
    const ends = fft.y.subarray(0, fft.L).some((_, i) => isWrong(fft, i)) ? "atEndWrong" : "atEnd";
    const stages = ["atStart", v.pad ? "atPad" : "atCircle", "atWave", "atProduct", ends] as const;
    return stages[Math.min(STAGES - 1, Math.floor(t))]!;
  }
  if (v.init === "legs-diag") return v.response === "step" ? "honestStep" : "honest";
  if (horizon(r) === 0 || r.K.every((k) => k === 0)) return "short";
  if (horizon(r) > 0.85 * r.K.length) return "longer";
  const words = {
    legs: "legsSays",
    lin: "linSays",
    inv: "invSays",
    real: "realSays",
    random: "randomSays",
  } as const;
  return words[v.init];
}
