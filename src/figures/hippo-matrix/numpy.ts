import { cellOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const matrices: Readonly<Record<Run["measure"], string>> = {
  legs: `s = np.sqrt(2 * n + 1)
A = -np.tril(np.outer(s, s), -1) - np.diag(n + 1.0)
B = s
loss = np.eye(N) + np.outer(B, B)`,
  legt: `s = np.sqrt(2 * n + 1)
A = -np.outer(s, s) * np.where(n > n[:, None], (-1.0) ** (n[:, None] - n), 1)
B = s
even, odd = s * (n % 2 == 0), s * (n % 2 == 1)
loss = 2 * np.outer(even, even) + 2 * np.outer(odd, odd)`,
  lagt: `A = -np.tril(np.ones((N, N)), -1) - 0.5 * np.eye(N)
B = np.ones(N)
loss = np.outer(B, B)`,
  fout: `b = np.where(n % 2 == 0, np.sqrt(2), 0.0)
b[0] = 1
if N % 2:
    b[-1] = 0  # a cosine without its sine
A = -2 * np.outer(b, b)
for k in range(2, N - 1, 2):  # each cosine turns into its sine
    A[k, k + 1] -= np.pi * k
    A[k + 1, k] += np.pi * k
B = 2 * b
loss = np.outer(B, B)`,
};

/** The matrix as NumPy, its eigenvalues and its loss; the last number is the cell looked at. */
export function numpy(v: Setting, r: Run): string {
  const { row, col } = cellOf(r, v);
  return `import numpy as np

N = ${v.N}
n = np.arange(N)
${matrices[r.measure]}

print("slowest eigenvalue:", max(np.linalg.eigvals(A).real))
print("A + A^T + loss:", np.abs(A + A.T + loss).max())
M = ${v.view === "sum" ? "A + A.T" : "A"}
print(M[${row}, ${col}])
`;
}
