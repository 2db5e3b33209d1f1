import { pyMatrix } from "../../numpy/text.ts";
import type { Setting } from "./params.ts";

const small = ({ tokens, c }: Setting) => `import numpy as np

delta, u = ${pyMatrix(tokens)}
c = ${c}
starts = range(0, len(u), c)


def walk(h, start):
    states = []
    for t in range(start, min(start + c, len(u))):
        h = 2.0 ** -delta[t] * h + delta[t] * u[t]  # A = -ln 2, B = C = 1
        states.append(h)
    return states


# K1: every chunk but the last, from 0
ends = [walk(0.0, start)[-1] for start in starts[:-1]]
times = [delta[start : start + c].sum() for start in starts[:-1]]

enters = [0.0]  # K2: what enters each chunk
for end, time in zip(ends, times):
    enters.append(2.0**-time * enters[-1] + end)

# K3: every chunk again, from what enters it
y = np.concatenate([walk(h, start) for h, start in zip(enters, starts)])
print(y)
print(float(y[-1]))
`;

const whole = ({ L, D, N, chunk }: Setting) => `L, D, N = ${L}, ${D}, ${N}
c = min(${chunk}, L)
chunks = -(-L // c)


def segments(series, chunks, threads=256, at_once=8):
    """Into how many segments K2 cuts the chunks of each series."""
    s = 1
    while s < 64 and s * series < 131072 and s * at_once < chunks:
        s *= 2
    while threads / s >= 2 * series and s < threads:
        s *= 2
    return s


if chunks == 1:
    chain = c  # K3 alone
else:
    s = segments(D * N, chunks)
    length = -(-(chunks - 1) // s)
    k2 = length if s == 1 else length + (s - 1) + length
    chain = c + k2 + c  # K1, K2, K3
print(chain)
`;

/** The three dispatches of the small scan, or the layer's chain; prints the last output, or the chain's steps. */
export const numpy = (v: Setting): string => (v.show === "numbers" ? small(v) : whole(v));
