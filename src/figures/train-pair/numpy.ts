import { paces, trainerDefaults } from "../../models/train/options.ts";
import { pyNormals } from "../../numpy/pieces.ts";
import { pyNumber } from "../../numpy/text.ts";
import type { Setting } from "./params.ts";

const weights = `
def weights(core):  # as Mamba's own code begins, drawn tensor by tensor in the order of their names
    uniform, normal = generator(seed)
    draw = lambda *shape: np.array([normal() for _ in range(np.prod(shape))]).reshape(shape)
    def within(fan, *shape):
        return np.array([2 * uniform() - 1 for _ in range(np.prod(shape))]).reshape(shape) / math.sqrt(fan)
    def log_dt():
        return np.array([math.log(slow) + uniform() * math.log(fast / slow) for _ in range(E)])
    embed, blocks = draw(V + 2, d), []
    for _ in range(layers):
        w = {"A": -np.arange(1.0, N + 1)} if core == "s6" else {"C": 1j * draw(E, N) + draw(E, N)}
        w["D"], w["conv_bias"], w["conv"] = np.ones(E), within(taps, E), within(taps, E, taps)
        if core == "s6":
            w["dt_bias"], w["W_dt"] = np.log(np.expm1(np.exp(log_dt()))), within(R, E, R)
            w["W_in"], w["W_out"], w["W_x"] = within(d, 2 * E, d), within(E * layers, d, E), within(E, R + 2 * N, E)
        else:
            w["A"] = -0.5 + 1j * np.pi * np.arange(N)  # S4D-Lin, conjugates implied
            w["W_in"], w["dt"], w["W_out"] = within(d, 2 * E, d), np.exp(log_dt()), within(E * layers, d, E)
        blocks.append(w)
    head_bias = within(d, V)
    return embed, blocks, within(d, V, d), head_bias
`;

const model = `
silu = lambda x: x / (1 + np.exp(-x))
rms = lambda x: x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-5)  # the norms begin with weights of 1

def s6(u, w):  # the step, B and C come from the token
    low, B, C = np.split(u @ w["W_x"].T, [R, R + N], axis=1)
    dt = np.log1p(np.exp(low @ w["W_dt"].T + w["dt_bias"]))
    h, y = np.zeros((E, N)), []
    for t in range(len(u)):
        h = np.exp(dt[t][:, None] * w["A"]) * h + (dt[t] * u[t])[:, None] * B[t]
        y.append(h @ C[t] + w["D"] * u[t])
    return np.array(y)

def s4d(u, w):  # a kernel for each channel, the same for whatever comes
    z = w["dt"][:, None] * w["A"]
    lags = np.arange(len(u))
    K = 2 * np.einsum("en,enl->le", w["C"] * np.expm1(z) / w["A"], np.exp(z[..., None] * lags)).real
    return np.array([(K[: t + 1][::-1] * u[: t + 1]).sum(0) + w["D"] * u[t] for t in range(len(u))])

def logits(tokens, core, embed, blocks, head, head_bias):
    x = embed[tokens]
    for w in blocks:
        inner, gate = np.split(rms(x) @ w["W_in"].T, 2, axis=1)
        padded = np.vstack([np.zeros((taps - 1, E)), inner])
        u = silu(sum(padded[k : k + len(x)] * w["conv"][:, k] for k in range(taps)) + w["conv_bias"])
        x = x + ((s6 if core == "s6" else s4d)(u, w) * silu(gate)) @ w["W_out"].T
    return rms(x) @ head.T + head_bias
`;

const sequence = `
def first_sequence():  # random spacing: each of the L steps is taken with the chance that leaves all choices alike
    uniform, _ = generator(seed + 1)
    tokens, taken = [0] * L + [V + 1] * K, []
    for t in range(L):
        if uniform() * (L - t) < K - len(taken):
            taken.append(t)
    wanted = [int(uniform() * V) for _ in taken]
    for t, letter in zip(taken, wanted):
        tokens[t] = letter + 1
    return np.array(tokens), wanted
`;

/** Both untrained sides in NumPy, read at the first sequence of the training; prints the loss of S4D, and then that of S6. */
export function numpy({ layers, L, K, seed }: Setting): string {
  const { d, N, V } = trainerDefaults;
  return `import math
import numpy as np

layers, L, K, V, seed = ${layers}, ${L}, ${K}, ${V}, ${seed}
d, N, taps = ${d}, ${N}, 4
E, R = 2 * d, ${Math.ceil(d / 16)}  # channels of a block, rank of the step
slow, fast = ${paces.map(pyNumber).join(", ")}  # where the steps begin

${pyNormals}
${weights}${model}${sequence}
tokens, wanted = first_sequence()
print("".join(".abcdefgh?"[i] for i in tokens))
for core in ("s4d", "s6"):
    said = logits(tokens, core, *weights(core))[L:]
    said -= np.log(np.exp(said).sum(1, keepdims=True))
    print(core, "loses at its first sequence, untrained, in nats:")
    print(-np.mean([said[k, letter] for k, letter in enumerate(wanted)]))
`;
}
