import type { Preset } from "../../kit/figure.ts";
import type { Given, Signal } from "../../kit/signal.ts";
import type { Setting } from "./params.ts";

/** sin 6x + 0.3 cos 17x: smooth, with an outline and with detail. */
const SAMPLES = 512;
export const waves: Given = {
  kind: "given",
  id: "waves",
  data: Float64Array.from({ length: SAMPLES }, (_, k) => {
    const x = (k + 0.5) / SAMPLES;
    return Math.sin(6 * x) + 0.3 * Math.cos(17 * x);
  }),
};

const speech: Signal = { kind: "series", id: "speech" };
const nile: Signal = { kind: "series", id: "nile" };
const euler = { rule: "euler", N: 32, input: { kind: "sine", period: 60 }, steps: 96 } as const;
const lti = { law: "lti", theta: 128 } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  whole: { label: "A whole past in 8 numbers", set: {} },
  more: { label: "64 numbers", set: { N: 64, direct: true } },
  warped: { label: "Without 1/t: a warped past", set: { ...lti, N: 16 } },
  window: { label: "LegT: a window", set: { measure: "legt", N: 16 } },
  random: { label: "A random A", set: { measure: "random", N: 16 } },
  euler: { label: "Euler blows up", set: euler, t: 20 },
  speech: { label: "A spoken sentence", set: { input: speech, N: 48, rule: "exact" } },
  nile: { label: "The Nile, 32 numbers", set: { input: nile, N: 32, rule: "exact" } },
  start: { label: "The first tenth of the past", set: {}, t: 51, lesson: true },
  half: { label: "Half-way", set: {}, t: 255, lesson: true },
  four: { label: "4 numbers", set: { N: 4, direct: true }, lesson: true },
  sixteen: { label: "16 numbers", set: { N: 16, direct: true }, lesson: true },
  thirtyTwo: { label: "32 numbers, bilinear", set: { N: 32, direct: true }, lesson: true },
  held: {
    label: "32 numbers, held exactly",
    set: { N: 32, direct: true, rule: "exact" },
    lesson: true,
  },
  eulerClean: { label: "Euler, once k has passed N", set: euler, lesson: true },
  step: {
    label: "A step, held exactly",
    set: { input: { kind: "step" }, N: 24, rule: "exact", steps: 256 },
    lesson: true,
  },
  scaled: { label: "With 1/t, 16 numbers", set: { N: 16 }, lesson: true },
  fading: {
    label: "LagT: a fading past",
    set: { measure: "lagt", N: 16, theta: 64 },
    lesson: true,
  },
  fourier: {
    label: "FouT: a window in waves",
    set: { measure: "fout", N: 17, rule: "exact" },
    lesson: true,
  },
  long: {
    label: "1,024 samples, 64 numbers",
    set: { input: { kind: "sine", period: 300 }, steps: 1024, N: 64 },
    lesson: true,
  },
};
