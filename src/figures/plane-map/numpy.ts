import { pyNumber } from "../../numpy/text.ts";
import type { RuleName } from "../../numerics/discretize.ts";
import type { Setting } from "./params.ts";

const lines: Readonly<Record<RuleName, string>> = {
  zoh: `val, V = np.linalg.eig(A)
Abar = (V * np.exp(dt * val) @ np.linalg.inv(V)).real`,
  bilinear: "Abar = np.linalg.solve(I - dt / 2 * A, I + dt / 2 * A)",
  euler: "Abar = I + dt * A",
  backward: "Abar = np.linalg.inv(I - dt * A)",
};

/** The poles of A and of Ā; prints the size of the latter. */
export const numpy = ({ rule, a, w, dt }: Setting): string => `import numpy as np

a, w, dt = ${[a, w, dt].map(pyNumber).join(", ")}
A = np.array([[a, -w], [w, a]])  # poles a + iw and a - iw
I = np.eye(2)

${lines[rule]}
print(np.linalg.eigvals(Abar))
print(np.max(np.abs(np.linalg.eigvals(Abar))))
`;
