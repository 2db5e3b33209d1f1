import type { Layer, Rule } from "../models/s4Layer.ts";
import { pyNumber } from "./text.ts";
import { pyExpm } from "./pieces.ts";

const list = (v: Float64Array) => `np.array([${Array.from(v, pyNumber).join(", ")}])`;

const hold = `
${pyExpm}

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
function matrices({ diagonal }: Layer): string {
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

/** A, B and C of a layer of N numbers; `N` is set before. */
export const pyLayer = (one: Layer) => `${matrices(one)}
C = ${list(one.C)}`;

/** A function `discrete(dt)` that returns Ā and B̄ of A and B. */
export const pyDiscrete: Readonly<Record<Rule, string>> = { zoh: hold, bilinear };
