import { sizes, TRAINED, WRITTEN } from "./models.ts";
import { startOf, type Setting } from "./params.ts";

/** What each carries at the end, as arrays; prints the bytes of all three, the Transformer's last, in kB. */
export function numpy(v: Setting): string {
  const { mamba, transformer, lstm } = sizes;
  return `import numpy as np

read = ${startOf(v) + WRITTEN}  # characters read and written
sees = ${v.sight === "all" ? "read" : `min(read, ${TRAINED})`}  # how far back the Transformer looks

layers, E, N, taps = ${mamba.layers}, ${mamba.E}, ${mamba.N}, ${mamba.taps}
mamba = [(np.empty((E, N)), np.empty((taps - 1, E))) for _ in range(layers)]  # h, and the window of the convolution

cells = ${lstm.cells}
lstm = [(np.empty(cells), np.empty(cells))]  # h and c

layers, d = ${transformer.layers}, ${transformer.d}
one = [(np.empty(d), np.empty(d)) for _ in range(layers)]  # a key and a value of one character

size = lambda state: sum(x.nbytes for pair in state for x in pair) / 1e3
print("Mamba, kB:", size(mamba))
print("LSTM, kB:", size(lstm))
print("Transformer, kB:")
print(sees * size(one))
`;
}
