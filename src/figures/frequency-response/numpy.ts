import { toRows } from "../../numerics/matrix.ts";
import { pyMatrix, pyNumber } from "../../numpy/text.ts";
import { pyExpm } from "../../numpy/pieces.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const rules = {
  zoh: `${pyExpm}
n = len(A)
M = np.zeros((n + 1, n + 1))
M[:n, :n], M[:n, n:] = A * dt, B * dt
E = expm(M)
Abar, Bbar = E[:n, :n], E[:n, n:]
`,
  bilinear: `
I = np.eye(len(A))
left = I - dt / 2 * A
Abar, Bbar = np.linalg.solve(left, I + dt / 2 * A), np.linalg.solve(left, dt * B)
`,
} as const;

/** The kernel, its Fourier transform, and what both systems make of the frequency looked at. */
export function numpy(v: Setting, { model }: Run): string {
  return `import numpy as np

A = ${pyMatrix(toRows(model.A))}
B = ${pyMatrix(toRows(model.B))}
C = ${pyMatrix(toRows(model.C))}
dt, w = ${pyNumber(v.dt)}, ${pyNumber(v.w)}
${rules[v.rule]}
h, K = Bbar, []
for l in range(64):
    K.append((C @ h).item())
    h = Abar @ h
print("the transform of the first 64 lags:", np.sum(K * np.exp(-1j * w * dt * np.arange(64))))
decibels = lambda H: 20 * np.log10(abs(H.item()))
print("continuous:", decibels(C @ np.linalg.solve(1j * w * np.eye(len(A)) - A, B)))
z = np.exp(1j * w * dt)
print("its steps:", decibels(z * C @ np.linalg.solve(z * np.eye(len(A)) - Abar, Bbar)))
`;
}
