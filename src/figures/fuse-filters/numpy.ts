import { pyNumber, pyVector } from "../../numpy/text.ts";
import { pySignal } from "../../numpy/signal.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { REST } from "./second.ts";

const between: Readonly<Record<Setting["between"], string>> = {
  none: "x = run(W1, u)",
  relu: "x = np.maximum(0, run(W1, u))  # a ReLU in between",
  silu: "x = run(W1, u)\nx = x / (1 + np.exp(-x))  # a SiLU in between",
};

const gated = (follow: number) => `

def second(x):  # Delta = softplus(rest + follow x), A = -1, B = 1, held: the gate is 1 - exp(-Delta)
    h, out = 0.0, []
    for now in x:
        delta = np.logaddexp(0, ${REST} + ${pyNumber(follow)} * now)
        h = np.exp(-delta) * h - np.expm1(-delta) * now
        out.append(h)
    return np.array(out)
`;

/** Both routes; prints their largest difference and then the last output of the two programs. */
export function numpy(v: Setting, r: Run): string {
  const selective = v.second === "selective";
  const series = v.way === "series";
  return `import numpy as np

u = ${pySignal(v.input, r.u.length)}
W1 = ${pyVector(r.W1)}
W2 = ${pyVector(r.W2)}${selective ? "  # with Delta at rest" : ""}


def run(W, u):
    return np.convolve(W, u)[: len(u)]

${selective ? gated(v.follow) : "\ndef second(x):\n    return run(W2, x)\n"}

${series ? `${between[v.between]}\ny = second(x)` : "y = run(W1, u) + second(u)"}

${
  series
    ? "merged = np.convolve(W1, W2)  # k1 + k2 - 1 taps"
    : `merged = np.zeros(max(len(W1), len(W2)))
merged[: len(W1)] += W1
merged[: len(W2)] += W2`
}
print("largest difference:", np.abs(run(merged, u) - y).max())
print(y[-1])
`;
}
