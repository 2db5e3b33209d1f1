import type { Racer } from "./models.ts";

/** A mark from its centre on: a circle for Mamba, a square for the Transformer, a triangle for the LSTM. */
const shapes: Readonly<Record<Racer, string>> = {
  mamba: "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
  transformer: "m-3.5 -3.5h7v7h-7z",
  lstm: "m-4.2 3.4h8.4l-4.2 -7.6z",
};

export const markAt = (racer: Racer, x: number, y: number): string =>
  `M${x.toFixed(1)} ${y.toFixed(1)}${shapes[racer]}`;
