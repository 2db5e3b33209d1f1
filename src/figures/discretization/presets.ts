import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  stairs: { label: "A staircase of half seconds", set: {} },
  fine: { label: "Fine steps", set: { dt: 0.1 } },
  rings: {
    label: "Rings",
    set: { a: -6, dt: 0.8, rule: "bilinear", truth: "stairs", input: "pulse" },
  },
  explodes: {
    label: "Euler explodes",
    set: { a: -4, dt: 0.6, rule: "euler", input: "pulse", truth: "stairs" },
  },
  spring: {
    label: "A system that swings",
    set: { a: -0.4, w: 5, dt: 0.2, input: "pulse", truth: "stairs" },
  },
  stairsAsk: {
    label: "Against the staircase itself",
    set: { truth: "stairs", dt: 0.5 },
    lesson: true,
  },
  middle: { label: "Held from the middle of each step", set: { at: "middle" }, lesson: true },
  euler: {
    label: "Euler, fine enough",
    set: { a: -4, dt: 0.2, rule: "euler", input: "pulse", truth: "stairs" },
    lesson: true,
  },
  undamped: {
    label: "Undamped, by Euler",
    set: { a: 0, w: 3, dt: 0.1, rule: "euler", input: "pulse" },
    lesson: true,
  },
};
