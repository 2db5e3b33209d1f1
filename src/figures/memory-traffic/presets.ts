import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  layer: { label: "A layer of Mamba-130m", set: {}, t: 0 },
  small: { label: "Small", set: { L: 64, D: 16, N: 4 } },
  once: { label: "Scanned in one pass", set: { scan: "once" } },
  large: { label: "A long sequence", set: { L: 16_384, D: 2048 } },
  single: { label: "One state", set: { N: 1, scan: "once" } },
  many: { label: "64 states", set: { N: 64, scan: "once" } },
  backward: { label: "Backward", set: { pass: "backward" } },
  roofline: { label: "On the roofline", set: { show: "roofline" } },
  measured: {
    label: "Measured",
    set: { show: "measured", L: 16_384, D: 64 },
  },
  begin: { label: "Before anything moves", set: { scan: "once" }, t: 0, lesson: true },
  beginBackward: { label: "Before it goes back", set: { pass: "backward" }, t: 0, lesson: true },
  roofOnce: {
    label: "On the roofline, scanned in one pass",
    set: { show: "roofline", scan: "once" },
    lesson: true,
  },
  roofBackward: {
    label: "Backward on the roofline",
    set: { show: "roofline", pass: "backward" },
    lesson: true,
  },
  roofLaptop: {
    label: "On a laptop's roofline",
    set: { show: "roofline", card: "m2" },
    lesson: true,
  },
  roofSingle: {
    label: "One state on the roofline",
    set: { show: "roofline", N: 1 },
    lesson: true,
  },
  roofRecorded: {
    label: "On the roofline, and as recorded",
    set: { show: "roofline", L: 16_384, D: 64 },
    lesson: true,
  },
  measuredBack: {
    label: "Measured, backward",
    set: { show: "measured", pass: "backward", L: 16_384, D: 64 },
    lesson: true,
  },
};
