import { pyExpm } from "../../numpy/pieces.ts";
import { pyNumber } from "../../numpy/text.ts";
import { STEPS } from "./compute.ts";
import type { Setting } from "./params.ts";

const lines: Readonly<Record<Setting["rule"], string>> = {
  zoh: `${pyExpm}
Abar = expm(dt * A)`,
  bilinear: "Abar = np.linalg.solve(I - dt / 2 * A, I + dt / 2 * A)",
  euler: "Abar = I + dt * A",
  backward: "Abar = np.linalg.inv(I - dt * A)",
};

/** The matrix and its walk by the chosen rule; prints the poles, and the length of the last state. */
export const numpy = (v: Setting): string => `import numpy as np

dt = ${pyNumber(v.dt)}
${
  v.system === "spring"
    ? `a, w = ${pyNumber(v.a)}, ${pyNumber(v.w)}
A = np.array([[a, -w], [w, a]])
h = np.array([1.0, 0.0])`
    : `n = np.arange(${v.N})
B = np.sqrt(2 * n + 1)
A = -np.tril(np.outer(B, B), -1) - np.diag(n + 1.0)  # LegS
h = B / np.linalg.norm(B)  # after an impulse`
}
I = np.eye(len(A))

${lines[v.rule]}
for _ in range(${STEPS}):
    h = Abar @ h
print(${v.system === "spring" ? "np.linalg.eigvals(Abar)" : "np.diag(Abar)"})
print(np.linalg.norm(h))
`;
