import { pyMatrix, pyNumber, pyVector } from "../../numpy/text.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const sequential = `x = list(zip(a, b))
for i in range(1, n):
    x[i] = join(x[i - 1], x[i])
`;

const hillisSteele = `x = list(zip(a, b))
gap = 1
while gap < n:
    x = [x[i] if i < gap else join(x[i - gap], x[i]) for i in range(n)]
    gap *= 2
`;

/** The tree cut to n elements is the tree filled up with (1, 0): that changes the count, not the result. */
const blelloch = `size = 1 << (n - 1).bit_length()
x = list(zip(a, b)) + [(1.0, 0.0)] * (size - n)
gap = 1
while gap < size:  # up
    for right in range(2 * gap - 1, size, 2 * gap):
        x[right] = join(x[right - gap], x[right])
    gap *= 2
x[size - 1] = (1.0, 0.0)
while gap > 1:  # down
    gap //= 2
    for right in range(2 * gap - 1, size, 2 * gap):
        left = right - gap
        x[left], x[right] = x[right], join(x[right], x[left])
`;

const chunked = (chunk: number) => `size = min(${chunk}, n)
x = list(zip(a, b))
totals = []  # reduce each chunk, all at once
for start in range(0, n - size, size):
    total = x[start]
    for i in range(start + 1, start + size):
        total = join(total, x[i])
    totals.append(total)
for j in range(1, len(totals)):  # carry
    totals[j] = join(totals[j - 1], totals[j])
for start in range(0, n, size):  # scan each from its carry
    if start > 0:
        x[start] = join(totals[start // size - 1], x[start])
    for i in range(start + 1, min(start + size, n)):
        x[i] = join(x[i - 1], x[i])
`;

function pairsIn(v: Setting, r: Run): string {
  if (v.from === "own")
    return `pairs = ${pyMatrix(v.pairs)}
a, b = (np.resize(row, ${r.xs.length}) for row in pairs)`;
  const u = Float64Array.from(r.xs, ([, b]) => b);
  return `a = np.full(${r.xs.length}, ${pyNumber(v.a)})
b = ${pyVector(u)}  # ${pyNumber(v.b)} times the input`;
}

/** The scan of the present pairs; prints the last state. */
export function numpy(v: Setting, r: Run): string {
  const steps = {
    sequential,
    hillisSteele,
    blelloch,
    blellochInclusive: `${blelloch}x = [join(x[i], (a[i], b[i])) for i in range(n)]  # each with its own
`,
    chunked: chunked(v.chunk),
  }[v.algorithm];
  const [p, q] = v.swap ? ["later", "earlier"] : ["earlier", "later"];
  return `import numpy as np

${pairsIn(v, r)}
n = len(a)


def join(earlier, later):${v.swap ? "  # the wrong way round" : ""}
    (a1, b1), (a2, b2) = ${p}, ${q}
    return a2 * a1, a2 * b1 + b2


${steps}
print("states:", np.array([float(h) for _, h in x[:n]]))
print(float(x[n - 1][1]))
`;
}
