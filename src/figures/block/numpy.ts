import { pyWeights } from "../../numpy/weights.ts";
import { indexOf, stageOf } from "./look.ts";
import { MODEL, SHAPE } from "./model.ts";
import type { Setting } from "./params.ts";
import type { Seen } from "./seen.ts";
import type { Stage } from "./stages.ts";

/** The number looked at, at the last character, by the names of the script; of B and of the states the largest. */
const looked: Readonly<Record<Stage, string>> = {
  norm: "normed[-1, k]",
  in: "x[-1, k]",
  conv: "conv[-1, k]",
  silu: "u[-1, k]",
  select: "B[-1, np.abs(B[-1]).argmax()]",
  delta: "delta[-1, k]",
  scan: "h[k, np.abs(h[k]).argmax()]",
  read: "y[-1, k]",
  gate: "gated[-1, k]",
  out: "out[-1, k]",
  add: "(stream + out)[-1, k]",
};

/** The model up to its chosen block in NumPy, from the files that the page fetches; prints the number looked at. */
export const numpy = (v: Setting): string => `${pyWeights(MODEL)}
text = ${JSON.stringify(v.text)}
block, k = ${v.layer}, ${indexOf(stageOf(v), v, none)}  # which block, and which of the numbers, from 0
d, N, R = card["shape"]["hidden_size"], card["shape"]["state_size"], -(-card["shape"]["hidden_size"] // 16)
L, E = len(text), 2 * d
silu = lambda a: a / (1 + np.exp(-a))


def through(layer, stream):
    """One block at all characters: everything that goes on in it."""
    w = lambda name: W[f"backbone.layers.{layer}.{name}"]
    normed = w("norm.weight") * stream / np.sqrt((stream * stream).mean(1, keepdims=True) + 1e-5)
    x, z = np.split(normed @ w("mixer.in_proj.weight").T, 2, axis=1)
    taps, past = w("mixer.conv1d.weight")[:, 0], np.vstack([np.zeros((3, E)), x])
    conv = w("mixer.conv1d.bias") + sum(taps[:, j] * past[j : j + L] for j in range(4))
    u = silu(conv)
    low, B, C = np.split(u @ w("mixer.x_proj.weight").T, [R, R + N], axis=1)
    delta = np.logaddexp(0, low @ w("mixer.dt_proj.weight").T + w("mixer.dt_proj.bias"))
    A = -np.exp(w("mixer.A_log"))
    h, y = np.zeros((E, N)), np.empty((L, E))
    for t in range(L):
        h = np.exp(delta[t, :, None] * A) * h + (delta[t] * u[t])[:, None] * B[t]
        y[t] = h @ C[t] + w("mixer.D") * u[t]
    gated = y * silu(z)
    return normed, x, z, conv, u, B, C, delta, h, y, gated, gated @ w("mixer.out_proj.weight").T


stream = W["backbone.embeddings.weight"][[card["characters"].index(c) for c in text]]
for layer in range(block - 1):
    stream = stream + through(layer, stream)[-1]
normed, x, z, conv, u, B, C, delta, h, y, gated, out = through(block - 1, stream)
print(${looked[stageOf(v)]})
`;

/** Of x_proj the script looks for the largest itself. */
const none = { strips: { B: new Float64Array(SHAPE.N) } } as unknown as Seen;
