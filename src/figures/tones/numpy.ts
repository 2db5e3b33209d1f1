import { pyNumber } from "../../numpy/text.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const list = (x: Iterable<number>) => `np.array([${Array.from(x, pyNumber).join(", ")}])`;

/** A convolution by its transforms; prints how far it is from the direct sum, and the last sample that counts. */
export const numpy = (_: Setting, { n, K, u }: Run): string => `import numpy as np

K = ${list(K)}
u = ${list(u.subarray(0, K.length))}
n = ${n}  # samples of the circle

j = np.arange(n)
wave = np.exp(-2j * np.pi * np.outer(j, j[:len(K)]) / n)
K_hat, u_hat = wave @ K, wave @ u  # np.fft.fft(K, n), np.fft.fft(u, n)
y = np.fft.ifft(K_hat * u_hat).real
print("apart from the direct sum:", np.abs(y[:len(u)] - np.convolve(K, u)[:len(u)]).max())
print(y[len(u) - 1])
`;
