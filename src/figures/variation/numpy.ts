import { pyNumber } from "../../numpy/text.ts";
import type { Run } from "./compute.ts";
import { KNOTS, type Setting } from "./params.ts";

const once = {
  zoh: "Abar = np.exp(dt * a)\nBbar = dt if a == 0 else (Abar - 1) / a",
  mamba: "Abar, Bbar = np.exp(dt * a), dt",
  euler: "Abar, Bbar = 1 + dt * a, dt",
  backward: "Abar = 1 / (1 - dt * a)\nBbar = dt * Abar",
  bilinear: "Abar = (1 + dt / 2 * a) / (1 - dt / 2 * a)\nBbar = dt / (1 - dt / 2 * a)",
};

const integral = `x, w = np.polynomial.legendre.leggauss(8)
inner = np.linspace(0, 2, 5)[1:-1]
edges = np.concatenate(([0], inner[inner < dt - 1e-12], [dt]))  # a cubic between two
edges = np.unique(np.concatenate((edges, np.linspace(0, dt, 17))))
half = np.diff(edges)[:, None] / 2
s = (edges[:-1, None] + half * (x + 1)).ravel()
came = np.sum((half * w).ravel() * np.exp(a * (dt - s)) * u(s))`;

/** One step of the chosen rule; prints where it ends. */
export function numpy(v: Setting, { ends }: Run): string {
  const head = `import numpy as np

a, dt, h = ${pyNumber(v.a)}, ${pyNumber(v.dt)}, ${pyNumber(v.h0)}  # h' = a h + u
`;
  if (v.way !== "smooth")
    return `${head}read = ${pyNumber((ends[0] + ends[1]) / 2)}  # the input, as the rule reads it

${once[v.way]}
print(Abar * h + Bbar * read)
`;
  return `${head}knot = np.array([${KNOTS.map((k) => pyNumber(v[k])).join(", ")}])  # at 0, 0.5 ... 2 s
slope = np.gradient(knot)

def u(t):
    k = np.clip((2 * t).astype(int), 0, 3)
    x, p, q, m, n = 2 * t - k, knot[k], knot[k + 1], slope[k], slope[k + 1]
    return p + x * (m + x * (3 * (q - p) - 2 * m - n + x * (2 * (p - q) + m + n)))

${integral}
print(np.exp(a * dt) * h + came)
`;
}
