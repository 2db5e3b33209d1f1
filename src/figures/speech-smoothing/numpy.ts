import { pyNumber } from "../../numpy/text.ts";
import { FRAME, HOP } from "../../models/speech/enhance.ts";
import { framing } from "../../models/speech/fit.ts";
import { loudest, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Samples of the loudest frame, zeros outside of the clip. */
function array(x: Float64Array, from: number): string {
  const rows: string[] = [];
  for (let i = 0; i < FRAME; i += 8) {
    const row = Array.from({ length: 8 }, (_, k) =>
      pyNumber(+(x[from + i + k] ?? 0).toPrecision(12)),
    );
    rows.push(`    ${row.join(", ")}`);
  }
  return `np.array([\n${rows.join(",\n")},\n])`;
}

const rounds = (passes: number) => `a, q = fit(np.maximum(power - R, 0.05 * power))
for _ in range(${passes}):
    phi = q / np.abs(np.fft.rfft(np.r_[1, -a], n)) ** 2
    W = phi / (phi + R)  # Wiener's weight
    a, q = fit(W**2 * power + W * R)`;

/** The loudest frame alone: its model, and the filter in companion form; prints the last estimate. */
export function numpy(v: Setting, r: Run): string {
  const from = loudest(r) * HOP - (FRAME - HOP) / 2;
  const { length: n } = framing(FRAME, v.p).padded;
  const source = v.model === "clean" ? "clean" : "y";
  return `import numpy as np

p, R = ${v.p}, ${pyNumber(r.R)}
y = ${array(r.noisy, from)}
${v.model === "clean" ? `clean = ${array(r.clean, from)}\n` : ""}
n = ${n}
w = np.sin(np.pi * (np.arange(${FRAME}) + 0.5) / ${FRAME}) ** 2
w /= np.linalg.norm(w)
power = np.abs(np.fft.rfft(${source} * w, n)) ** 2


def fit(power):
    r = np.fft.irfft(power, n)[: p + 1]
    r[0] *= 1 + 1e-9
    lag = np.abs(np.subtract.outer(np.arange(p), np.arange(p)))
    a = np.linalg.solve(r[lag], r[1:])
    return a, r[0] - a @ r[1:]


${v.model === "reckoned" ? rounds(v.passes) : "a, q = fit(power)"}

A = np.eye(p, k=-1)  # the state: the last p samples
A[0] = a
x, P = np.zeros(p), np.zeros((p, p))
for y_t in y:
    x, P = A @ x, A @ P @ A.T
    P[0, 0] += q
    K = P[:, 0] / (P[0, 0] + R)
    x = x + K * (y_t - x[0])
    P = P - np.outer(K, P[0])

print("expected error:", np.sqrt(max(P[0, 0], 0)))
print(x[0])
`;
}
