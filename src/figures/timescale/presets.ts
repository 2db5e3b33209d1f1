import type { Preset } from "../../kit/figure.ts";
import type { Given, Signal } from "../../kit/signal.ts";
import type { Setting } from "./params.ts";

const SAMPLES = 96;
const bump = (t: number, at: number, height: number) => height * Math.exp(-(((t - at) / 5) ** 2));

/** Three swells of different heights: a shape that one knows again at any speed. */
export const swells: Given = {
  kind: "given",
  id: "swells",
  data: Float64Array.from(
    { length: SAMPLES },
    (_, t) => bump(t, 18, 1) + bump(t, 44, -0.7) + bump(t, 72, 1.3),
  ),
};

const nile: Signal = { kind: "series", id: "nile" };

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  half: { label: "Half speed", set: {} },
  normal: { label: "Normal speed", set: { speed: 1 } },
  double: { label: "Double speed", set: { speed: 2 } },
  quarter: { label: "A quarter of the speed", set: { speed: 0.25 } },
  bilinear: { label: "Half speed, bilinear", set: { rule: "bilinear", rate: 4 } },
  nile: { label: "The Nile at double speed", set: { input: nile, speed: 2, N: 16 } },
  start: { label: "Half speed, after a third", set: {}, t: 31, lesson: true },
  wide: { label: "A window as long as the signal", set: { theta: 96 }, lesson: true },
  finer: { label: "Bilinear, finer samples", set: { rule: "bilinear", rate: 12 }, lesson: true },
};
