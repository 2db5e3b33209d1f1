import { pyNumber } from "../../numpy/text.ts";
import { N, T } from "./compute.ts";
import type { Setting } from "./params.ts";

const inputs: Readonly<Record<Setting["input"], string>> = {
  sine: "np.sin(2 * time)",
  step: "np.ones(len(time))",
  impulse: "np.eye(1, len(time))[0]",
};

/** The layer in NumPy, with complex states where they turn; prints its last output. */
export function numpy({ input, decay, lambda, omega, delta }: Setting): string {
  const P = omega > 0 ? N / 2 : N;
  return `import numpy as np

dt, lam = ${pyNumber(delta)}, ${pyNumber(lambda)}
A = ${decay === "own" ? `-np.arange(1, ${P + 1}) / 2` : `-np.ones(${P})`} + 1j * ${pyNumber(omega)} / np.arange(1, ${P + 1})
time = dt * np.arange(int(${T} / dt + 1e-9) + 1)
u = ${inputs[input]}

alpha = np.exp(dt * A)
beta, gamma = (1 - lam) * dt * alpha, lam * dt
h, before, y = np.zeros(${P}, complex), 0, []
for now in u:
    h = alpha * h + beta * before + gamma * now
    before = now
    y.append(h.real.mean())
print("the last of", len(y), "outputs")
print(y[-1])
`;
}
