import { pyNumber } from "../../numpy/text.ts";
import { pySignal } from "../../numpy/signal.ts";
import { LAGS, TAKEN, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const goals = {
  alike: "",
  delay: (d: number) => `goal = (np.arange(${LAGS}) == ${d}).astype(float)`,
  box: (d: number) => `goal = (np.arange(${LAGS}) < ${d}) / ${d}`,
};

/** The experiment as a NumPy script that prints the kernel, what is missed, and the last output. */
export function numpy(v: Setting, r: Run): string {
  const L = r.u.length;
  const read =
    v.goal === "alike"
      ? `C = np.full(${v.N}, 1 / ${v.N})  # all read alike`
      : `${goals[v.goal](v.d)}
C = np.linalg.lstsq(modes, goal, rcond=None)[0]  # the best read-out
print("missed:", np.linalg.norm(modes @ C - goal) / np.linalg.norm(goal))`;
  return `import numpy as np

half_life = ${pyNumber(v.slow)} / ${pyNumber(v.spread)} ** np.arange(${v.N})
A = np.diag(0.5 ** (1 / half_life))
B = np.full(${v.N}, ${TAKEN})
modes = B * np.diag(A) ** np.arange(${LAGS})[:, None]  # A^k B, one column a number
${read}
kernel = modes @ C
u = ${pySignal(v.input, L)}

h = np.zeros(${v.N})
y = np.zeros(${L})
for t in range(${L}):
    h = A @ h + B * u[t]  # move the state first
    y[t] = C @ h

print("kernel:", kernel[:4])
print(y[-1])
`;
}
