import { pyMatrix, pyNumber } from "../../numpy/text.ts";
import { STEPS } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The state left to itself and its two parts; prints how many times its start it becomes. */
export const numpy = ({ angle, first, second, start }: Setting): string => `import numpy as np

a = np.radians(${pyNumber(angle)})
V = np.array([[1, np.cos(a)], [0, np.sin(a)]])  # the two directions, as columns
eig = np.array([${pyNumber(first)}, ${pyNumber(second)}])
A = V @ np.diag(eig) @ np.linalg.inv(V)
h0 = ${pyMatrix(start)}[:, 0]
parts = V * np.linalg.solve(V, h0)  # one a column

size = []
h = h0
for t in range(${STEPS + 1}):
    assert np.allclose(h, parts @ eig**t)
    size.append(np.linalg.norm(h))
    h = A @ h

print("all starts:", max(np.linalg.norm(np.linalg.matrix_power(A, t), 2) for t in range(${STEPS + 1})))
print(max(size) / size[0] if size[0] else 1.0)
`;
