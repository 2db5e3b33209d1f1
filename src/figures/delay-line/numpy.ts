import { pyNormals } from "../../numpy/pieces.ts";
import { pyNumber, pyVector } from "../../numpy/text.ts";
import { FITTED, JUDGED } from "../../models/recall/marked.ts";
import type { MemoryId } from "../../models/recall/memory.ts";
import { FIT, fitSeed, LEAD, placesOf, ridgeOf, SEEN, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const smooth = `
def smooth_noise(seed, length):  # white noise through a sinc filter under a Hann window
    half = 2 * period
    _, normal = generator(seed)
    white = np.array([normal() for _ in range(length + 2 * half)])
    k = np.arange(-half, half + 1)
    taps = np.sinc(2 * k / period) * (0.5 + 0.5 * np.cos(np.pi * k / (half + 1)))
    return np.convolve(white, taps / np.linalg.norm(taps), "valid")
`;

const network = `_, normal = generator(seed)
W = np.array([normal() for _ in range(N * N)]).reshape(N, N)
U = gain * np.array([normal() for _ in range(N)])
V = gain * np.array([normal() for _ in range(N)])
W *= rho / np.abs(np.linalg.eigvals(W)).max()`;

const bilinear = `I = np.eye(N)
A, B = np.linalg.solve(I - A / 2, I + A / 2), np.linalg.solve(I - A / 2, B)`;

/** A and B of h = A h + B u. */
const matrices: Record<MemoryId, string> = {
  shift: `A, B = np.eye(N, k=-1), np.eye(N)[0]`,
  legs: `s = np.sqrt(2 * n + 1)
A = (-np.tril(np.outer(s, s), -1) - np.diag(n + 1.0)) * 2 / theta
B = s * 2 / theta
${bilinear}`,
  legt: `s = np.sqrt(2 * n + 1)
A = -np.outer(s, s) * np.where(n > n[:, None], (-1.0) ** (n[:, None] - n), 1) / theta
B = s / theta
${bilinear}`,
  lin: `poles = -0.5 + 1j * np.pi * np.arange(N // 2)  # conjugates implied
a = np.exp(poles * 2 / theta)
b = (a - 1) / poles
A, B = np.zeros((N, N)), np.zeros(N)
for i in range(N // 2):
    A[2 * i:2 * i + 2, 2 * i:2 * i + 2] = [[a[i].real, -a[i].imag], [a[i].imag, a[i].real]]
    B[2 * i:2 * i + 2] = b[i].real, b[i].imag`,
  gate: `half = float(theta) ** (n / (N - 1))  # half-lives of gates that stand still
g = 1 - 0.5 ** (1 / half)
A, B = np.diag(1 - g), g`,
  random: `${network}
A, B = W, U`,
  rnn: `${network}
A, B = W, U`,
};

const read = `
def read_out(X, wanted):  # ridge least squares
    G = X.T @ X
    return np.linalg.solve(G + ridge * np.trace(G) / len(G) * np.eye(len(G)), X.T @ wanted)
`;

const head = (v: Setting) => `import math
import numpy as np

N, theta, rho, gain, seed = ${v.N}, ${v.theta}, ${pyNumber(v.rho)}, ${pyNumber(v.gain)}, ${v.seed}
ridge = ${pyNumber(ridgeOf(v))}
n = np.arange(N)

${pyNormals}
${read}`;

function delay(v: Setting, r: Run): string {
  const input =
    v.input.kind === "noise"
      ? `smooth_noise(${v.input.seed}, ${LEAD + SEEN})`
      : `np.concatenate([np.zeros(${LEAD}), ${pyVector(r.delay!.u.subarray(LEAD))}])`;
  const f = v.memory === "rnn" ? "np.tanh(A @ h + B * x)" : "A @ h + B * x";
  return `${head(v)}
period, d, lead = ${v.period}, ${v.d}, ${LEAD}
${smooth}
${matrices[v.memory]}

def run(u):
    h, X = np.zeros(N), []
    for x in u:
        h = ${f}
        X.append(h)
    return np.array(X)

learnt = smooth_noise(${fitSeed(v)}, lead + ${FIT})
w = read_out(run(learnt)[lead:], learnt[lead - d:-d])
u = ${input}
said, wanted = run(u)[lead:] @ w, u[lead - d:-d]
print("now:", said[-1], "wanted:", wanted[-1])
print(100 * np.linalg.norm(said - wanted) / np.linalg.norm(wanted))  # missed, in %
`;
}

const ends: Record<"linear" | "rnn" | "gate", string> = {
  linear: `K = np.zeros((M, N))  # row l: what a 1 leaves after l steps
h = B
for l in range(M):
    K[l], h = h, A @ h
def held(x, place):
    return np.hstack([x[:, ::-1] @ K, K[M - 1 - place], np.ones((len(x), 1))])`,
  rnn: `def held(x, place):
    h = np.zeros((len(x), N))
    for j in range(M):
        h = np.tanh(h @ W.T + np.outer(x[:, j], U) + np.outer(place == j, V))
    return np.hstack([h, np.ones((len(x), 1))])`,
  gate: `def held(x, place):
    h = np.zeros(len(x))
    for j in range(M):
        g = 1 / (1 + np.exp(np.where(place == j, -sharp, sharp)))
        h = (1 - g) * h + g * x[:, j]
    return np.stack([h, np.ones(len(x))], 1)`,
};

function marked(v: Setting): string {
  const kind = v.memory === "gate" || v.memory === "rnn" ? v.memory : "linear";
  return `${head(v)}
M, places, sharp = ${v.M}, ${placesOf(v)}, ${pyNumber(v.sharp)}

def sequences(seed, count):
    uniform, _ = generator(seed)
    x, place = np.zeros((count, M)), np.zeros(count, int)
    for r in range(count):
        place[r] = int(uniform() * places)
        x[r] = [-1 if uniform() < 0.5 else 1 for _ in range(M)]
    return x, place, x[np.arange(count), place]

${kind === "gate" ? "" : matrices[v.memory]}
${ends[kind]}

x, place, wanted = sequences(2 * seed, ${FITTED})
w = read_out(held(x, place), wanted)
x, place, wanted = sequences(2 * seed + 1, ${JUDGED})
said = held(x, place) @ w
print("right, in %:", 100 * np.mean(np.sign(said) == wanted))
print(100 * np.linalg.norm(said - wanted) / np.linalg.norm(wanted))  # missed, in %
`;
}

/** The fit and its trial as a NumPy script that prints what is missed, in %. */
export const numpy = (v: Setting, r: Run): string => (v.task === "delay" ? delay(v, r) : marked(v));
