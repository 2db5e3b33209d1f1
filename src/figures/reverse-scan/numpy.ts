import { pyVector } from "../../numpy/text.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Forward and backward in NumPy, and one gradient by differences; prints the gradient at the first state. */
export const numpy = ({ gate }: Setting, { a, u, asks, L }: Run): string => `import numpy as np

a = ${pyVector(a)}
u = ${pyVector(u)}
ybar = ${pyVector(asks)}  # the loss is the sum of the outputs where this is 1
L = len(u)


def forward(a, u):
    h = np.zeros(L + 1)  # h[t] comes before token t
    for t in range(L):
        h[t + 1] = a[t] * h[t] + u[t]
    return h


h = forward(a, u)
g = np.zeros(L + 1)  # behind the last token nothing comes
for t in reversed(range(L)):
    g[t] = ybar[t] + (a[t + 1] * g[t + 1] if t + 1 < L else 0.0)
da = g[:L] * h[:L]

k = ${Math.min(gate, L - 1)}
up, down = a.copy(), a.copy()
up[k] += 0.5
down[k] -= 0.5
print("by the gate's a:", da[k], "by differences:", ybar @ (forward(up, u) - forward(down, u))[1:])
print(float(g[0]))
`;
