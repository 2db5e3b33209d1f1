import { pySignal } from "../../numpy/signal.ts";
import { chosen, type Run } from "./compute.ts";
import { CORNERS, type Setting } from "./params.ts";

/** g_n(s), their slopes and the weight ω(s), all by age. */
const functions: Readonly<Record<Setting["measure"], (v: Setting) => string>> = {
  legs: () => legendre,
  legt: () => legendre,
  lagt: () => `def functions(s):  # Laguerre functions
    g, d = np.zeros((2, len(s), N))
    before, p, total = 0, np.exp(-s / 2), 0
    for k in range(N):
        g[:, k], d[:, k] = p, -total - p / 2
        total = total + p
        before, p = p, ((2 * k + 1 - s) * p - k * before) / (k + 1)
    return g, d, np.ones(len(s))
`,
  fout: () => `def functions(s):  # waves
    g, d = np.zeros((2, len(s), N))
    g[:, 0] = 1
    for k in range(2, N - N % 2):
        w = 2 * np.pi * (k // 2)
        cos, sin = np.sqrt(2) * np.cos(w * s), np.sqrt(2) * np.sin(w * s)
        g[:, k], d[:, k] = (cos, -w * sin) if k % 2 == 0 else (sin, w * cos)
    return g, d, np.ones(len(s))
`,
  drawn: (v) => `drawn = np.array([${CORNERS.map((w) => v[w]).join(", ")}])
mean = (drawn[:-1] + drawn[1:]).mean() / 2

def weight(s):
    return np.interp(s, np.linspace(0, 1, 5), drawn) / mean

def recurrence(s, w):  # Stieltjes: the polynomials orthonormal under the weight
    a, b = np.zeros(N), np.zeros(N + 1)
    before, p = 0, np.ones(len(s))
    for k in range(N):
        a[k] = np.sum(w * s * p * p)
        before, p = p, (s - a[k]) * p - b[k] * before
        b[k + 1] = np.sqrt(np.sum(w * p * p))
        p = p / b[k + 1]
    return a, b

s, w = gauss(np.linspace(0, 1, 5))
a, b = recurrence(s, w * weight(s))

def functions(s):
    g, d = np.zeros((2, len(s), N))
    before, p, dbefore, dp = 0, np.ones(len(s)), 0, np.zeros(len(s))
    for k in range(N):
        g[:, k], d[:, k] = (-1) ** k * p, (-1) ** k * dp  # positive now
        dbefore, dp = dp, (p + (s - a[k]) * dp - b[k] * dbefore) / b[k + 1]
        before, p = p, ((s - a[k]) * p - b[k] * before) / b[k + 1]
    return g, d, weight(s)
`,
};

const legendre = `def functions(s):  # sqrt(2n+1) P_n, their slopes, the weight
    root = np.sqrt(2 * np.arange(N) + 1)
    leg = np.polynomial.legendre
    d = [leg.legval(1 - 2 * s, leg.legder(row)) for row in np.eye(N)]
    return root * leg.legvander(1 - 2 * s, N - 1), -2 * root * np.array(d).T, np.ones(len(s))
`;

/** Where the functions are integrated. */
const panels = (v: Setting) =>
  v.measure === "lagt" ? "np.arange(0, 130, 10)" : "np.linspace(0, 1, 5)";

/** The projection by integration, A and B read off from its functions, and the slope of one number at the end. */
export function numpy(v: Setting, r: Run): string {
  const scaled = v.measure === "legs";
  const twice = v.measure === "fout";
  return `import numpy as np

N, theta = ${v.N}, ${v.theta}
u = ${pySignal(v.input, v.steps)}
L = len(u)
clock = ${scaled ? "L" : "theta"}

def gauss(edges):  # nodes and weights on each panel
    x, w = np.polynomial.legendre.leggauss(24)
    width = np.diff(edges)[:, None]
    return (edges[:-1, None] + width * (x + 1) / 2).ravel(), (width * w / 2).ravel()

${functions[v.measure](v)}
# the projection: each sample held, weighed by its age
c = np.zeros(N)
for j in range(${v.measure === "legs" || v.measure === "lagt" ? "L" : "min(L, theta)"}):
    s, w = gauss(np.array([j, j + 1]) / clock)
    g, d, omega = functions(s)
    c += u[L - 1 - j] * (w * omega) @ g

# read off: A = -(B g(0)^T + G)
s, w = gauss(${panels(v)})
g, d, omega = functions(s)
now, _, omega0 = functions(np.zeros(1))
B = ${twice ? "2 * " : ""}omega0 * now[0]
G = (g * (w * omega${scaled ? " * (1 - s)" : ""})[:, None]).T @ d
A = -(np.outer(B, now[0]) + G)
print("A:", A, sep="\\n")
print("c:", c)
print((A @ c + B * u[-1])[${chosen({ ...v, N: r.p.N })}])
`;
}
