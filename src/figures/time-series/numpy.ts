import { forecasterDefaults } from "../../models/forecaster/trainer.ts";
import { tensorSpecs } from "../../models/mamba/weights.ts";
import { pySignal } from "../../numpy/signal.ts";
import { forecasterOf } from "./chosen.ts";
import type { Run } from "./compute.ts";
import { MOST_AHEAD, type Setting } from "./params.ts";
import { cycleOf } from "./setting.ts";

const forward = `
# What it reads: against a running mean, the step, whether there is a value; with a cycle, the step since one and the place in it
there = ~np.isnan(z)
held = np.array([z[: t + 1][there[: t + 1]][-1] if there[: t + 1].any() else np.nan for t in range(L)])
rows, mean = np.zeros((L, 3 if cycle == 1 else 6)), np.nan
for t in range(L):
    if np.isnan(held[t]):
        continue
    mean = held[t] if np.isnan(mean) else mean + 2 / 25 * (held[t] - mean)
    since = lambda back: 0 if t < back or np.isnan(held[t - back]) else held[t] - held[t - back]
    rows[t, :3] = held[t] - mean, since(1), there[t]
    if cycle > 1:
        turn = 2 * np.pi * (t % cycle) / cycle
        rows[t, 3:] = since(cycle), np.cos(turn), np.sin(turn)
for i in (0, 1) if cycle == 1 else (0, 1, 3):
    rows[:, i] /= np.sqrt(np.mean(rows[:first, i] ** 2)) or 1

# One Mamba block between two linear layers
silu = lambda x: x / (1 + np.exp(-x))
rms = lambda x: x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-5)
x = rows @ W["stem.weight"].T + W["stem.bias"]
block = lambda name: W["backbone.layers.0." + name]
inner, gate = np.split(rms(x) * block("norm.weight") @ block("mixer.in_proj.weight").T, 2, axis=1)
E = inner.shape[1]
padded = np.vstack([np.zeros((3, E)), inner])
taps = block("mixer.conv1d.weight").reshape(E, 4)
u = silu(sum(padded[k : k + L] * taps[:, k] for k in range(4)) + block("mixer.conv1d.bias"))
low, B, C = np.split(u @ block("mixer.x_proj.weight").T, [1, 1 + N], axis=1)
dt = np.log1p(np.exp(low @ block("mixer.dt_proj.weight").T + block("mixer.dt_proj.bias")))
A, h, out = -np.exp(block("mixer.A_log")), np.zeros((E, N)), []
for t in range(L):
    h = np.exp(dt[t][:, None] * A) * h + (dt[t] * u[t])[:, None] * B[t]
    out.append(h @ C[t] + block("mixer.D") * u[t])
x = x + (np.array(out) * silu(gate)) @ block("mixer.out_proj.weight").T
said = rms(x) * W["backbone.norm_f.weight"] @ W["lm_head.weight"].T + W["lm_head.bias"]
`;

const regressed = `
# An autoregression, by ordinary least squares on what is learnt and nothing else
def regress(p, hold):  # c, a_1 … a_p and what they leave, at the times with no value missing among the last hold + 1
    times = [t for t in range(hold, first) if not np.isnan(z[t - hold : t + 1]).any()]
    X = np.array([[1, *z[t - p : t][::-1]] for t in times])
    w = np.linalg.lstsq(X, z[times], rcond=None)[0]
    return w, z[times] - X @ w

n = np.sum(~np.isnan(z[:first]))
whole = lambda p: sum(not np.isnan(z[t - p : t + 1]).any() for t in range(p, first))
most = next(p for p in range(int(10 * np.log10(n)), -1, -1) if whole(p) >= 2 * (p + 1))
aic = [np.log(np.mean(regress(p, most)[1] ** 2)) * whole(most) + 2 * p for p in range(most + 1)]
p = order or int(np.argmin(aic))
while whole(p) < p + 2:
    p -= 1
w, rest = regress(p, p)
q = np.sum(rest**2) / (len(rest) - p - 1)
print("autoregression of order", p, "with weights", w)

F = np.eye(max(1, p), k=-1)  # the last p values, the newest first: each moves down by one
F[0, :p] = w[1:]
x, V, regression = None, np.zeros(F.shape), np.full((L, ahead, 2), np.nan)
for t in range(L):
    if x is not None:  # the Kalman filter without noise in what is seen: over gaps it runs on
        x, V = F @ x, F @ V @ F.T
        x[0], V[0, 0] = x[0] + w[0], V[0, 0] + q
        if not np.isnan(z[t]) and V[0, 0] > 0:
            K = V[:, 0] / V[0, 0]
            x, V = x + K * (z[t] - x[0]), V - np.outer(K, V[0])
    if t >= len(F) - 1 and not np.isnan(z[t - len(F) + 1 : t + 1]).any():
        x, V = z[t - len(F) + 1 : t + 1][::-1].copy(), np.zeros(F.shape)
    if x is not None:
        far, spread = x, V
        for k in range(ahead):
            far, spread = F @ far, F @ spread @ F.T
            far[0], spread[0, 0] = far[0] + w[0], spread[0, 0] + q
            regression[t, k] = far[0], np.sqrt(spread[0, 0])
`;

