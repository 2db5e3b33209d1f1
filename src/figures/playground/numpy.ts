import { pyExpm } from "../../numpy/pieces.ts";
import { pySignal } from "../../numpy/signal.ts";
import { pyMatrix, pyNumber } from "../../numpy/text.ts";
import { toRows } from "../../numerics/matrix.ts";
import { selects, type Run } from "./compute.ts";
import type { Rule, Setting } from "./params.ts";

const implicit = (weight: string, left: string) => `
def discrete(dt):
    I = np.eye(N)
    left = I - ${left} * A
    return np.linalg.solve(left, I + ${weight} * A), np.linalg.solve(left, dt * B)
`;

/** A function discrete(dt) that returns Ā and B̄. */
const rules: Readonly<Record<Rule, string>> = {
  zoh: `
${pyExpm}

def discrete(dt):  # u held over each step
    M = np.zeros((N + 1, N + 1))
    M[:N, :N], M[:N, N:] = A * dt, B * dt
    E = expm(M)
    return E[:N, :N], E[:N, N:]
`,
  mamba: `
${pyExpm}

def discrete(dt):  # Mamba: a hold for A, Euler for B
    return expm(A * dt), dt * B
`,
  bilinear: implicit("dt / 2", "dt / 2"),
  euler: `
def discrete(dt):
    return np.eye(N) + dt * A, dt * B
`,
  backward: implicit("0", "dt"),
};

const gate = ({ gw, gb }: Setting) => `
def pace(x):  # the gate: softplus(w u + b)
    s = ${pyNumber(gw)} * x + ${pyNumber(gb)}
    return max(s, 0) + np.log1p(np.exp(-abs(s)))
`;

/** The run without noise as a NumPy script: it prints the eigenvalues of a step, and the last output. */
export function numpy(v: Setting, r: Run): string {
  const { A, B, C, D, time } = r.system;
  const L = r.u.length;
  const continuous = time === "continuous";
  const moving = selects(v);
  const step = !continuous
    ? "Abar, Bbar = A, B"
    : `${rules[v.rule]}${moving ? gate(v) : ""}
Abar, Bbar = discrete(${moving ? "pace(0)" : pyNumber(v.dt)})`;
  const read = "y[t] = (C @ h)[0, 0] + D * u[t]";
  const move = `${moving ? "Abar, Bbar = discrete(pace(u[t]))\n    " : ""}h = Abar @ h + Bbar * u[t]`;
  const body = v.readout === "delayed" ? [read, move] : [move, read];
  const end = r.finite < L ? "  # beyond this step the state is larger than any float" : "";
  if (!r.model || r.finite === 0) return `print("no step of this length")\nprint(float("nan"))\n`;
  return `import numpy as np

A = ${pyMatrix(toRows(A))}
B = ${pyMatrix(toRows(B))}
C = ${pyMatrix(toRows(C))}
D = ${pyNumber(D.data[0]!)}
N = len(A)
u = ${pySignal(v.input, L)}
${step}
z = np.exp(1j * np.array([0.01, 0.1, 1.0]))
H = [(C @ np.linalg.solve(s * np.eye(N) - Abar, Bbar))[0, 0]${v.readout === "delayed" ? "" : " * s"} + D for s in z]
print("eigenvalues:", np.linalg.eigvals(Abar))
print("gain at 0.01, 0.1 and 1 radians a step:", np.abs(H))

h = np.zeros((N, 1))
y = np.zeros(${L})
for t in range(${r.finite}):${end}
    ${body[0]}
    ${body[1]}

print(y[${r.finite - 1}])
`;
}
