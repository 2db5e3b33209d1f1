import { pyNormals } from "../../numpy/pieces.ts";
import { pyWeights } from "../../numpy/weights.ts";
import { glyphNames } from "../../models/film/glyphs.ts";
import shapes from "../../models/film/glyphs.json" with { type: "json" };
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The made film from its seed. */
const pyMade = (
  v: Setting,
): string => `shapes = ${JSON.stringify(glyphNames.map((name) => shapes[name].join("")))}
flashes = ${JSON.stringify(v.flashes.map(({ glyph, t, y, x }) => [glyph, t, y, x]))}  # glyph, frame, row, column, from 0
lasts, sigma, squares = ${v.lasts}, ${v.noise}, ${v.squares}
${pyNormals}
uniform, normal = generator(${v.seed})

light = np.zeros((T, S, S))
for k in range(3):  # three squares wander, as many as are wanted are seen
    at = [26 * uniform(), 26 * uniform()]
    for t in range(T):
        corner = []
        for way in (0, 1):
            at[way] += 0.7 * normal()
            corner.append(int(abs(at[way] % 26 - 13) + 0.5))
        if k < squares:
            light[t, corner[0] : corner[0] + 3, corner[1] : corner[1] + 3] = 1
for glyph, first, y, x in flashes:
    lit = np.array([c == "#" for c in shapes[glyph]], float).reshape(6, 6)
    for t in range(first, min(T, first + lasts)):
        light[t, y : y + 6, x : x + 6] = np.maximum(light[t, y : y + 6, x : x + 6], lit)
noise = np.array([normal() for _ in range(T * S * S)]).reshape(T, S, S)
frames = light + sigma * noise
`;

/** The reader's own film, two digits a pixel. */
const pyOwn = (pixels: Uint8Array): string => `film = bytes.fromhex(
    "${Array.from(pixels, (x) => x.toString(16).padStart(2, "0")).join("")}"
)
pixels = np.frombuffer(film, np.uint8).reshape(T, S, S).astype(float)
light = np.maximum(0, pixels - np.median(pixels, axis=0))
frames = np.minimum(1, light / max(60, np.sort(light.ravel())[int((1 - 0.006) * light.size)]))
`;

/** The film and the S6 over it, from the files that the page fetches; prints how sure it is of the right answers. */
export const numpy = (v: Setting, { right }: Run): string => `import math
${pyWeights("film")}

T, S, SLOTS = 64, 16, 6
cleared = ${v.cleared}
${v.source.kind === "camera" ? pyOwn(v.source.pixels) : pyMade(v)}if cleared:
    frames[cleared - 1] = 0
frames = np.concatenate([frames, np.ones((SLOTS, S, S))])

patches = np.lib.stride_tricks.sliding_window_view(frames, (6, 6), axis=(1, 2)).reshape(len(frames), 121, 36)
best = (patches @ W["detector.weight"].reshape(-1, 36).T).max(1) + W["detector.bias"]

L, E, N, R = len(frames), 64, 16, 2
silu = lambda x: x / (1 + np.exp(-x))
norm = lambda x, w: w * x / np.sqrt((x * x).mean(1, keepdims=True) + 1e-5)
stream = best @ W["stem.weight"].T + W["stem.bias"]
for layer in range(2):
    w = lambda name: W[f"backbone.layers.{layer}.{name}"]
    xz = norm(stream, w("norm.weight")) @ w("mixer.in_proj.weight").T
    x, z = np.vstack([np.zeros((3, E)), xz[:, :E]]), xz[:, E:]
    taps = w("mixer.conv1d.weight")[:, 0]
    u = silu(sum(x[k : k + L] * taps[:, k] for k in range(4)) + w("mixer.conv1d.bias"))
    dt, B, C = np.split(u @ w("mixer.x_proj.weight").T, [R, R + N], axis=1)  # all from the frames themselves
    delta = np.logaddexp(0, dt @ w("mixer.dt_proj.weight").T + w("mixer.dt_proj.bias"))
    A = -np.exp(w("mixer.A_log"))
    h, y = np.zeros((E, N)), np.empty((L, E))
    for t in range(L):
        h = np.exp(delta[t, :, None] * A) * h + (delta[t] * u[t])[:, None] * B[t]
        y[t] = h @ C[t] + w("mixer.D") * u[t]
    stream = stream + (y * silu(z)) @ w("mixer.out_proj.weight").T

logits = norm(stream, W["backbone.norm_f.weight"]) @ W["lm_head.weight"].T + W["lm_head.bias"]
share = np.exp(logits[T:] - logits[T:].max(1, keepdims=True))
share /= share.sum(1, keepdims=True)
right = ${JSON.stringify(right)}  # six: no further glyph
print("it answers", share.argmax(1), "and of the six right answers together is so sure, in percent:")
print(100 * share[np.arange(SLOTS), right].prod() if right else math.nan)
`;
