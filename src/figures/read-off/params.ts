import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";

export const params = {
  measure: choice({
    label: "Which memory",
    options: { legs: "LegS", legt: "LegT", lmu: "LMU", lagt: "LagT", fout: "FouT" },
    initial: "legs",
  }),
  N: number({ label: "how many numbers", symbol: "N", min: 2, max: 6, step: 1, initial: 3 }),
};

export type Setting = Values<typeof params>;
