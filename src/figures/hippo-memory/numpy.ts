import { continuous } from "../../models/hippo.ts";
import { pyMatrix, pyNumber } from "../../numpy/text.ts";
import { pySignal } from "../../numpy/signal.ts";
import { toRows } from "../../numerics/matrix.ts";
import { isScaled, type Run } from "./compute.ts";
import { pyExpm } from "../../numpy/pieces.ts";
import type { Setting } from "./params.ts";

const legendre = (x: string) =>
  `s * np.polynomial.legendre.legvander(${x}, N - 1)  # sqrt(2n+1) P_n`;

/** x' = A x + B u of each measure, theta = 1. */
function matrices(r: Run): string {
  const N = r.memory.cols;
  switch (r.measure) {
    case "legs":
    case "legs-lti":
      return `A = -np.tril(np.outer(s, s), -1) - np.diag(n + 1.0)
B = s`;
    case "legt":
      return `A = -np.outer(s, s) * np.where(n > n[:, None], (-1.0) ** (n[:, None] - n), 1)
B = s`;
    case "lagt":
      return `A = -np.tril(np.ones((N, N)), -1) - 0.5 * np.eye(N)
B = np.ones(N)`;
    case "fout":
      return `b = np.where(n % 2 == 0, np.sqrt(2), 0.0)
b[0] = 1
if N % 2 and N > 1:
    b[-1] = 0  # a cosine without its sine
A = -2 * np.outer(b, b)
for k in range(2, N - 1, 2):  # each cosine turns into its sine
    A[k, k + 1] -= np.pi * k
    A[k + 1, k] += np.pi * k
B = 2 * b`;
    default: {
      const { A, B } = continuous("random", N, r.seed);
      return `A = ${pyMatrix(toRows(A))}
B = np.array([${Array.from(B, pyNumber).join(", ")}])`;
    }
  }
}

/** One step after another. */
function steps(r: Run): string {
  if (isScaled(r) && r.rule === "exact")
    return `for k in range(1, L + 1):
    E = expm(A * np.log(k / (k - 1))) if k > 1 else np.zeros((N, N))
    c = E @ c + (I - E)[:, 0] * u[k - 1]  # u held from k - 1 to k`;
  if (r.rule === "zoh")
    return `M = np.zeros((N + 1, N + 1))
M[:N, :N], M[:N, N] = A / theta, B / theta
M = expm(M)  # u held over each step
for k in range(1, L + 1):
    c = M[:N, :N] @ c + M[:N, N] * u[k - 1]`;
  const h = isScaled(r) ? "k" : "theta";
  const rule = {
    euler: `c + (A @ c + B * u[k - 1]) / ${h}`,
    backward: `np.linalg.solve(I - A / ${h}, c + B * u[k - 1] / ${h})`,
    bilinear: `np.linalg.solve(I - A / (2 * ${h}), c + (A @ c / 2 + B * u[k - 1]) / ${h})`,
    exact: "",
  }[r.rule];
  return `for k in range(1, L + 1):
    c = ${rule}`;
}

/** The basis in which the numbers are read, oldest sample first. */
function basis(r: Run): string {
  const window = `held = u[max(0, int(np.ceil(L - 0.5 - theta))):]
age = (np.arange(len(held))[::-1] + 0.5) / theta`;
  const all = `held = u
age = (np.arange(L)[::-1] + 0.5) / theta`;
  switch (r.measure) {
    case "legs":
      return `held = u
G = ${legendre("2 * (np.arange(L) + 0.5) / L - 1")}`;
    case "legs-lti":
      return `${all}
G = ${legendre("2 * np.exp(-age) - 1")}`;
    case "legt":
      return `${window}
G = ${legendre("1 - 2 * age")}`;
    case "lagt":
      return `${all}
G = np.zeros((L, N))
before, now = 0, np.exp(-age / 2)
for k in range(N):  # Laguerre functions
    G[:, k] = now
    before, now = now, ((2 * k + 1 - age) * now - k * before) / (k + 1)`;
    case "fout":
      return `${window}
G = np.sqrt(2) * np.where(n % 2 == 0, np.cos(2 * np.pi * (n // 2) * age[:, None]), np.sin(2 * np.pi * (n // 2) * age[:, None]))
G[:, 0] = 1
if N > 1:
    G[:, 1] = 0`;
    default:
      return `held = u
K = np.zeros((L, N))  # row l is what an input of 1 leaves after l steps
x = ${r.rule === "zoh" ? "M[:N, N]" : "Bbar"}
for l in range(L):
    K[l], x = x, ${r.rule === "zoh" ? "M[:N, :N]" : "Abar"} @ x
S = K.T @ K
G = K @ np.linalg.inv(S + 1e-8 * S.diagonal().max() * I)
G = G[::-1]  # the best that can be read, by ridge regression`;
  }
}

/** Ā and B̄ of a random A, which has no basis of its own. */
function bars(r: Run): string {
  if (r.measure !== "random" || r.rule === "zoh") return "";
  const alpha = { euler: "0", backward: "1", bilinear: "0.5", exact: "" }[r.rule];
  return `Abar = np.linalg.solve(I - ${alpha} * A / theta, I + (1 - ${alpha}) * A / theta)
Bbar = np.linalg.solve(I - ${alpha} * A / theta, B / theta)
`;
}

/** The memory and its recall as a NumPy script that prints the first numbers and the error. */
export function numpy(v: Setting, r: Run): string {
  const held = r.rule === "exact" || r.rule === "zoh";
  return `import numpy as np
${held ? `\n${pyExpm}` : ""}
u = ${pySignal(v.input, v.steps)}
L, N, theta = len(u), ${v.N}, ${v.theta}
n = np.arange(N)
s = np.sqrt(2 * n + 1)
I = np.eye(N)
${matrices(r)}
${bars(r)}c = np.zeros(N)
${steps(r)}

${basis(r)}
print("numbers:", c[:4])
print(np.sqrt(np.mean((G @ c - held) ** 2)))
`;
}
