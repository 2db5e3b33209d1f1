import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  slices: { label: "Slice by slice", set: {} },
  zoh: { label: "Held at its first value", set: { way: "zoh" } },
  mamba: { label: "Mamba: nothing that comes in fades", set: { way: "mamba" } },
  euler: { label: "Euler: the rate at the start", set: { way: "euler" } },
  backward: { label: "Backward Euler: the rate at the end", set: { way: "backward" } },
  bilinear: { label: "Bilinear: the trapezium", set: { way: "bilinear" } },
  quick: { label: "A quick system: Euler overshoots", set: { way: "euler", a: -4 } },
  first: { label: "The first slice", set: {}, t: 1, lesson: true },
  guess: {
    label: "A first guess of the end",
    set: { way: "bilinear", reads: "ends" },
    t: 0,
    lesson: true,
  },
  solved: {
    label: "The trapezium, solved",
    set: { way: "bilinear", reads: "ends" },
    lesson: true,
  },
};
