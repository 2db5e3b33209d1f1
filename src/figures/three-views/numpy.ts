import { pyDiscrete, pyLayer } from "../../numpy/layer.ts";
import { pyNumber } from "../../numpy/text.ts";
import { pySignal } from "../../numpy/signal.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Both discrete views as a NumPy script; it prints their difference and the last output. */
export function numpy(v: Setting, r: Run): string {
  const L = r.u.length;
  const steps = v.varying
    ? `most = np.abs(u).max()
dts = dt * 2 ** (u / most) if most > 0 else np.full(L, dt)`
    : "dts = np.full(L, dt)";
  const move = v.varying ? "\n    Abar, Bbar = discrete(dts[t])" : "";
  return `import numpy as np

N, L, dt = ${v.N}, ${L}, ${pyNumber(v.dt)}
${pyLayer(r.layer)}
u = ${pySignal(v.input, L)}
${steps}

${pyDiscrete[v.rule]}

Abar, Bbar = discrete(dt)
K = np.zeros(L)  # the kernel C Abar^l Bbar
x = Bbar
for l in range(L):
    K[l], x = C @ x, Abar @ x
by_kernel = np.convolve(K, u)[:L]

y, h = np.zeros(L), np.zeros(N)
for t in range(L):${move}
    h = Abar @ h + Bbar * u[t]
    y[t] = C @ h

print("apart:", np.abs(y - by_kernel).max())
print(y[-1])
`;
}
