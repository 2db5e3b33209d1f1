import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

/** The maximum for the Nile, on the sliders' grid. */
export const MAXIMUM = { noise: 15098.5, walk: 1469.2 } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  nervous: { label: "Runs after every flood", set: { noise: 1500, walk: 20000 } },
  stiff: { label: "Hardly moves", set: { noise: 30000, walk: 15 } },
  maximum: { label: "The likeliest pair", set: MAXIMUM },
  hindsight: { label: "With hindsight", set: { ...MAXIMUM, smooth: true } },
  lost: { label: "Forty years lost", set: { ...MAXIMUM, smooth: true, lost: true } },
  dam: { label: "Forecast from 1898", set: { ...MAXIMUM, h: 20 }, t: 27 },
  guess: { label: "A first guess", set: {}, lesson: true },
  damHindsight: {
    label: "1898 with hindsight",
    set: { ...MAXIMUM, smooth: true, h: 20 },
    t: 27,
    lesson: true,
  },
  lostForward: {
    label: "Forty years lost, without hindsight",
    set: { ...MAXIMUM, lost: true },
    lesson: true,
  },
};
