import type { Values } from "../../kit/param.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { FRAMES, MOST_SQUARES } from "../../models/film/film.ts";
import { flashes } from "./flashesParam.ts";
import { source } from "./source.ts";

export const params = {
  source: source({
    label: "Film",
    options: { made: "made here, with flashes of my choice", camera: "my own, from the camera" },
  }),
  flashes: flashes({
    label: "Flashes",
    initial: [
      { glyph: 0, t: 6, y: 3, x: 4 },
      { glyph: 2, t: 20, y: 8, x: 9 },
      { glyph: 1, t: 33, y: 1, x: 7 },
      { glyph: 3, t: 47, y: 9, x: 2 },
    ],
  }),
  cleared: number({ label: "Frame cleared (0: none)", min: 0, max: FRAMES, step: 1, initial: 0 }),
  noise: number({ label: "Noise σ", min: 0, max: 1, step: 0.1, initial: 0.3 }),
  squares: number({ label: "Wandering squares", min: 0, max: MOST_SQUARES, step: 1, initial: 1 }),
  lasts: number({ label: "Frames that a flash lasts", min: 1, max: 6, step: 1, initial: 1 }),
  layer: number({ label: "Layer", min: 1, max: 2, step: 1, initial: 2 }),
  seed: seed({ label: "Seed of noise and squares", initial: 7, more: true }),
};

export type Setting = Values<typeof params>;
