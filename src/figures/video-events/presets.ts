import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  whole: { label: "Four flashes", set: {} },
  cut: { label: "A flash cleared", set: { cleared: 21 } },
  dark: { label: "Another frame cleared", set: { cleared: 29 } },
  first: { label: "The first layer", set: { layer: 1 } },
  six: {
    label: "Six flashes",
    set: {
      flashes: [
        { glyph: 5, t: 2, y: 0, x: 10 },
        { glyph: 4, t: 12, y: 6, x: 1 },
        { glyph: 4, t: 22, y: 10, x: 8 },
        { glyph: 0, t: 31, y: 2, x: 2 },
        { glyph: 3, t: 45, y: 7, x: 9 },
        { glyph: 1, t: 58, y: 4, x: 5 },
      ],
      squares: 2,
      seed: 3,
    },
  },
  long: { label: "Flashes of five frames", set: { lasts: 5 } },
  noisy: { label: "More noise than it knows", set: { noise: 0.8 } },
  squares: { label: "Three squares", set: { squares: 3 } },
  empty: { label: "No flash", set: { flashes: [] } },
  early: { label: "After the second flash", set: {}, t: 26, lesson: true },
};
