import { tensorSpecs } from "../../models/mamba/weights.ts";
import { pyNumber, pyVector } from "../../numpy/text.ts";
import type { Run } from "./compute.ts";
import type { Hand } from "./hand.ts";
import type { Setting } from "./params.ts";
import { facts, model, type Reading, STEPS } from "./reading.ts";

/** The state by hand, or the whole trained model with its weights; prints what the output hears, or the chance of the last answer. */
export const numpy = (v: Setting, r: Run): string =>
  r.hand ? byHand(v, r.hand) : inModel(v, r.trained!);

const byHand = (v: Setting, { tokens, delta, B, C }: Hand): string => `import numpy as np

tokens = [${tokens.map((token) => JSON.stringify(token)).join(", ")}]
delta = ${pyVector(delta)}
B = ${pyVector(B)}
C = ${pyVector(C)}
A = -np.arange(1.0, ${v.N + 1})  # the decay rates of the states

h = np.zeros((len(A), len(tokens)))  # how much of each token is in each state
for t in range(len(tokens)):
    Abar = np.exp(delta[t] * A)
    Bbar = ${v.rule === "zoh" ? "(Abar - 1) / A * B[t]  # exact zero-order hold" : "delta[t] * B[t]  # Mamba's rule"}
    h = Abar[:, None] * h
    h[:, t] += Bbar
    y = C[t] * h.sum(axis=0)

for token, share in zip(tokens, y):
    print(token, share)
print(y.sum())
`;

function inModel({ sets }: Setting, { ids }: Reading): string {
  const { shape } = model(facts.weights);
  const plain = (name: string) => name.replace(/^backbone\.|layers\.0\.|mixer\.|\.weight$/g, "");
  const shapes = tensorSpecs(shape).map(
    (spec) => `    "${plain(spec.name)}": (${spec.shape.join(", ")},),`,
  );
  const changed = sets
    .filter(({ which, step }) => which === "d" && step < STEPS)
    .map(({ step, value }) => `delta[${step}] = ${pyNumber(value)}  # by hand, in every channel`);
  return `import base64
import numpy as np

weights = "${facts.weights}"
flat = np.frombuffer(base64.b64decode(weights), dtype="<f2").astype(float)
shapes = {
${shapes.join("\n")}
}
W, at = {}, 0
for name, shape in shapes.items():
    W[name] = flat[at : at + np.prod(shape)].reshape(shape)
    at += np.prod(shape)

def norm(x, w):
    return w * x / np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + ${shape.eps})

def silu(x):
    return x / (1 + np.exp(-x))

L, E, N, R = ${STEPS}, ${shape.E}, ${shape.N}, ${shape.R}
ids = [${ids.join(", ")}]
stream = W["embeddings"][ids]
x, z = np.split(norm(stream, W["norm"]) @ W["in_proj"].T, 2, axis=1)
padded = np.vstack([np.zeros((${shape.taps - 1}, E)), x])
taps = sum(padded[k : k + L] * W["conv1d"][:, 0, k] for k in range(${shape.taps}))
u = silu(taps + W["conv1d.bias"])
dBC = u @ W["x_proj"].T
delta = np.log1p(np.exp(dBC[:, :R] @ W["dt_proj"].T + W["dt_proj.bias"]))
${changed.length > 0 ? `${changed.join("\n")}\n` : ""}B, C = dBC[:, R : R + N], dBC[:, R + N :]
A = -np.exp(W["A_log"])
h, y = np.zeros((E, N)), np.zeros((L, E))
for t in range(L):
    h = np.exp(delta[t][:, None] * A) * h + (delta[t] * u[t])[:, None] * B[t]
    y[t] = h @ C[t] + W["D"] * u[t]
out = stream + (y * silu(z)) @ W["out_proj"].T
logits = norm(out, W["norm_f"]) @ W["lm_head"].T + W["lm_head.bias"]
p = np.exp(logits - logits.max(axis=1, keepdims=True))
p /= p.sum(axis=1, keepdims=True)
print("answers:", 1 + p[${STEPS - 3}:].argmax(axis=1))
print(100 * p[-1].max())
`;
}
