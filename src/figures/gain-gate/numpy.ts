import { pyNumber } from "../../numpy/text.ts";
import { pySignal } from "../../numpy/signal.ts";
import { START, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The gated recurrence over the shown measurements as a NumPy script that prints the last estimate. */
export function numpy(v: Setting, r: Run): string {
  const [from, to] = r.stretch;
  const L = r.y.length;
  return `import numpy as np

q = ${pyNumber(v.Q)}
R = np.full(${L}, ${pyNumber(v.R)}, dtype=float)
R[${from}:${to}] *= ${pyNumber(v.times)}  # not to be trusted
y = ${pySignal({ kind: "own", data: r.y, scale: 1 }, L)}

h, P = ${pyNumber(START.m0)}, ${pyNumber(START.P0)}
for t in range(${L}):
    delta = np.log1p(P / R[t])  # softplus(log P - log R)
    K = 1 - np.exp(-delta)  # = P / (P + R), the Kalman gain
    h = (1 - K) * h + K * y[t]  # the gate of Mamba's Theorem 1
    P = np.exp(-delta) * P + q

print("gain:", K, " delta:", delta)
print(h)
`;
}
