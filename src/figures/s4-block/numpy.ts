import { pyNumber } from "../../numpy/text.ts";
import { pointsOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { channelOf } from "./symbols.ts";

const list = (x: Float64Array): string => {
  const all = Array.from(x, pyNumber);
  const lines = Array.from({ length: Math.ceil(all.length / 4) }, (_, k) =>
    all.slice(4 * k, 4 * k + 4).join(", "),
  );
  return `np.array([\n    ${lines.join(",\n    ")}])`;
};

/** The channel that brings most of what is asked for, as it stands at the end: by its kernel, then step by step; prints K at the lag. */
export function numpy(v: Setting, r: Run): string {
  const { h, Delta, A, C } = channelOf(r, v, pointsOf(r) - 1);
  return `import numpy as np

H, N, lag = ${v.H}, ${v.N}, ${v.lag}
print("numbers learned:", H * (2 * N + 2), "in the channels,", 2 * H * (H + 1), "in the mixing,", 3 * H + 1, "at both ends")

# channel ${h + 1}: half of the poles, the conjugates are implied
A = ${list(A.re)} + 1j * ${list(A.im)}
C = ${list(C.re)} + 1j * ${list(C.im)}
dt = ${pyNumber(Delta)}

# its kernel, as in training
Abar = np.exp(dt * A)
Bbar = (Abar - 1) / A
L = lag + 64
K = 2 * np.real((C * Bbar) @ Abar[:, None] ** np.arange(L))

# one step after the other, as it runs: the same
h, y = 0 * A, []
for t in range(L):
    h = Abar * h + Bbar * (t == 0)  # a push at the first step
    y.append(2 * np.real(C @ h))
print("recurrence and kernel differ by less than 1e-9:", np.abs(K - y).max() < 1e-9)
print("the kernel at the lag asked for:")
print(K[lag])
`;
}
