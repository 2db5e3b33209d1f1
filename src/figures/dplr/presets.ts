import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  legs: { label: "HiPPO-LegS in two parts", set: {} },
  normal: { label: "The normal part alone", set: { kappa: 0 } },
  half: { label: "Half of the low-rank part", set: { kappa: 0.5 } },
  eigen: { label: "Its eigenvectors, N = 24", set: { show: "eigen", N: 24 } },
  eigenMore: { label: "Its eigenvectors, N = 64", set: { show: "eigen", N: 64 } },
  eigenNormal: { label: "Those of the normal part", set: { show: "eigen", N: 64, kappa: 0 } },
  cost: { label: "The race: L up to 65,536", set: { show: "cost", N: 64 } },
  four: { label: "Four numbers", set: { N: 4 }, lesson: true },
  fourHalf: { label: "Four numbers, κ = 0.5", set: { N: 4, kappa: 0.5 }, lesson: true },
  eigenFew: { label: "Its eigenvectors, N = 8", set: { show: "eigen", N: 8 }, lesson: true },
  eigenNearly: {
    label: "κ just below 1",
    set: { show: "eigen", N: 16, kappa: 0.99 },
    lesson: true,
  },
  costFew: { label: "The race with 16 numbers", set: { show: "cost" }, lesson: true },
  largest: { label: "64 numbers", set: { N: 64, dt: 0.005 }, lesson: true },
};
