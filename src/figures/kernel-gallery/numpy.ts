import { pyNumber } from "../../numpy/text.ts";
import { pyDiscrete, pyLayer } from "../../numpy/layer.ts";
import { pySignal } from "../../numpy/signal.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The kernel as NumPy, and the convolution by FFT where it is shown; the last number is the one that is looked at. */
export function numpy(v: Setting, r: Run): string {
  const end = r.fft
    ? `
u = ${pySignal(v.input, r.K.length)}
n = ${r.fft.n}  # ${v.pad ? "padded: nothing wraps" : "not padded: the tail comes back at the beginning"}
y = np.fft.irfft(np.fft.rfft(u, n) * np.fft.rfft(K, n), n)[:L]
print("wrong by:", np.abs(y - np.convolve(K, u)[:L]).max())
print(y[-1])`
    : `
print("90 % within:", np.argmax(np.cumsum(np.abs(K)) >= 0.9 * np.abs(K).sum()))
print(${v.response === "step" ? "np.cumsum(K)" : "K"}[-1])`;
  return `import numpy as np

N, L, dt = ${v.N}, ${r.K.length}, ${pyNumber(v.dt)}
${pyLayer(r.layer)}

${pyDiscrete[v.rule]}

Abar, Bbar = discrete(dt)
K = np.zeros(L)  # the kernel C Abar^l Bbar
x = Bbar
for l in range(L):
    K[l], x = C @ x, Abar @ x
${end}
`;
}
