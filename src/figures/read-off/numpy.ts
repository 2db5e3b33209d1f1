import type { Setting } from "./params.ts";

const legendre = (sign: string, scale: string) => `def functions(s):  # values and slopes, by age
    leg = np.polynomial.legendre
    scale = ${scale}
    y = ${sign}(1 - 2 * s)
    d = np.array([leg.legval(y, leg.legder(row)) for row in np.eye(N)]).T
    return scale * leg.legvander(y, N - 1), ${sign || "+"}(-2) * scale * d
`;

const functions: Readonly<Record<Setting["measure"], string>> = {
  legs: legendre("", "np.sqrt(2 * n + 1)"),
  legt: legendre("", "np.sqrt(2 * n + 1)"),
  lmu: legendre("-", "np.ones(N)"),
  lagt: `def functions(s):  # Laguerre functions and their slopes
    g, d = np.zeros((2, len(s), N))
    before, p, total = 0, np.exp(-s / 2), 0
    for k in range(N):
        g[:, k], d[:, k] = p, -total - p / 2
        total = total + p
        before, p = p, ((2 * k + 1 - s) * p - k * before) / (k + 1)
    return g, d
`,
  fout: `def functions(s):  # waves and their slopes
    g, d = np.zeros((2, len(s), N))
    g[:, 0] = 1
    for k in range(2, N - N % 2):
        w = 2 * np.pi * (k // 2)
        cos, sin = np.sqrt(2) * np.cos(w * s), np.sqrt(2) * np.sin(w * s)
        g[:, k], d[:, k] = (cos, -w * sin) if k % 2 == 0 else (sin, w * cos)
    return g, d
`,
};

/** A and B from the functions alone; prints the last entry. */
export const numpy = ({ measure, N }: Setting): string => `import numpy as np

N = ${N}
n = np.arange(N)
more = ${measure === "lmu" ? "2 * n + 1  # what weighs is (2n + 1) times what reads" : "np.ones(N)"}

${functions[measure]}
x, w = np.polynomial.legendre.leggauss(40)
edges = ${measure === "lagt" ? "np.arange(0, 130, 10)" : "np.array([0, 1])"}
width = np.diff(edges)[:, None]
s, w = (edges[:-1, None] + width * (x + 1) / 2).ravel(), (width * w / 2).ravel()

g, slope = functions(s)
${
  measure === "legs"
    ? "drifts = (1 - s)[:, None] * slope - g  # ((1 - s) g)'"
    : "drifts = more * slope  # all moments age alike"
}
A = drifts.T @ (w[:, None] * g)
now = functions(np.zeros(1))[0][0]
B = more * now
${leaves[measure]}print("B:", B)
print(A)
print(A[-1, -1])
`;

const ends = "end = functions(np.ones(1))[0][0]\n";
const leaves: Readonly<Record<Setting["measure"], string>> = {
  legs: "",
  lagt: "",
  legt: `${ends}A -= np.outer(more * end, end)  # what leaves, as the numbers say it
`,
  lmu: `${ends}A -= np.outer(more * end, end)  # what leaves, as the numbers say it
`,
  fout: `${ends}A -= 2 * np.outer(end, end)  # waves say the mean of both ends: read twice,
B = B + end  # less what comes in
`,
};
