import type { Values } from "../../kit/param.ts";
import { matrix } from "../../kit/params/matrix.ts";

const arrow = { min: -1.5, max: 1.5, step: 0.01 };

export const params = {
  B: matrix({ label: "how the input pushes", symbol: "B", ...arrow, initial: [[0.4], [0.9]] }),
  C: matrix({ label: "how it is read", symbol: "C", ...arrow, initial: [[0.9, 0.3]] }),
  A: matrix({
    label: "how the state moves itself",
    symbol: "A",
    min: -1,
    max: 1,
    step: 0.01,
    initial: [
      [0.8, 0.2],
      [0.1, 0.7],
    ],
  }),
};

export type Setting = Values<typeof params>;
