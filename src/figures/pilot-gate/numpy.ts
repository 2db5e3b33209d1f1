import { pyNumber } from "../../numpy/text.ts";
import type { Setting } from "./params.ts";

/** The Kalman filter's gain at the pilots until it has settled; prints what is forgotten from pilot to pilot, in per cent. */
export const numpy = (v: Setting): string => `import numpy as np

a, r, every = ${pyNumber(v.a)}, 10 ** (-${pyNumber(v.snr)} / 10), ${v.every}
P = 1.0
for t in range(400 * every):
    if t:
        P = a * a * P + 1 - a * a
    K = P / (P + r) if t % every == 0 else 0.0  # a gate: open at the pilots, shut between
    P = (1 - K) * P
    if t % every == 0:
        at_pilot = K

print("gain at a pilot:", at_pilot, " as Mamba's gate, delta:", -np.log1p(-at_pilot))
print(100 * (1 - (1 - at_pilot) * a**every))
`;
