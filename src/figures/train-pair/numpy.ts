import { paces, trainerDefaults } from "../../models/train/options.ts";
import { pyNormals } from "../../numpy/pieces.ts";
import { pyNumber } from "../../numpy/text.ts";
import { sides } from "./numpySides.ts";
import { shownSpacing, tracedSteps } from "./pair.ts";
import type { Setting } from "./params.ts";

const weights = `
def weights(core):  # as Mamba's own code begins, drawn tensor by tensor in the order of their names
    uniform, normal = generator(seed)
    draw = lambda *shape: np.array([normal() for _ in range(np.prod(shape))]).reshape(shape)
    def within(fan, *shape):
        return np.array([2 * uniform() - 1 for _ in range(np.prod(shape))]).reshape(shape) / math.sqrt(fan)
    def log_dt():
        return np.array([math.log(slow) + uniform() * math.log(fast / slow) for _ in range(E)])
    w = {"embed": draw(V + 2, d)}
    for k in range(layers):
        if core == "s6":
            block = {"A_log": np.log(np.tile(np.arange(1.0, N + 1), (E, 1)))}
        else:
            block = {"C_im": draw(E, N), "C_re": draw(E, N)}
        block |= {"D": np.ones(E), "conv_bias": within(taps, E), "conv": within(taps, E, taps)}
        if core == "s6":
            block |= {"dt_bias": np.log(np.expm1(np.exp(log_dt()))), "W_dt": within(R, E, R)}
            block |= {"W_in": within(d, 2 * E, d), "W_out": within(E * layers, d, E), "W_x": within(E, R + 2 * N, E)}
        else:  # S4D-Lin, conjugates implied
            block |= {"im": np.tile(np.pi * np.arange(N), (E, 1)), "log_re": np.full((E, N), math.log(0.5))}
            block |= {"W_in": within(d, 2 * E, d), "log_dt": log_dt(), "W_out": within(E * layers, d, E)}
        block["norm"] = np.ones(d)
        w |= {f"{name}{k}": x for name, x in block.items()}
    w |= {"head_bias": within(d, V), "head": within(d, V, d), "last": np.ones(d)}
    return w
`;

const model = `
def rms(x, w):
    r = 1 / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-5)
    n = x * r
    def back(g):
        return r * (g * w - n * (g * w * n).mean(-1, keepdims=True)), (g * n).sum((0, 1))
    return n * w, back

def block(x, w, core):
    normed, back_norm = rms(x, w["norm"])
    inner, gate = np.split(normed @ w["W_in"].T, 2, axis=-1)
    T = x.shape[1]
    padded = np.pad(inner, ((0, 0), (taps - 1, 0), (0, 0)))
    before = sum(padded[:, k : k + T] * w["conv"][:, k] for k in range(taps)) + w["conv_bias"]
    y, back_core = (s6 if core == "s6" else s4d)(silu(before), w)
    def back(g):
        slopes = {"W_out": np.einsum("bti,bte->ie", g, y * silu(gate))}
        g_mixed = g @ w["W_out"]
        g_u, more = back_core(g_mixed * silu(gate))
        g_before = g_u * slope(before)
        slopes |= more | {"conv_bias": g_before.sum((0, 1))}
        slopes["conv"] = np.stack([(g_before * padded[:, k : k + T]).sum((0, 1)) for k in range(taps)], 1)
        g_padded = np.zeros_like(padded)
        for k in range(taps):
            g_padded[:, k : k + T] += g_before * w["conv"][:, k]
        both = np.concatenate([g_padded[:, taps - 1 :], g_mixed * y * slope(gate)], -1)
        slopes["W_in"] = np.einsum("bti,bte->ie", both, normed)
        g_x, slopes["norm"] = back_norm(both @ w["W_in"])
        return g + g_x, slopes
    return x + (y * silu(gate)) @ w["W_out"].T, back

def learn(tokens, wanted, w, core):  # loss, right answers, and the slope of the loss by every weight
    x, backs = w["embed"][tokens], []
    for k in range(layers):
        mine = {name[:-1]: w[name] for name in w if name[-1] == str(k)}
        x, back = block(x, mine, core)
        backs.append(back)
    normed, back_last = rms(x, w["last"])
    said = normed[:, L:] @ w["head"].T + w["head_bias"]
    said = said - said.max(-1, keepdims=True)
    said -= np.log(np.exp(said).sum(-1, keepdims=True))
    answers = np.eye(V)[wanted]
    g = (np.exp(said) - answers) / wanted.size
    slopes = {"head": np.einsum("btv,bti->vi", g, normed[:, L:]), "head_bias": g.sum((0, 1))}
    g_normed = np.zeros_like(normed)
    g_normed[:, L:] = g @ w["head"]
    g, slopes["last"] = back_last(g_normed)
    for k in reversed(range(layers)):
        g, mine = backs[k](g)
        slopes |= {f"{name}{k}": x for name, x in mine.items()}
    slopes["embed"] = np.zeros_like(w["embed"])
    np.add.at(slopes["embed"], tokens, g)
    return -(said * answers).sum() / wanted.size, (said.argmax(-1) == wanted).sum(), slopes
`;

