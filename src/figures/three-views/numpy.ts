import { pyNumber } from "../../kit/numpy.ts";
import { pySignal } from "../../kit/numpySignal.ts";
import type { Run, Setting } from "./compute.ts";

const list = (v: Float64Array) => `np.array([${Array.from(v, pyNumber).join(", ")}])`;

const hold = `
def expm(M):  # scaling and squaring of Taylor's series
    k = max(0, int(np.ceil(np.log2(max(1e-300, np.abs(M).sum(1).max())))) + 3)
    E = T = np.eye(len(M))
    for i in range(1, 20):
        T = T @ M / 2**k / i
        E = E + T
    for _ in range(k):
        E = E @ E
    return E


def discrete(dt):  # u held over each step
    M = np.zeros((N + 1, N + 1))
    M[:N, :N], M[:N, N] = A * dt, B * dt
    E = expm(M)
    return E[:N, :N], E[:N, N]
`;

const bilinear = `
def discrete(dt):  # bilinear
    I = np.eye(N)
    left = I - dt / 2 * A
    return np.linalg.solve(left, I + dt / 2 * A), np.linalg.solve(left, dt * B)
`;

/** A and B in real coordinates: LegS, or a block for each pole. */
function matrices({ layer: { diagonal } }: Run): string {
  if (!diagonal)
    return `s = np.sqrt(2 * np.arange(N) + 1)
A = -np.tril(np.outer(s, s), -1) - np.diag(np.arange(N) + 1.0)  # HiPPO-LegS
B = s`;
  const { A, B, weight } = diagonal.system;
  if (weight[0] === 1) return "A = -np.diag(np.arange(N) + 1.0)\nB = np.ones(N)";
  return `pole_re = ${list(A.re)}
pole_im = ${list(A.im)}
A, B = np.zeros((N, N)), np.zeros(N)
for j, (a, w) in enumerate(zip(pole_re, pole_im)):
    A[2 * j : 2 * j + 2, 2 * j : 2 * j + 2] = [[a, -w], [w, a]]  # a pole and its conjugate
B[::2] = ${list(B.re)}`;
}

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
${matrices(r)}
C = ${list(r.layer.C)}
u = ${pySignal(v.input, L)}
${steps}

${v.rule === "zoh" ? hold : bilinear}

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
