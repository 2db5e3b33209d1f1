import { pyNormals } from "../../numpy/pieces.ts";
import { pyNumber } from "../../numpy/text.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The transmission and the Kalman filter on its pilots; prints how many symbols that tells wrongly. */
export const numpy = (v: Setting, { link: { L } }: Run): string => `import math

import numpy as np

${pyNormals}

a, r, every = ${pyNumber(v.a)}, 10 ** (-${pyNumber(v.snr)} / 10), ${v.every}
uniform, normal = generator(${v.seed})
fresh, noise = math.sqrt((1 - a * a) / 2), math.sqrt(r / 2)
points = np.array([1 + 1j, 1 - 1j, -1 + 1j, -1 - 1j]) * math.sqrt(0.5)

m, P, wrong = 0j, 1.0, 0  # what is believed of the channel: mean and variance
for t in range(${L}):
    s = int(4 * uniform())
    old = (g.real, g.imag) if t else (0, 0)
    g = complex(*[(a * old[k] + fresh * normal()) if t else math.sqrt(0.5) * normal() for k in (0, 1)])
    y = g * points[s] + complex(noise * normal(), noise * normal())
    if t:
        m, P = a * m, a * a * P + 1 - a * a  # predict
    if t % every == 0:  # a pilot: y over what was sent is a look at g
        K = P / (P + r)
        m, P = m + K * (y * np.conj(points[s]) - m), (1 - K) * P
    else:
        z = y * np.conj(m)
        wrong += (2 if z.real < 0 else 0) + (1 if z.imag < 0 else 0) != s

print(int(wrong))
`;
