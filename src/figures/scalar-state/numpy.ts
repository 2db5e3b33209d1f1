import { pyNumber } from "../../numpy/text.ts";
import { pySignal } from "../../numpy/signal.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The experiment as a NumPy script that prints the last state and output. */
export function numpy(v: Setting, r: Run): string {
  const L = r.u.length;
  const step = "h = a * h + b * u[t]";
  const read = "y[t] = c * h + d * u[t]";
  const body = v.readout === "delayed" ? [read, step] : [step, read];
  return `import numpy as np

a, b, c, d = ${[v.a, v.b, v.c, v.d].map(pyNumber).join(", ")}
u = ${pySignal(v.input, L)}

h = 0.0
y = np.zeros(${L})
for t in range(${L}):
    ${body[0]}${v.readout === "delayed" ? "  # read the state first" : "  # move the state first"}
    ${body[1]}

print(y[-1])
`;
}
