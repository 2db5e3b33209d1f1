import { pyNumber } from "../../numpy/text.ts";
import { pySignal } from "../../numpy/signal.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The filter over the shown measurements as a NumPy script that prints the test and the last estimate. */
export function numpy(v: Setting, r: Run): string {
  return `import numpy as np

a = ${pyNumber(v.a)}
Q, R = ${pyNumber(r.Q)}, ${pyNumber(r.R)}  # what the filter believes; the truth is ${pyNumber(v.Q)} and ${pyNumber(v.R)}
y = ${pySignal({ kind: "own", data: r.y, scale: 1 }, r.y.length)}

h, P = 0.0, ${pyNumber(v.P0)}  # the first prediction
nis = []
for t in range(len(y)):
    if t > 0:  # predict
        h = a * h
        P = a * P * a + Q
    S = P + R
    if S > 0:  # update
        e = y[t] - h
        K = P / S
        h = h + K * e
        P = (1 - K) * P * (1 - K) + K * R * K  # Joseph's form of (1 - K) P
        nis.append(e * e / S)

print("gain:", K if nis else 0.0)
print("mean of e^2 / S:", np.mean(nis) if nis else "nothing was uncertain")
print(h)
`;
}
