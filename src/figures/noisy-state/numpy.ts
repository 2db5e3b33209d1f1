import { pyNumber } from "../../numpy/text.ts";
import { pySignal } from "../../numpy/signal.ts";
import { C, joltAt, slipAt, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Samples as NumPy source. */
const list = (data: Float64Array) => pySignal({ kind: "own", data, scale: 1 }, data.length);

/** The followed path as a NumPy script, its noises written out; prints the band and the last measurement. */
export function numpy(v: Setting, r: Run): string {
  const L = r.u.length;
  return `import numpy as np

a, b, c, Q = ${[v.a, v.b, C, v.Q].map(pyNumber).join(", ")}
u = ${pySignal(v.input, L)}[:${L}]
# The draws of this page (seed ${v.seed}): v of variance ${pyNumber(v.Q)}, jolt ${pyNumber(v.jolt)} at step ${joltAt(L)};
# n of variance ${pyNumber(v.R)}, slip ${pyNumber(v.slip)} at step ${slipAt(L)}.
v = ${list(r.v)}
n = ${list(r.n)}

h, P = 0.0, 0.0
y = np.zeros(${L})
for t in range(${L}):
    h = a * h + b * u[t] + v[t]  # v goes into the memory
    P = a * P * a + Q
    y[t] = c * h + n[t]  # n does not

print("band of h: +-", 2 * np.sqrt(P))
print(y[-1])
`;
}
