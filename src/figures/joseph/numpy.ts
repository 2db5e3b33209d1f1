import { pyNumber } from "../../numpy/text.ts";
import { DRIFT, STEPS } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The truth in double precision, and the same two forms in NumPy's single precision; prints the last true eigenvalue. */
export const numpy = ({ R, P0 }: Setting): string => `import numpy as np

q, R, P0 = ${[DRIFT, R, P0].map(pyNumber).join(", ")}

def least(form, kind):
    A = np.array([[1, 1], [0, 1]], kind)
    C = np.array([[1, 0.5]], kind)
    Q = np.array([[q / 3, q / 2], [q / 2, q]], kind)
    P = P0 * np.eye(2, dtype=kind)
    out = []
    for t in range(${STEPS}):
        if t > 0:
            P = A @ P @ A.T + Q
        S = C @ P @ C.T + kind(R)
        K = P @ C.T / S
        left = np.eye(2, dtype=kind) - K @ C
        P = left @ P @ left.T + kind(R) * (K @ K.T) if form == "joseph" else left @ P
        out.append(np.linalg.eigvalsh((P + P.T).astype(float) / 2)[0])
    return np.array(out)

print("short, single:", least("short", np.float32).min())
print("Joseph, single:", least("joseph", np.float32).min())
print(least("joseph", np.float64)[-1])
`;
