import type { Setting } from "./params.ts";

const signals: Readonly<Record<Setting["signal"], string>> = {
  corner: "np.abs(x % 2 - 1) - 0.5",
  bend: "np.where(x % 2 < 1, 1, -1) * (x % 1) * (1 - x % 1) / 2",
  wave: "np.sin(np.pi * x)",
};

/** The projection of the past on N polynomials by quadrature; prints the gradient, and the error. */
export const numpy = ({ signal, N, span }: Setting): string => `import numpy as np

N, t = ${N}, ${span}

def f(x):
    return ${signals[signal]}

z, w = np.polynomial.legendre.leggauss(52)
left = np.arange(t)[:, None]
x, w = (left + (z + 1) / 2).ravel(), np.tile(w, t) / (2 * t)  # between corners f is smooth
n = np.arange(96)
phi = np.sqrt(2 * n + 1) * np.polynomial.legendre.legvander(2 * x / t - 1, 95)
c = phi.T @ (w * f(x))
left = np.sum(w * f(x) ** 2) - np.sum(c**2)
left = left if left > 1e-13 * np.sum(w * f(x) ** 2) else 0

ratio = 1 / 64  # t0 / t1
now = np.sqrt(2 * n[:N] + 1) * np.polynomial.legendre.legvander(np.array([2 * ratio - 1]), N - 1)[0]
print("gradient 64 times later:", np.linalg.norm(now) * ratio)
print(max(1e-12, np.sqrt(np.sum(c[N:] ** 2) + left)))
`;
