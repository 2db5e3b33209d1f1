import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The table shown; prints how far each row lies below the first, and the value in focus. */
export const numpy = (_: Setting, { table, at }: Run): string => `import numpy as np

# Mamba, arXiv 2312.00752 v2
value = np.array([${table.rows.map(({ value }) => value).join(", ")}])
print("below the first row, %:", np.round(100 * (1 - value / value[0]), 1))
print("nats:", np.round(np.log(value[0] / value), 3))
print(value[${at}])
`;
