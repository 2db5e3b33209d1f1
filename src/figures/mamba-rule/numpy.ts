import { pyNumber, pyVector } from "../../numpy/text.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Both rules over all tokens; prints the last output with Mamba's. */
export const numpy = ({ N, dt, absorb }: Setting, r: Run): string => `import numpy as np

A = -np.arange(1, ${N + 1}, dtype=float)  # one channel, S4D-Real
delta = ${pyVector(r.delta)}
u = ${pyVector(r.u)}
x = -${pyNumber(dt)} * A
ratio = (1 - np.exp(-x)) / x
C = np.ones(${N}) / ${N}

def scan(Bbar, C):
    h, y = np.zeros(${N}), []
    for d, token in zip(delta, u):
        h = np.exp(d * A) * h + Bbar(d) * token
        y.append(C @ h)
    return np.array(y)

exact = scan(lambda d: (np.exp(d * A) - 1) / A, C)
mamba = scan(lambda d: d * np.ones(${N}), ${absorb ? "C * ratio" : "C"})
print(np.linalg.norm(mamba - exact) / np.linalg.norm(exact))
print(mamba[-1])
`;
