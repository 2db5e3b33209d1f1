import { pyMatrix } from "../../numpy/text.ts";
import { LAGS, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The model in both bases; prints the last number of the kernel. */
export const numpy = ({ T, A, B, C }: Setting, { now }: Run): string => `import numpy as np

A = ${pyMatrix(A)}
B = ${pyMatrix(B)}
C = ${pyMatrix(C)}
T = ${pyMatrix(T)}  # the new basis vectors, as columns

def kernel(A, B, C):
    return np.array([(C @ np.linalg.matrix_power(A, k) @ B)[0, 0] for k in range(${LAGS + 1})])

${
  now
    ? `A2, B2, C2 = np.linalg.solve(T, A @ T), np.linalg.solve(T, B), C @ T
print(A2)
print(np.linalg.eigvals(A), np.linalg.eigvals(A2))
print("apart:", np.abs(kernel(A, B, C) - kernel(A2, B2, C2)).max())
`
    : "# T is singular: its columns lie on one line and are no basis\n"
}print(kernel(A, B, C)[-1])
`;
