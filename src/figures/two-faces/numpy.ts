import { pyVector } from "../../numpy/text.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The chunked algorithm with matrix products, checked against the recurrence and the matrix; prints the last output. */
export const numpy = ({ N, chunk }: Setting, { tokens, layer }: Run): string => `import numpy as np

tokens = ${JSON.stringify(tokens)}
N, Q = ${N}, ${chunk}
a = ${pyVector(layer.a)}
B = ${pyVector(layer.B)}.reshape(-1, N)  # with the step size in it
C = ${pyVector(layer.C)}.reshape(-1, N)
u = ${pyVector(layer.x)}
T = len(a)

# The matrix: scores, times all decays in between.
decay = np.zeros((T, T))
for j in range(T):
    decay[j:, j] = np.cumprod(np.r_[1.0, a[j + 1 :]])
M = decay * (C @ B.T)

# The recurrence.
h, y = np.zeros(N), np.zeros(T)
for t in range(T):
    h = a[t] * h + B[t] * u[t]
    y[t] = C[t] @ h

# By chunks: products of small matrices inside, a state between.
z, entering = np.zeros(T), np.zeros(N)
for s in range(0, T, Q):
    k = slice(s, min(s + Q, T))
    since = np.cumprod(a[k])  # the decays since the chunk began
    z[k] = M[k, k] @ u[k] + since * (C[k] @ entering)
    entering = since[-1] * entering + (decay[k, k][-1] * u[k]) @ B[k]
    print("state after token", k.stop, entering)

assert np.allclose(M @ u, y, rtol=0, atol=1e-11)
assert np.allclose(z, y, rtol=0, atol=1e-11)
for s in range(Q, T, Q):  # rows of this chunk and later ones, columns of all before
    assert np.linalg.matrix_rank(M[s:, :s], tol=1e-9 * max(1e-300, np.abs(M[s:, :s]).max())) <= N
print("outputs:", np.round(z, 4))
print(z[-1])
`;
