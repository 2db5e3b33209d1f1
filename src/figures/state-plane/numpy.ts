import { pyMatrix, pyNumber } from "../../numpy/text.ts";
import { pySignal } from "../../numpy/signal.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The experiment as a NumPy script that prints the eigenvalues, the last state and the last output. */
export function numpy(v: Setting, r: Run): string {
  const L = r.u.length;
  return `import numpy as np

A = ${pyMatrix(v.A)}
B = ${pyMatrix(v.B)}
C = ${pyMatrix(v.C)}
D = ${pyNumber(v.D)}
u = ${pySignal(v.input, L)}

h = np.zeros((2, 1))
y = np.zeros(${L})
for t in range(${r.finite}):${r.finite < L ? "  # beyond this step the state is larger than any float" : ""}
    last = h
    y[t] = (C @ h)[0, 0] + D * u[t]  # read the state first
    h = A @ h + B * u[t]

print(np.linalg.eigvals(A))
print(last[:, 0], y[${r.finite - 1}])
`;
}
