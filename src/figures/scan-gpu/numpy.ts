import { pyNumber } from "../../numpy/text.ts";
import { pyGenerator } from "../../numpy/pieces.ts";
import { chunkOf, FIRST } from "./compute.ts";
import { RESET } from "./data.ts";
import type { Setting } from "./params.ts";

/** The three scans that share the work out. */
const parallel = `def hillis_steele(a, b):  # every level joins all pairs at once
    gap = 1
    while gap < len(a):
        before = np.r_[np.ones(gap), a[:-gap]], np.r_[np.zeros(gap), b[:-gap]]
        a, b = join(before, (a, b))
        gap *= 2
    return a, b


def blelloch(a, b):  # up a tree and down again; len(a) is a power of two
    x, y, size, gap = a.copy(), b.copy(), len(a), 1
    while gap < size:
        left, right = np.s_[gap - 1::2 * gap], np.s_[2 * gap - 1::2 * gap]
        x[right], y[right] = join((x[left], y[left]), (x[right], y[right]))
        gap *= 2
    x[-1], y[-1] = 1, 0
    while gap > 1:
        gap //= 2
        left, right = np.s_[gap - 1::2 * gap], np.s_[2 * gap - 1::2 * gap]
        old, parent = (x[left].copy(), y[left].copy()), (x[right].copy(), y[right].copy())
        x[left], y[left] = parent
        x[right], y[right] = join(parent, old)
    return join((x, y), (a, b))


def chunks(a, b):  # one row a chunk: all chunks at once
    a, b = a.reshape(-1, chunk), b.reshape(-1, chunk)
    x, y = a.copy(), b.copy()
    for t in range(1, chunk):
        x[:, t], y[:, t] = join((x[:, t - 1], y[:, t - 1]), (a[:, t], b[:, t]))
    carry = np.zeros(len(a))  # from chunk to chunk
    for k in range(1, len(a)):
        carry[k] = x[k - 1, -1] * carry[k - 1] + y[k - 1, -1]
    return x.ravel(), (x * carry[:, None] + y).ravel()`;

/** The first series, scanned in four ways that must agree; prints its last state. */
export const numpy = (v: Setting): string => `import numpy as np

n, seed, chunk = ${FIRST}, ${v.seed}, ${Math.min(FIRST, chunkOf(v, FIRST))}


${pyGenerator}
    return uniform


uniform = generator(seed)
draws = np.array([[uniform(), uniform()] for _ in range(n)])
u, x = draws.T
single = lambda x: np.float32(x).astype(float)  # as the graphics card holds it
a = single(np.where(u < ${pyNumber(RESET)}, 0, 1 - 0.1 * u * u))  # now and then all is forgotten
b = single((1 - a) * (2 * x - 1))


def join(earlier, later):
    (a1, b1), (a2, b2) = earlier, later
    return a2 * a1, a2 * b1 + b2


def one_thread(a, b):
    h, pairs = (1.0, 0.0), []
    for pair in zip(a, b):
        h = join(h, pair)
        pairs.append(h)
    return np.array(pairs).T


${parallel}


h = one_thread(a, b)[1]
for scan in hillis_steele, blelloch, chunks:
    print(scan.__name__, "differs by", np.abs(scan(a, b)[1] - h).max())
print(float(h[-1]))  # the state after ${FIRST} pairs
`;
