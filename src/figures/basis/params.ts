import type { Values } from "../../kit/param.ts";
import { matrix } from "../../kit/params/matrix.ts";

const wide = { min: -2, max: 2, step: 0.01 };

export const params = {
  T: matrix({
    label: "the new basis, a vector a column",
    symbol: "basis",
    ...wide,
    initial: [
      [1, 0],
      [0, 1],
    ],
  }),
  A: matrix({
    label: "how the state moves itself",
    symbol: "A",
    min: -1.2,
    max: 1.2,
    step: 0.01,
    initial: [
      [0.8, 0.2],
      [0.1, 0.7],
    ],
  }),
  B: matrix({ label: "how the input pushes", symbol: "B", ...wide, initial: [[0.8], [0.1]] }),
  C: matrix({ label: "how it is read", symbol: "C", ...wide, initial: [[-0.1, 1.5]] }),
};

export type Setting = Values<typeof params>;
