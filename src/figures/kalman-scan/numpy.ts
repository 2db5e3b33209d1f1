import { pyNumber } from "../../numpy/text.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { P0 } from "./size.ts";

/** The scan of the five numbers in NumPy, and the filter in a loop beside it; prints the last estimate of the scan. */
export const numpy = ({ a, Q, R }: Setting, { y }: Run): string => `import numpy as np

F, Q, R, P0 = ${[a, Q, R, P0].map(pyNumber).join(", ")}
y = np.array([${Array.from(y, pyNumber).join(", ")}])

def step(z):
    S = Q + R
    K = Q / S
    return (1 - K) * F, K * z, (1 - K) * Q, F * z / S, F * F / S

def join(first, second):
    a1, b1, c1, e1, j1 = first
    a2, b2, c2, e2, j2 = second
    d = 1 + c1 * j2
    return (a2 * a1 / d, a2 * (b1 + c1 * e2) / d + b2, a2 * a2 * c1 / d + c2,
            a1 * (e2 - j2 * b1) / d + e1, a1 * a1 * j2 / d + j1)

K = P0 / (P0 + R)
row = [(0.0, K * y[0], (1 - K) * P0, 0.0, 0.0)] + [step(z) for z in y[1:]]
gap = 1
while gap < len(row):
    row = [row[k] if k < gap else join(row[k - gap], row[k]) for k in range(len(row))]
    gap *= 2

h, P = 0.0, P0
for t, z in enumerate(y):
    if t > 0:
        h, P = F * h, F * P * F + Q
    K = P / (P + R)
    h, P = h + K * (z - h), (1 - K) * P
print("one by one:", h, P, " its variance by the scan:", row[-1][2])
print(row[-1][1])
`;
