import { pyNumber } from "../../numpy/text.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** S4's algorithm from A to the kernel; prints how far it is from the definition, and its last lag. */
export const numpy = ({ N, L, dt, cut }: Setting, { read }: Run): string => `import numpy as np

N, L, dt = ${N}, ${L}, ${pyNumber(dt)}
s = np.sqrt(2 * np.arange(N) + 1)
A = -np.tril(np.outer(s, s), -1) - np.diag(np.arange(N) + 1.0)  # HiPPO-LegS
B = s
C = np.array([${Array.from(read, pyNumber).join(", ")}])
I = np.eye(N)
Abar = np.linalg.solve(I - dt / 2 * A, I + dt / 2 * A)  # bilinear
Bbar = np.linalg.solve(I - dt / 2 * A, dt * B)

# normal plus low rank: A = V (diag(Lambda) - P P*) V*, V unitary
P = B / np.sqrt(2)
omega, V = np.linalg.eigh(-1j * (A + np.outer(P, P) + I / 2))
Lambda, Pv, Bv = -0.5 + 1j * omega, V.conj().T @ P, V.conj().T @ B

# once: the row that cuts the series off after L terms
Cv = (${cut ? "C @ (I - np.linalg.matrix_power(Abar, L))" : "C"}) @ V${cut ? "" : "  # not cut off: what is beyond L comes back"}

# at every root of unity: four Cauchy sums, put together by Woodbury
z = np.exp(-2j * np.pi * np.arange(L) / L)
seen = 2 / ((2 / dt) * (1 - z)[:, None] - (1 + z)[:, None] * Lambda)  # c / (g - Lambda)
plain = seen * (1 + z)[:, None] / 2  # 1 / (g - Lambda)
ck00, ck01 = seen @ (Cv * Bv), seen @ (Cv * Pv)
k10, k11 = plain @ (Pv.conj() * Bv), plain @ (Pv.conj() * Pv)
K = np.fft.ifft(ck00 - ck01 * k10 / (1 + k11)).real

wanted = np.array([C @ np.linalg.matrix_power(Abar, l) @ Bbar for l in range(L)])
print("apart from the definition:", np.abs(K - wanted).max())
print(K[-1])
`;
