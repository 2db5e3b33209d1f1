import { pyNumber } from "../../numpy/text.ts";
import { T, type InputId } from "./input.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const inputs: Readonly<Record<InputId, string>> = {
  bump: "np.where((t >= 1) & (t < 5), 0.5 - 0.5 * np.sin(2 * np.pi * t / 4), 0.0)",
  pulse: "np.where((t >= 1) & (t < 4), 1.0, 0.0)",
  sine: "np.sin(2 * np.pi * t / 4)",
  tones: "0.6 * np.sin(2 * np.pi * t / 5) + 0.4 * np.sin(2 * np.pi * t / 1.6)",
};

const rulesOf: Readonly<Record<Setting["rule"], string>> = {
  zoh: "Abar = np.exp(dt * lam)\nBbar = dt if lam == 0 else (Abar - 1) / lam",
  bilinear: "Abar = (1 + dt / 2 * lam) / (1 - dt / 2 * lam)\nBbar = dt / (1 - dt / 2 * lam)",
  euler: "Abar = 1 + dt * lam\nBbar = dt",
  backward: "Abar = 1 / (1 - dt * lam)\nBbar = dt / (1 - dt * lam)",
};

/** The chosen rule's walk over the staircase; prints its last value. */
export function numpy(v: Setting, r: Run): string {
  return `import numpy as np

lam = complex(${pyNumber(v.a)}, ${pyNumber(v.w)})  # h' = lam h + u, read Re h
dt = ${pyNumber(v.dt)}
t = (np.arange(${r.u.length}) + ${v.at === "middle" ? "0.5" : "0"}) * dt  # ${T} seconds
u = ${inputs[v.input]}

${rulesOf[v.rule]}
h = 0j
for k in range(len(u)):
    h = Abar * h + Bbar * u[k]

print(h.real)
`;
}
