import { pySignal } from "../../numpy/signal.ts";
import type { Run } from "./compute.ts";
import { pyExpm } from "../../numpy/pieces.ts";
import type { Setting } from "./params.ts";

const exact = `
${pyExpm}
# The input is held for m samples, so that one exact step takes them all.
def legs(m):
    A = -np.tril(np.outer(s, s), -1) - np.diag(n + 1.0)
    c = np.zeros(N)
    for k in range(1, L + 1):
        E = expm(A * np.log(k / (k - 1))) if k > 1 else np.zeros((N, N))
        c = E @ c + (np.eye(N) - E)[:, 0] * u[k - 1]  # whatever m is
    return c

def legt(m):
    A = -np.outer(s, s) * np.where(n > n[:, None], (-1.0) ** (n[:, None] - n), 1)
    M = np.zeros((N + 1, N + 1))
    M[:N, :N], M[:N, N] = A / theta, s / theta
    M = expm(M * m / rate)
    c = np.zeros(N)
    for x in u:
        c = M[:N, :N] @ c + M[:N, N] * x
    return c
`;

const bilinear = `
def step(A, h, c, x):
    return np.linalg.solve(np.eye(N) - A * h / 2, c + (A @ c / 2 + s * x) * h)

def legs(m):
    A = -np.tril(np.outer(s, s), -1) - np.diag(n + 1.0)
    c = np.zeros(N)
    for k in range(1, L * m + 1):
        c = step(A, 1 / k, c, u[(k - 1) // m])
    return c

def legt(m):
    A = -np.outer(s, s) * np.where(n > n[:, None], (-1.0) ** (n[:, None] - n), 1)
    c = np.zeros(N)
    for k in range(L * m):
        c = step(A, 1 / (theta * rate), c, u[k // m])
    return c
`;

/** Both memories at both speeds as a NumPy script; the last number is by how much LegT's changed, in %. */
export function numpy(v: Setting, r: Run): string {
  return `import numpy as np

u = ${pySignal(v.input, v.steps)}
L, N, theta = len(u), ${v.N}, ${v.theta}
rate, played = ${r.normal}, ${r.played}  # samples a step lasts at normal speed, and as it is played
n = np.arange(N)
s = np.sqrt(2 * n + 1)
${v.rule === "exact" ? exact : bilinear}
def change(memory):
    a, b = memory(rate), memory(played)
    return 100 * np.linalg.norm(b - a) / np.linalg.norm(a)

print("LegS:", change(legs))
print(change(legt))
`;
}
