import type { Preset } from "../../kit/figure.ts";
import type { Given } from "../../kit/signal.ts";
import type { Setting } from "./params.ts";

const SAMPLES = 160;
/** Three swells of unlike height, on a slope. */
export const swells: Given = {
  kind: "given",
  id: "swells",
  data: Float64Array.from({ length: SAMPLES }, (_, k) => {
    const x = (k + 0.5) / SAMPLES;
    return Math.sin(15 * x) * (1 - 0.5 * x) + 0.6 * x;
  }),
};

const flood = { w0: 0.1, w1: 0.2, w2: 0.4, w3: 0.7, w4: 1 } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  legs: { label: "LegS: all alike", set: {} },
  legt: { label: "LegT: a window", set: { measure: "legt" } },
  lagt: { label: "LagT: a fading past", set: { measure: "lagt", theta: 24 } },
  fout: { label: "FouT: a window in waves", set: { measure: "fout", N: 6, n: 2 } },
  drawn: { label: "A weight of your own", set: { measure: "drawn" } },
  growing: { label: "The oldest count most", set: { measure: "drawn", ...flood } },
  step: { label: "A step", set: { input: { kind: "step" }, measure: "legt" }, t: 140 },
  mean: { label: "The mean alone", set: { N: 1, n: 0 }, t: 79, lesson: true },
  early: { label: "Half of the time", set: {}, t: 79, lesson: true },
  more: { label: "LegT, eight numbers", set: { measure: "legt", N: 8 }, lesson: true },
  fading: { label: "LagT, eight numbers", set: { measure: "lagt", theta: 24, N: 8 }, lesson: true },
  waves: { label: "FouT, eight numbers", set: { measure: "fout", N: 8, n: 2 }, lesson: true },
};
