import { pyWeights } from "../../numpy/weights.ts";
import { isOwn, models } from "./models.ts";
import type { Own } from "./own.ts";
import { characterOf, lengthOf, readingOf, shownOf, textOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** All that is read up to the end of what is shown, as text. */
function textRead(r: Run, v: Setting): string {
  const { ids, passed } = textOf(r, v);
  const before = Array.from(ids.subarray(0, passed), (id) => characterOf(r, v, id));
  const drawn = shownOf(r, v).filter(({ token }) => token >= 0);
  return [...before, ...drawn.slice(0, lengthOf(r, v)).map(({ character }) => character)].join("");
}

/** The files that a shipped model comes in, and the text's ids. */
const ours = (v: Setting, r: Run, id: string) => `${pyWeights(id)}
text = ${JSON.stringify(textRead(r, v))}${readingOf(r) ? "" : "  # without what it writes: that is not here yet"}
ids = np.array([card["characters"].index(c) for c in text if c in card["characters"]])`;

/** The reader's own checkpoint, and the ids that its tokenizer gave. */
function theirs(r: Run, v: Setting, { plan: { shape } }: Own): string {
  const { ids, passed } = textOf(r, v);
  const read = [
    ...ids.subarray(0, passed),
    ...(readingOf(r)?.ids.subarray(0, lengthOf(r, v)) ?? []),
  ];
  return `import numpy as np
from safetensors.numpy import load_file  # your own checkpoint, in full precision; a float32 or float16 one of the usual config

W = {name: tensor.astype(float) for name, tensor in load_file("model.safetensors").items()}
card = {"shape": {"hidden_size": ${shape.d}, "state_size": ${shape.N}, "num_hidden_layers": ${shape.layers}}}
ids = np.array(${JSON.stringify(read)})`;
}

/** The whole model in NumPy, over the text and what was written; prints how sure it is of the next. */
export const numpy = (v: Setting, r: Run): string => `${
  isOwn(v.model) ? theirs(r, v, v.model) : ours(v, r, models[v.model].id)
}
temperature, most = ${v.temperature}, ${v.topk}  # of the sampling; most: 0 = all may come

d, N, R = card["shape"]["hidden_size"], card["shape"]["state_size"], -(-card["shape"]["hidden_size"] // 16)
L, E = len(ids), 2 * d
silu = lambda x: x / (1 + np.exp(-x))
norm = lambda x, w: w * x / np.sqrt((x * x).mean(1, keepdims=True) + 1e-5)
stream = W["backbone.embeddings.weight"][ids]
for layer in range(card["shape"]["num_hidden_layers"]):
    w = lambda name: W[f"backbone.layers.{layer}.{name}"]
    xz = norm(stream, w("norm.weight")) @ w("mixer.in_proj.weight").T
    x, z = np.vstack([np.zeros((3, E)), xz[:, :E]]), xz[:, E:]
    taps = w("mixer.conv1d.weight")[:, 0]
    u = silu(sum(x[k : k + L] * taps[:, k] for k in range(4)) + w("mixer.conv1d.bias"))
    dt, B, C = np.split(u @ w("mixer.x_proj.weight").T, [R, R + N], axis=1)  # all from the character itself
    delta = np.logaddexp(0, dt @ w("mixer.dt_proj.weight").T + w("mixer.dt_proj.bias"))
    A = -np.exp(w("mixer.A_log"))
    h, y = np.zeros((E, N)), np.empty((L, E))
    for t in range(L):  # the same work at every character
        h = np.exp(delta[t, :, None] * A) * h + (delta[t] * u[t])[:, None] * B[t]
        y[t] = h @ C[t] + w("mixer.D") * u[t]
    stream = stream + (y * silu(z)) @ w("mixer.out_proj.weight").T

logits = norm(stream, W["backbone.norm_f.weight"])[-1] @ W["backbone.embeddings.weight"].T
if temperature == 0:
    share = np.eye(len(logits))[logits.argmax()]
else:
    share = np.exp((logits - logits.max()) / temperature)
    if most:
        share[np.argsort(-logits, kind="stable")[most:]] = 0
    share /= share.sum()
print("most probable next:", ${isOwn(v.model) ? "share.argmax()" : 'repr(card["characters"][share.argmax()])'}, "and how probable, in percent:")
print(100 * share.max())
`;
