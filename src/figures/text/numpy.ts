import { pyWeights } from "../../numpy/weights.ts";
import { CHARACTERS } from "./alphabet.ts";
import { HEAD, type Run } from "./compute.ts";
import { MODEL } from "./model.ts";

/** The first characters as the model reads them. */
const headOf = ({ recorded, own }: Run): string =>
  recorded?.head.text ?? Array.from(own!.ids.subarray(0, HEAD), (id) => CHARACTERS[id]).join("");

/** The model in NumPy over the first characters; prints their mean surprise, as far as there are two. */
export const numpy = (_: unknown, r: Run): string => `${pyWeights(MODEL)}
text = ${JSON.stringify(headOf(r))}  # the beginning; a longer text works as well
ids = np.array([card["characters"].index(c) for c in text if c in card["characters"]] or [0])

d, N, R = card["shape"]["hidden_size"], card["shape"]["state_size"], -(-card["shape"]["hidden_size"] // 16)
L, E = len(ids), 2 * d
silu = lambda x: x / (1 + np.exp(-x))
norm = lambda x, w: w * x / np.sqrt((x * x).mean(1, keepdims=True) + 1e-5)
stream = W["backbone.embeddings.weight"][ids]
halves = []
for layer in range(card["shape"]["num_hidden_layers"]):
    w = lambda name: W[f"backbone.layers.{layer}.{name}"]
    xz = norm(stream, w("norm.weight")) @ w("mixer.in_proj.weight").T
    x, z = np.vstack([np.zeros((3, E)), xz[:, :E]]), xz[:, E:]
    taps = w("mixer.conv1d.weight")[:, 0]
    u = silu(sum(x[k : k + L] * taps[:, k] for k in range(4)) + w("mixer.conv1d.bias"))
    dt, B, C = np.split(u @ w("mixer.x_proj.weight").T, [R, R + N], axis=1)
    delta = np.logaddexp(0, dt @ w("mixer.dt_proj.weight").T + w("mixer.dt_proj.bias"))
    A = -np.exp(w("mixer.A_log"))
    h, y = np.zeros((E, N)), np.empty((L, E))
    for t in range(L):  # the whole memory: h, always of the same size
        h = np.exp(delta[t, :, None] * A) * h + (delta[t] * u[t])[:, None] * B[t]
        y[t] = h @ C[t] + w("mixer.D") * u[t]
    stream = stream + (y * silu(z)) @ w("mixer.out_proj.weight").T
    halves.append(np.log(2) / (-A * delta.mean(0)[:, None]))  # characters till half of a state is left

logits = norm(stream, W["backbone.norm_f.weight"]) @ W["backbone.embeddings.weight"].T
top = logits.max(1, keepdims=True)
said = logits - top - np.log(np.exp(logits - top).sum(1, keepdims=True))
surprise = -said[np.arange(L - 1), ids[1:]]  # of each character but the first
print("median half-life of the states, in characters:", np.median(halves))
print("nats a character:")
print(surprise.mean() if L > 1 else 0.0)
`;
