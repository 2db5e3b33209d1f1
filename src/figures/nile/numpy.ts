import { pyNumber } from "../../numpy/text.ts";
import { pySignal } from "../../numpy/signal.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The filter and its log-likelihood in plain NumPy. */
export function numpy(v: Setting, r: Run): string {
  // The values as the filter sees them; those of one's own series are what a link carries.
  const y = pySignal(v.lost ? { kind: "given", id: "", data: r.y } : v.series, 0);
  const square = r.unit === 1 ? "" : ` * ${pyNumber(r.unit)} ** 2`;
  return `import numpy as np

y = ${y}
R = ${pyNumber(v.noise)}${square}  # variance of the measurement noise
Q = ${pyNumber(v.walk)}${square}  # variance of the level's steps

level, P = np.nan, np.inf  # nothing is known before the first value
log_likelihood = ${r.filtered ? "0.0" : "np.nan"}
levels = np.full(len(y), np.nan)
for t in range(len(y)):
    P = P + Q  # predict: the level stays, its variance grows
    if np.isnan(y[t]):
        pass  # a missing value: there is nothing to learn
    elif np.isinf(P):
        level, P = y[t], R  # the first value settles the level
        log_likelihood += -0.5 * np.log(2 * np.pi)
    else:
        e, S = y[t] - level, P + R  # innovation and its variance
        gain = P / S
        level, P = level + gain * e, (1 - gain) * P
        log_likelihood += -0.5 * (np.log(2 * np.pi) + np.log(S) + e**2 / S)
    levels[t] = level

print("last level:", levels[-1])
print(log_likelihood)
`;
}
