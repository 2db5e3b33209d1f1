import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  legs: { label: "LegS", set: {} },
  sum: { label: "LegS: A + Aᵀ", set: { view: "sum" } },
  eigen: { label: "LegS: eigenvalues", set: { view: "eigen", N: 16 } },
  legt: { label: "LegT", set: { measure: "legt" } },
  lagt: { label: "LagT", set: { measure: "lagt" } },
  fout: { label: "FouT", set: { measure: "fout", N: 12 } },
  large: { label: "LegS, 32 numbers", set: { N: 32, n: 20, k: 5 } },
  four: { label: "LegS, 4 numbers", set: { N: 4, n: 2, k: 1 }, lesson: true },
  diagonal: { label: "The diagonal", set: { N: 4, n: 2, k: 2 }, lesson: true },
  above: { label: "Above the diagonal", set: { N: 4, n: 1, k: 3 }, lesson: true },
  sumFour: { label: "A + Aᵀ of 4 numbers", set: { N: 4, view: "sum", n: 2, k: 1 }, lesson: true },
  legtEigen: {
    label: "LegT: eigenvalues",
    set: { measure: "legt", view: "eigen", N: 16 },
    lesson: true,
  },
  foutEigen: {
    label: "FouT: eigenvalues",
    set: { measure: "fout", view: "eigen", N: 16 },
    lesson: true,
  },
};
