import { pyNumber } from "../../numpy/text.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { STEPS } from "./row.ts";

/** Both memories in NumPy, over the shown row and over all rows; prints what is missed with the tokens anywhere. */
export function numpy(v: Setting, r: Run): string {
  const row = Array.from(r.u.subarray(0, STEPS), pyNumber).join(", ");
  return `import numpy as np
from itertools import combinations

L, K = ${STEPS}, ${r.K}
row = np.array([${row}], dtype=float)
rows = [list(p) for p in combinations(range(L), K)]  # all places K tokens can have
asked = row[row != 0]
u = np.concatenate([row, np.zeros(K)])
${v.memory === "fixed" ? fixedKernel(v, r) : gated(v)}
# mean squared error where the tokens have mean 0 and variance 1
def error(places):
    W = weights(places)
    return np.mean(np.sum((W - np.eye(K)) ** 2, axis=1))

print("answers:", weights(list(np.flatnonzero(row))) @ asked, " asked:", asked)
print("missed, tokens first, in %:", 100 * np.sqrt(error(list(range(K)))))
print(100 * np.sqrt(np.mean([error(p) for p in rows])))
`;
}

const fixedKernel = ({ fits }: Setting, r: Run) => `
made_for = ${fits === "anywhere" ? "rows" : `[${fits === "first" ? "list(range(K))" : `[${r.places.join(", ")}]`}]`}
# least squares over every kernel of L + K weights: the tokens are independent, so each equation is that of one token
X, want = [], []
for places in made_for:
    for i in range(K):
        for j, p in enumerate(places):
            X.append(np.eye(L + K)[L + i - p])
            want.append(float(i == j))
kernel = np.linalg.lstsq(np.array(X), np.array(want), rcond=None)[0]

def weights(places):  # of each token in each answer: the lag decides
    return np.array([[kernel[L + i - p] for p in places] for i in range(K)])
`;

const gated = ({ blank }: Setting) => `
def weights(places):  # of each token in each answer: the gate decides
    W = np.zeros((K, K))
    for j in range(K):
        h = np.zeros(K)
        for t in range(L + K):
            g = 1.0 if t >= L or t in places else ${pyNumber(blank)}
            if t >= L:
                W[t - L, j] = g * h[-1]
            x = 1.0 if t == places[j] else 0.0
            h = (1 - g) * h + g * np.concatenate([[x], h[:-1]])
    return W
`;
