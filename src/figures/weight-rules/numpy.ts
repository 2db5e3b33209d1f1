import { pyNumber } from "../../numpy/text.ts";
import { P0, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const list = (v: ArrayLike<number>) => `[${Array.from(v, pyNumber).join(", ")}]`;

/** The three rules in NumPy, over the rows and answers of this run; prints how far the filter ends from the truth. */
export const numpy = ({ beta, R, Q }: Setting, r: Run): string => `import numpy as np

C = np.array(${list(r.C.data)}).reshape(-1, 2)
y = np.array(${list(r.y)})
truth = np.array(${list(r.truth.data.slice(-2))})
beta, R, Q = ${pyNumber(beta)}, ${pyNumber(R)}, ${pyNumber(Q)}

filtered, delta, added = np.zeros(2), np.zeros(2), np.zeros(2)
P = ${pyNumber(P0)} * np.eye(2)
for t, (c, z) in enumerate(zip(C, y)):
    if t > 0:
        P = P + Q * np.eye(2)
    K = P @ c / (c @ P @ c + R)
    filtered = filtered + K * (z - c @ filtered)
    P = P - np.outer(K, c @ P)
    delta = delta + beta * c * (z - c @ delta)
    added = added + beta * c * z

print("delta rule:", np.linalg.norm(delta - truth), " adding:", np.linalg.norm(added - truth))
print(np.linalg.norm(filtered - truth))
`;
