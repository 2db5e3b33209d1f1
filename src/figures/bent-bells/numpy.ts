import { pyNumber } from "../../numpy/text.ts";
import { curves } from "./curves.ts";
import type { Setting } from "./params.ts";

/** The three ways through the curve in NumPy; prints the true mean last, by adding up fine cells. */
export const numpy = ({ curve, m, P }: Setting): string => `import numpy as np

m, P = ${pyNumber(m)}, ${pyNumber(P)}
f = lambda h: ${curves[curve].numpy[0]}
slope = lambda h: ${curves[curve].numpy[1]}

print("tangent:", f(m), slope(m) ** 2 * P)

points = np.array([m, m - np.sqrt(3 * P), m + np.sqrt(3 * P)])
weights = np.array([2 / 3, 1 / 6, 1 / 6])
mean = (weights * f(points)).sum()
print("sigma points:", mean, (weights * (f(points) - mean) ** 2).sum())

z = np.linspace(-10, 10, 2001)
mass = np.exp(-0.5 * z**2) / np.sqrt(2 * np.pi) * (z[1] - z[0])
y = f(m + np.sqrt(P) * z)
mean = (mass * y).sum()
print("truth:", (mass * (y - mean) ** 2).sum(), mean)
`;
