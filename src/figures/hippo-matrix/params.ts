import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";

export const params = {
  N: number({ label: "how many numbers", symbol: "N", min: 2, max: 32, step: 1, initial: 8 }),
  measure: choice({
    label: "Which matrix",
    options: { legs: "LegS", legt: "LegT", lagt: "LagT", fout: "FouT" },
    initial: "legs",
  }),
  view: choice({
    label: "What is shown",
    options: { matrix: "A, with B beside it", sum: "A + Aᵀ", eigen: "the eigenvalues of A" },
    initial: "matrix",
  }),
  /** The cell looked at, counted from 0; beyond the matrix it is the last one. */
  n: number({ label: "row n", min: 0, max: 31, step: 1, initial: 4, more: true }),
  k: number({ label: "column k", min: 0, max: 31, step: 1, initial: 1, more: true }),
};

export type Setting = Values<typeof params>;
