import { pyNumber } from "../../numpy/text.ts";
import type { Setting } from "./params.ts";

/** Both bells on a fine grid, multiplied and divided by the area; prints the mean of the product, and K's way to it. */
export const numpy = ({ m, P, y, R }: Setting): string => `import numpy as np

m, P, y, R = ${[m, P, y, R].map(pyNumber).join(", ")}
bell = lambda h, mean, var: np.exp(-0.5 * (h - mean) ** 2 / var) / np.sqrt(2 * np.pi * var)

h = np.linspace(-25, 25, 20001)
product = bell(h, m, P) * bell(h, y, R)
area = product.sum() * (h[1] - h[0])
posterior = product / area
mean = (h * posterior).sum() * (h[1] - h[0])
var = ((h - mean) ** 2 * posterior).sum() * (h[1] - h[0])

print("precisions:", 1 / P, "+", 1 / R, "=", 1 / var)
K = P / (P + R)
print("by the gain:", m + K * (y - m), " from the grid:", mean)
`;
