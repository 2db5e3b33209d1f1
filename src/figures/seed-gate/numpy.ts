import { pyNumber, pyVector } from "../../numpy/text.ts";
import type { Activation } from "../../models/seedGate.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const written: Readonly<Record<Activation, string>> = {
  relu: "np.maximum(x, 0)",
  sigmoid: "1 / (1 + np.exp(-x))",
  tanh: "np.tanh(x)",
  silu: "x / (1 + np.exp(-x))",
  identity: "x",
};

/** Both recurrences over the row; prints S6's last state and then the article's. */
export const numpy = (v: Setting, r: Run): string => `import numpy as np

u = ${pyVector(r.u)}
gate = ${pyVector(r.gate)}
a, b = ${pyNumber(v.a)}, ${pyNumber(v.b)}
f = lambda x: ${written[v.f]}

seed = s6 = 0.0
for x, g in zip(u, gate):
    seed = f(a * seed + b * x) * g  # the article's formula: g = 0 erases
    s6 = (1 - g) * s6 + g * x  # S6 by Theorem 1: g = 0 holds

print("S6:", s6)
print("the article's formula:", seed)
`;
