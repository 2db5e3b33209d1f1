import { pyWeights } from "../../numpy/weights.ts";
import { MAMBA, TRANSFORMER } from "./model.ts";
import { knownIn, type Setting } from "./params.ts";

/** Both models in NumPy, from the files that the page fetches, and what their last rows have in common, in %. */
export const numpy = (v: Setting): string => `${pyWeights(TRANSFORMER.id)}
text = ${JSON.stringify(knownIn(v.text).join(""))}
T = len(text)
ids = [card["characters"].index(c) for c in text]
norm = lambda x, w: w * x / np.sqrt((x * x).mean(1, keepdims=True) + 1e-5)
gelu = lambda x: 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))

# The Transformer up to layer ${v.block}: softmax of query · key
layer, head, H = ${v.block}, ${v.head}, card["shape"]["num_heads"]
stream = W["embedding.weight"][ids]
width = stream.shape[1] // H
angle = np.outer(np.arange(T), 10000.0 ** (-2 * np.arange(width // 2) / width))[:, None]


def turn(x):  # rotary positions
    a, b = x[..., : width // 2], x[..., width // 2 :]
    cos, sin = np.cos(angle), np.sin(angle)
    return np.concatenate([a * cos - b * sin, a * sin + b * cos], axis=-1)


for l in range(layer):
    w = lambda name: W[f"layers.{l}.{name}.weight"]
    q, k, value = [x.reshape(T, H, width) for x in np.split(norm(stream, w("norm1")) @ w("qkv").T, 3, axis=1)]
    scores = np.einsum("ihd,jhd->hij", turn(q), turn(k)) / np.sqrt(width)
    scores[:, np.triu(np.ones((T, T), bool), 1)] = -np.inf
    attention = np.exp(scores - scores.max(-1, keepdims=True))
    attention /= attention.sum(-1, keepdims=True)
    stream = stream + np.einsum("hij,jhd->ihd", attention, value).reshape(T, -1) @ w("out").T
    stream = stream + gelu(norm(stream, w("norm2")) @ w("up").T) @ w("down").T
attention = attention[head - 1] if head > 0 else attention.mean(0)

${pyWeights(MAMBA.id)}
# The Mamba up to layer ${v.layer}: C_t e^(A (Δ_s+1 + … + Δ_t)) Δ_s B_s
layer, channel = ${v.layer}, ${v.channel}
d, N = card["shape"]["hidden_size"], card["shape"]["state_size"]
E, R = 2 * d, -(-d // 16)
silu = lambda a: a / (1 + np.exp(-a))
stream = W["backbone.embeddings.weight"][ids]
for l in range(layer):
    w = lambda name: W[f"backbone.layers.{l}.{name}"]
    x, z = np.split(norm(stream, w("norm.weight")) @ w("mixer.in_proj.weight").T, 2, axis=1)
    taps, past = w("mixer.conv1d.weight")[:, 0], np.vstack([np.zeros((3, E)), x])
    u = silu(w("mixer.conv1d.bias") + sum(taps[:, j] * past[j : j + T] for j in range(4)))
    low, B, C = np.split(u @ w("mixer.x_proj.weight").T, [R, R + N], axis=1)
    delta = np.logaddexp(0, low @ w("mixer.dt_proj.weight").T + w("mixer.dt_proj.bias"))
    A = -np.exp(w("mixer.A_log"))
    h, y = np.zeros((E, N)), np.empty((T, E))
    for t in range(T):
        h = np.exp(delta[t, :, None] * A) * h + (delta[t] * u[t])[:, None] * B[t]
        y[t] = h @ C[t] + w("mixer.D") * u[t]
    stream = stream + (y * silu(z)) @ w("mixer.out_proj.weight").T

hidden = np.zeros((E, T, T))
alive = np.zeros((T, E, N))  # of every character, what its states still hold
for t in range(T):
    alive *= np.exp(delta[t, :, None] * A)
    alive[t] = delta[t][:, None] * B[t]
    hidden[:, t] = (alive @ C[t]).T
assert np.allclose(np.einsum("ets,se->te", hidden, u) + w("mixer.D") * u, y)
hidden = hidden[channel - 1] if channel > 0 else np.abs(hidden).mean(0)

share = lambda row: np.abs(row) / np.abs(row).sum()
print("Mamba:", np.round(hidden[-1], 4))
print("Transformer:", np.round(attention[-1], 4))
print(100 * np.minimum(share(hidden[-1]), share(attention[-1])).sum())
`;
