import { pyMatrix, pyNumber } from "../../numpy/text.ts";
import { toRows } from "../../numerics/matrix.ts";
import type { Run } from "./compute.ts";
import { noiseAt } from "./fixes.ts";
import type { Setting } from "./params.ts";
import { GATE } from "./walk.ts";

/** Pairs of numbers, six a line. */
function pairs(data: Float64Array): string {
  const one = (x: number) => (Number.isNaN(x) ? "nan" : pyNumber(+x.toPrecision(12)));
  const lines: string[] = [];
  for (let i = 0; i < data.length; i += 12) {
    const line: string[] = [];
    for (let k = i; k < Math.min(i + 12, data.length); k += 2)
      line.push(`(${one(data[k]!)}, ${one(data[k + 1]!)})`);
    lines.push(`    ${line.join(", ")}`);
  }
  return `np.array([\n${lines.join(",\n")},\n])`;
}

/** With hindsight: the smoother of Rauch, Tung and Striebel. */
const smoother = `
xs, Ps = kept[-1][2:]
back = [xs]
for t in range(len(z) - 2, -1, -1):
    xf, Pf = kept[t][2:]
    x_pred, P_pred = kept[t + 1][:2]
    G = Pf @ A.T @ np.linalg.pinv(P_pred, hermitian=True)
    xs, Ps = xf + G @ (xs - x_pred), Pf + G @ (Ps - P_pred) @ G.T
    back.append(xs)
print("rms of the smoother:", rms(back[::-1]))
`;

/** The noise at the better of two guesses at the target: the prediction, or the fix. */
const guided = `
        R = noise(z[t])
        if P[0, 0] + P[2, 2] < np.trace(R):
            R = noise(x[[0, 2]])`;

/** The experiment as a NumPy script that prints the errors, the present estimate and how far it is off. */
export function numpy(v: Setting, { truth, fixes, model }: Run): string {
  const even = v.sensor === "even";
  const R = even
    ? `R = ${pyMatrix(toRows(noiseAt(v, 0, 0)))}`
    : `
def noise(z):  # sharp along the line of sight of the radar at (14, 0), blurred across it
    line = z - [14, 0]
    far = np.hypot(*line)
    turn = np.array([[line[0], -line[1]], [line[1], line[0]]]) / far
    sizes = np.array([${pyNumber(v.r)} / 4, ${pyNumber(v.r)} * max(1, far) / 8])
    return turn @ np.diag(sizes**2 + 1e-6) @ turn.T
`;
  return `import numpy as np

nan = np.nan
truth = ${pairs(truth)}
z = ${pairs(fixes)}

A = ${pyMatrix(toRows(model.A))}
C = ${pyMatrix(toRows(model.C))}
Q = ${pyMatrix(toRows(model.Q))}
${R}
def rms(x):
    off = np.array(x)[:, [0, 2]] - truth
    return np.sqrt(np.mean(np.sum(off**2, axis=1)))

x = np.array([${Array.from(model.m0, pyNumber).join(", ")}])
P = np.diag([${[0, 5, 10, 15].map((i) => pyNumber(model.P0.data[i]!)).join(", ")}])
kept = []
for t in range(len(z)):
    if t > 0:
        x, P = A @ x, A @ P @ A.T + Q  # predict
    x_pred, P_pred = x, P
    if not np.isnan(z[t, 0]):${even ? "" : guided}
        e = z[t] - C @ x
        S = C @ P @ C.T + R
        if ${v.gate ? `e @ np.linalg.solve(S, e) <= ${GATE}` : "True"}:  # the gate
            K = np.linalg.solve(S, C @ P).T
            I_KC = np.eye(4) - K @ C
            x, P = x + K @ e, I_KC @ P @ I_KC.T + K @ R @ K.T  # update
    kept.append((x_pred, P_pred, x, P))

seen = ~np.isnan(z[:, 0])
if seen.any():
    print("rms of the fixes:", np.sqrt(np.mean(np.sum((z - truth)[seen] ** 2, axis=1))))
print("rms of the filter:", rms([k[2] for k in kept]))
${v.smooth ? smoother : ""}print("estimate [x, vx, y, vy]:", x)
print("off by:", np.hypot(*(x[[0, 2]] - truth[-1])))
`;
}
