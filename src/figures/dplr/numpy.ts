import { pyNumber } from "../../numpy/text.ts";
import { LAGS, rowOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Both parts of A, how ill its eigenvectors are, and the kernel at κ; the last number is the kernel's at its last lag. */
export function numpy(v: Setting, r: Run): string {
  const C = Array.from(rowOf(r.N, v.seed), pyNumber);
  return `import numpy as np

N, L, dt, kappa = ${v.N}, ${LAGS}, ${pyNumber(v.dt)}, ${pyNumber(v.kappa)}
s = np.sqrt(2 * np.arange(N) + 1)
B = s
skew = 0.5 * np.triu(np.outer(s, s), 1)
A_normal = -0.5 * np.eye(N) + skew - skew.T
low = -kappa / 2 * np.outer(B, B)  # B K with K = -B^T / 2, kappa times
A = A_normal + low

print("not normal by:", np.abs(A @ A.T - A.T @ A).max())
w, V = np.linalg.eigh(-1j * (A_normal + 0.5 * np.eye(N)))  # unitary
print("V* V - I:", np.abs(V.conj().T @ V - np.eye(N)).max())
print("condition of the eigenvectors of A:", np.linalg.cond(np.linalg.eig(A)[1]))

C = np.array([${C.join(", ")}])
I = np.eye(N)
Abar = np.linalg.solve(I - dt / 2 * A, I + dt / 2 * A)
Bbar = np.linalg.solve(I - dt / 2 * A, dt * (1 + kappa) / 2 * B)
K = np.zeros(L)
x = Bbar
for l in range(L):
    K[l], x = C @ x, Abar @ x
print(K[-1])
`;
}
