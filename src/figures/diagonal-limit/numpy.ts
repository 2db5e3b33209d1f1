import { pyNumber } from "../../numpy/text.ts";
import { SIZES } from "./compute.ts";
import type { Setting } from "./params.ts";

/** What LegS and its normal part with half of B make of one frequency, size by size; prints the last difference. */
export const numpy = ({ w }: Setting): string => `import numpy as np

w = ${pyNumber(w)}
for N in ${JSON.stringify(SIZES)}:
    B = np.sqrt(2 * np.arange(N) + 1)
    A = -np.tril(np.outer(B, B), -1) - np.diag(np.arange(N) + 1.0)  # HiPPO-LegS
    normal = A + np.outer(B, B) / 2
    s = 1j * w * np.eye(N)
    T = np.linalg.solve(s - A, B)
    T_diagonal = np.linalg.solve(s - normal, B / 2)
    gap = np.abs(T - T_diagonal)[0] / np.abs(T_diagonal)[0]  # the same for every number
    print(N, w / np.hypot(w, N), gap)
print(gap)
`;