const judged = `
def naive(t, k):
    back = t + k - cycle * -(-k // cycle)
    while back >= 0 and np.isnan(z[back]):
        back -= cycle
    return z[back] if back >= 0 else np.nan

units = np.ones(ahead)  # by how much the naive forecast missed within what is learnt
for k in range(1, ahead + 1):
    misses = np.array([z[t + k] - naive(t, k) for t in range(first - k)])
    misses = misses[~np.isnan(misses)]
    square = np.mean(misses**2) if len(misses) else 0
    units[k - 1] = np.sqrt(square) if square > 0 else units[k - 2] if k > 1 else 1

back = np.exp if log else lambda x: x
errors = {"naive": [], "autoregression": [], "S6": []}
for t in range(first - 1, L - 1):
    for k in range(1, min(steps, L - 1 - t) + 1):
        guess = naive(t, k)
        if not np.isnan(guess) and not np.isnan(z[t + k]):
            errors["naive"].append((y[t + k] - back(guess)) ** 2)
            if not np.isnan(regression[t, k - 1, 0]):
                errors["autoregression"].append((y[t + k] - back(regression[t, k - 1, 0])) ** 2)
            errors["S6"].append((y[t + k] - back(guess + units[k - 1] * said[t, k - 1])) ** 2)
for k in range(steps):
    middle, spread = naive(L - 1, k + 1) + units[k] * said[-1, k], units[k] * np.exp(max(-6, said[-1, ahead + k]))
    print("ahead", k + 1, "95 %:", back(middle - 1.96 * spread), back(middle), back(middle + 1.96 * spread))
    middle, spread = regression[-1, k]
    print("autoregression ahead", k + 1, "95 %:", back(middle - 1.96 * spread), back(middle), back(middle + 1.96 * spread))
for name, squares in errors.items():
    print(name, "misses by", np.sqrt(np.mean(squares)) if squares else np.nan)
`;

/** S6 with the weights that forecast in the figure (in single precision) and the autoregression, in NumPy: back-test and last forecast. */
export function numpy(v: Setting, r: Run): string {
  const forecaster = forecasterOf(r, v);
  if (!forecaster) return `import numpy as np\n\nprint("nothing can be judged:", np.nan)\n`;
  const { shape, store } = forecaster.stack;
  const specs = tensorSpecs(shape).map(
    ({ name, shape: s }) => `    ("${name}", (${s.join(", ")},)),`,
  );
  return `import base64

import numpy as np

y = ${pySignal(v.series, 0)}
log, cycle, steps, first = ${v.log ? "True" : "False"}, ${cycleOf(v)}, ${v.h}, ${r.first + 1}  # of learnt steps
order = ${v.order}  # of the autoregression; 0: by AIC
L, N, ahead = len(y), ${forecasterDefaults.N}, ${MOST_AHEAD}
z = np.log(y) if log else y
packed = """
${lines(packed(store.flat))}
"""
W, at, flat = {}, 0, np.frombuffer(base64.b64decode(packed), "<f4").astype(float)
for name, shape in (
${specs.join("\n")}
):
    W[name] = flat[at : at + np.prod(shape)].reshape(shape)
    at += np.prod(shape)
${forward}${regressed}${judged}`;
}

function packed(weights: ArrayLike<number>): string {
  const bytes = new Uint8Array(Float32Array.from(weights).buffer);
  return btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(""));
}

const lines = (text: string) => text.match(/.{1,120}/g)!.join("\n");
