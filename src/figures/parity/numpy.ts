import { mapsOf } from "../../models/parity/maps.ts";
import { pyNumber } from "../../numpy/text.ts";
import { netOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const rows = (data: ArrayLike<number>, width: number): string => {
  const all = Array.from(data, pyNumber);
  const lines = Array.from({ length: all.length / width }, (_, k) =>
    all.slice(k * width, (k + 1) * width).join(", "),
  );
  return `np.array([${lines.map((line) => `[${line}]`).join(",\n    ")}])`;
};

const stream = (bits: string) => `bits = np.array([int(x) for x in "${bits}"])
odd = np.cumsum(bits) % 2`;

const byHand = ({ bits, one, angle, nought }: Setting) => `import numpy as np

${stream(bits)}
angle = ${angle}
turn = -1 if angle == 180 else 1j if angle == 90 else np.exp(1j * np.radians(angle))
factors = [${pyNumber(nought)}, ${pyNumber(one)} * turn]  # of a 0, of a 1

h, right = 1, 0
for bit, wanted in zip(bits, odd):
    h = factors[bit] * h
    right += (np.real(h) < 0) == wanted
print("answers right of", len(bits))
print(right)
`;

/** The net looked at, as it stands, on the reader's bits: its maps filled in. */
function ofNet(r: Run, v: Setting): string {
  const { net } = netOf(r, v, v.net);
  const { re, im, b } = mapsOf(net.sizes, net.weights);
  const { W, bias, out, outBias } = net.weights;
  const { N, units } = net.sizes;
  const turns = v.net === "rotation";
  const width = re.length / 2;
  const [even, uneven] = [0, 1].map((part) => b.filter((_, i) => i % 2 === part));
  const maps = turns
    ? `a = ${rows(re, width)} + 1j * ${rows(im, width)}
b = ${rows(even!, width)} + 1j * ${rows(uneven!, width)}`
    : `a = ${rows(re, width)}
b = ${rows(b, N)}`;
  return `import numpy as np

${stream(v.bits)}
# a row for the bit 0, one for the bit 1: h is multiplied by a, and b is added
${maps}
# units with SiLU read the state
W = ${rows(W, N)}
bias = ${rows(bias, units)}[0]
out = ${rows(out, units)}[0]
silu = lambda x: x / (1 + np.exp(-x))

h, right = np.zeros(a.shape[1], a.dtype), 0
for bit, wanted in zip(bits, odd):
    h = a[bit] * h + b[bit]
    state = ${turns ? "np.stack([h.real, h.imag], 1).ravel()" : "h"}
    logit = out @ silu(W @ state + bias) + ${pyNumber(outBias[0]!)}
    right += (logit > 0) == wanted
print("answers right of", len(bits))
print(right)
`;
}

/** What the picture shows by hand, or the net looked at on the reader's bits; prints how many answers are right. */
export const numpy = (v: Setting, r: Run): string => (v.show === "hand" ? byHand(v) : ofNet(r, v));