const training = `
def sequences(uniform):
    tokens, wanted = np.zeros((batch, L + K), int), np.zeros((batch, K), int)
    tokens[:, L:] = V + 1
    for row, answers in zip(tokens, wanted):
        taken = []
        for t in range(L):  # random spacing: each step is taken with the chance that leaves all choices alike
            chance = uniform()
            if t < K if spacing == "fixed" else chance * (L - t) < K - len(taken):
                taken.append(t)
        answers[:] = [int(uniform() * V) for _ in taken]
        row[taken] = answers + 1
    return tokens, wanted

def train(core):  # AdamW; the slope is cut to a length of 1
    w, (uniform, _) = weights(core), generator(seed + 1)
    first, second = ({name: np.zeros_like(x) for name, x in w.items()} for _ in range(2))
    losses, right = [], []
    for step in range(trained):
        loss, count, slopes = learn(*sequences(uniform), w, core)
        length = math.sqrt(sum((g * g).sum() for g in slopes.values()))
        if not math.isfinite(loss + length):
            print(core, "stops: a number is not finite at step", step)
            break
        losses.append(loss)
        right.append(count)
        pace = lr * min(1, (step + 1) / warm_up) * max(0.1, 1 - 0.9 * step / steps)
        for name, g in slopes.items():
            g = g * min(1, 1 / (length + 1e-6))
            first[name] = 0.9 * first[name] + 0.1 * g
            second[name] = 0.98 * second[name] + 0.02 * g * g
            root = np.sqrt(second[name] / (1 - 0.98 ** (step + 1))) + 1e-8
            w[name] = w[name] - pace * first[name] / (1 - 0.9 ** (step + 1)) / root
        if step % 10 == 9:  # a point of the figure's curve
            print(core, "step", step + 1, "loss", np.mean(losses[-10:]), "right, in %:")
            print(100 * np.sum(right[-10:]) / (10 * batch * K))
`;

/**
 * Both sides in NumPy, trained from the same seed on the same sequences, with slopes worked out by hand: each ten steps are a point of
 * the figure's curves. Prints right answers in percent, those of S6 last.
 */
export function numpy(v: Setting): string {
  const { layers, L, K, seed, lr, steps } = v;
  const { d, N, V, batch, warmUp } = trainerDefaults;
  return `import math
import numpy as np

trained = ${tracedSteps(v)}  # steps that are done here; ${steps} are the whole training
spacing, lr, steps, warm_up, batch = "${shownSpacing(v)}", ${pyNumber(lr)}, ${steps}, ${warmUp}, ${batch}
layers, L, K, V, seed = ${layers}, ${L}, ${K}, ${V}, ${seed}
d, N, taps = ${d}, ${N}, 4
E, R = 2 * d, ${Math.ceil(d / 16)}  # channels of a block, rank of the step
slow, fast = ${paces.map(pyNumber).join(", ")}  # where the steps begin
np.seterr(all="ignore")  # a training that breaks says so itself

${pyNormals}
${weights}${sides}${model}${training}
for core in ("s4d", "s6"):
    train(core)
`;
}
