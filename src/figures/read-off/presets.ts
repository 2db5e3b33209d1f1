import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  legs: { label: "LegS, three numbers", set: {} },
  legt: { label: "LegT: what leaves is lost", set: { measure: "legt" } },
  lmu: { label: "LMU: LegT in other units", set: { measure: "lmu" } },
  lagt: { label: "LagT", set: { measure: "lagt" } },
  fout: { label: "FouT", set: { measure: "fout", N: 6 } },
  six: { label: "LegS, six numbers", set: { N: 6 } },
  rows: { label: "Two rows of LegS", set: {}, t: 5, lesson: true },
  below: { label: "Below the diagonal", set: {}, t: 7, lesson: true },
  corner: { label: "LegT, up to its corner", set: { measure: "legt" }, t: 7, lesson: true },
};
