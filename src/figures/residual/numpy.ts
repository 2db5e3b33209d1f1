import { frameOf, loudest, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

function array(x: Int32Array): string {
  const rows: string[] = [];
  for (let at = 0; at < x.length; at += 16) rows.push(x.slice(at, at + 16).join(", "));
  return `np.array([\n    ${rows.join(",\n    ")},\n], dtype=float)`;
}

/** LPC of the loudest frame anew: prints by how many decibels what is left is smaller. */
export function numpy({ p, frame }: Setting, { x }: Run): string {
  const { from, size } = loudest(x, frameOf(frame));
  return `import numpy as np

frame = ${array(x.subarray(from, from + size))}
n, p = len(frame), ${p}
inward = (np.minimum(np.arange(n), n - 1 - np.arange(n)) + 0.5) / max(1, 0.25 * n)
window = np.where(inward >= 1, 1, 0.5 - 0.5 * np.cos(np.pi * inward))
y = frame * window
r = np.array([y[k:] @ y[: max(0, n - k)] for k in range(p + 1)])
r[0] = r[0] * (1 + 1e-9) + 1e-9
R = r[np.abs(np.subtract.outer(np.arange(p), np.arange(p)))]  # Toeplitz: Levinson's recursion solves it in p² steps
a = np.linalg.solve(R, r[1:])
print("coefficients:", np.round(a, 3))
print("decibels by which what is left is smaller:")
print(10 * np.log10(r[0] / (r[0] - a @ r[1:])))
`;
}
