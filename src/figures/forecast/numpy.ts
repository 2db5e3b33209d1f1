import { pyNumber } from "../../numpy/text.ts";
import { pySignal } from "../../numpy/signal.ts";
import type { Fit, Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { statesOf } from "./setting.ts";

/** The naive back-test in plain NumPy; with a fit at hand, the structural model's filter and forecast before it. */
export function numpy(v: Setting, r: Run): string {
  const fit = r.fits?.at(-1);
  const season = v.naive === "season";
  return `import numpy as np

y = ${pySignal(v.series, 0)}
h = ${v.h}
first = ${r.first}  # the step of the first forecast
${fit ? filterIn(v, fit) : ""}
# The naive forecast: ${season ? "the same season of the last cycle" : "the last value"}
cycle = ${season ? v.period : 1}
errors = []
for t in range(first, len(y) - 1):
    for k in range(1, min(h, len(y) - 1 - t) + 1):
        back = ${season ? "t + k - cycle * -(-k // cycle)" : "t"}
        while back >= 0 and np.isnan(y[back]):
            back -= cycle
        if back >= 0 and not np.isnan(y[t + k]):
            errors.append((y[t + k] - y[back]) ** 2)

print("values judged:", len(errors))
print(np.sqrt(np.mean(errors)) if ${r.status === "fine" ? "errors" : "False"} else np.nan)
`;
}

function filterIn(v: Setting, { parts, origin }: Fit): string {
  const n = statesOf(v);
  const at = v.parts === "level" ? 1 : 2;
  const q = [parts.level, ...(parts.slope === undefined ? [] : [parts.slope])];
  if (parts.seasonal) q.push(parts.seasonal.variance);
  const blocks = [
    v.parts === "level" ? "" : "A[0, 1] = A[1, 1] = 1  # the level grows by the slope\n",
    v.parts === "season"
      ? `A[${at}, ${at}:] = -1  # the effects of one cycle sum to a noise\nA[${at + 1}:, ${at}:-1] = np.eye(${n - at - 1})\nC[${at}] = 1\n`
      : "",
  ];
  return `
# The structural model, with the variances of maximum likelihood
z = ${v.log ? "np.log(y)" : "y"}
n = ${n}
A, C = np.zeros((n, n)), np.zeros(n)
A[0, 0] = C[0] = 1  # the level
${blocks.join("")}Q = np.zeros((n, n))
Q[range(${q.length}), range(${q.length})] = [${q.map(pyNumber).join(", ")}]
R = ${pyNumber(parts.irregular)}

m, P, Pinf = np.zeros(n), np.zeros((n, n)), np.eye(n)  # nothing is known: an exact diffuse start
log_likelihood = 0.0
for t in range(len(z)):
    if t > 0:
        m, P, Pinf = A @ m, A @ P @ A.T + Q, A @ Pinf @ A.T
    if not np.isnan(z[t]):
        e, M, Minf = z[t] - C @ m, P @ C, Pinf @ C
        F, Finf = C @ M + R, C @ Minf
        if Finf > 1e-7:  # this value settles a direction of the start
            K = Minf / Finf
            m = m + K * e
            P = P - np.outer(K, M) - np.outer(M, K) + np.outer(K, K) * F
            Pinf = Pinf - np.outer(K, Minf)
            term = np.log(2 * np.pi * Finf)
        else:
            K = M / F
            m, P = m + K * e, P - np.outer(K, M)
            term = np.log(2 * np.pi * F) + e**2 / F
        if t <= ${origin}:  # what the fit has seen
            log_likelihood -= 0.5 * term
print("log-likelihood:", log_likelihood)
for k in range(1, h + 1):
    m, P = A @ m, A @ P @ A.T + Q
    half = 1.959963984540054 * np.sqrt(C @ P @ C + R)
    low, mid, high = ${v.log ? "np.exp([C @ m - half, C @ m, C @ m + half])" : "C @ m - half, C @ m, C @ m + half"}
    print("ahead", k, "95 %:", low, mid, high)
`;
}
