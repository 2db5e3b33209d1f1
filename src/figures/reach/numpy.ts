import { pyMatrix } from "../../numpy/text.ts";
import { STEPS } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Both Gramians, their ranks, and how far inputs of energy 1 reach at most. */
export const numpy = ({ A, B, C }: Setting): string => `import numpy as np

A = ${pyMatrix(A)}
B = ${pyMatrix(B)}
C = ${pyMatrix(C)}

power = np.linalg.matrix_power
reach = np.hstack([power(A, k) @ B for k in range(${STEPS})])
see = np.vstack([C @ power(A, k) for k in range(${STEPS})])
print("reached:", np.linalg.matrix_rank(reach[:, :2]), "of 2, seen:", np.linalg.matrix_rank(see[:2]))
print(np.linalg.eigvalsh(see.T @ see))
print(np.linalg.norm(reach, 2))
`;
