import { pyWeights } from "../../numpy/weights.ts";
import { NUMBER, NUMBERS } from "../../models/notes/lecture.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { idOf } from "./students.ts";

/** The LSTM in NumPy, from the files that the page fetches, over lecture and exam; prints how sure it is of its last number, in percent. */
export const numpy = (v: Setting, { ids }: Run): string => `${pyWeights(idOf("lstm", v))}
ids = ${JSON.stringify(Array.from(ids))}  # names from 0, numbers from ${NUMBER}, fillers from ${NUMBER + NUMBERS}, the question mark last
W_x, W_h = W["cells.weight_ih_l0"], W["cells.weight_hh_l0"]
b = W["cells.bias_ih_l0"] + W["cells.bias_hh_l0"]
sigmoid = lambda a: 1 / (1 + np.exp(-a))

h = c = np.zeros(card["shape"]["hidden_size"])  # all that it keeps
for token in ids:
    i, f, g, o = np.split(W_x @ W["embedding.weight"][token] + W_h @ h + b, 4)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    h = sigmoid(o) * np.tanh(c)

logits = W["embedding.weight"] @ (W["projection.weight"] @ h)
share = np.exp(logits - logits.max())
share = share[${NUMBER}:${NUMBER + NUMBERS}] / share.sum()
print("after the last token it says", share.argmax(), "and is so sure, in percent:")
print(100 * share.max())
`;
