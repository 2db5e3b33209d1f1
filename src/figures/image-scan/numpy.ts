import { pyWeights } from "../../numpy/weights.ts";
import { toHex } from "./drawing.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const steps = {
  rows: "np.arange(196)",
  columns: "np.arange(196).reshape(14, 14).T.ravel()",
  snake:
    "np.concatenate([r if k % 2 == 0 else r[::-1] for k, r in enumerate(np.arange(196).reshape(14, 14))])",
} as const;

/** The whole model in NumPy, from the files that the page fetches, over the sheet as it lies; prints how sure it is, in percent. */
export const numpy = (v: Setting, { sheet }: Run): string => `${pyWeights("digits")}
sheet = "${toHex(sheet)}"
pixels = np.array([int(ink, 16) for ink in sheet]) * 2 / 15 - 0.5
order = ${steps[v.order]}

L, E, N = 196, 32, 16
silu = lambda x: x / (1 + np.exp(-x))
norm = lambda x, w: w * x / np.sqrt((x * x).mean(1, keepdims=True) + 1e-5)
stream = pixels[order, None] @ W["stem.weight"].T + W["stem.bias"]
for layer in range(card["shape"]["num_hidden_layers"]):
    w = lambda name: W[f"backbone.layers.{layer}.{name}"]
    xz = norm(stream, w("norm.weight")) @ w("mixer.in_proj.weight").T
    x, z = np.vstack([np.zeros((3, E)), xz[:, :E]]), xz[:, E:]
    taps = w("mixer.conv1d.weight")[:, 0]
    u = silu(sum(x[k : k + L] * taps[:, k] for k in range(4)) + w("mixer.conv1d.bias"))
    dt, B, C = np.split(u @ w("mixer.x_proj.weight").T, [1, 1 + N], axis=1)  # all from the pixel itself
    delta = np.logaddexp(0, dt @ w("mixer.dt_proj.weight").T + w("mixer.dt_proj.bias"))
    A = -np.exp(w("mixer.A_log"))
    h, y = np.zeros((E, N)), np.empty((L, E))
    for t in range(L):  # the same work at every pixel
        h = np.exp(delta[t, :, None] * A) * h + (delta[t] * u[t])[:, None] * B[t]
        y[t] = h @ C[t] + w("mixer.D") * u[t]
    stream = stream + (y * silu(z)) @ w("mixer.out_proj.weight").T

logits = norm(stream, W["backbone.norm_f.weight"]) @ W["lm_head.weight"].T + W["lm_head.bias"]
share = np.exp(logits - logits.max(1, keepdims=True))
share /= share.sum(1, keepdims=True)
print("it says", share[-1].argmax(), "and is so sure, in percent:")
print(100 * share[-1].max())
`;
