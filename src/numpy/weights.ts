/** Reads the card and all tensors W of a shipped model, as `models/shipped/weights.ts` does. */
export const pyWeights = (id: string): string => `import json
from pathlib import Path

import numpy as np

# The files models/${id}/card.json and weights.bin of this site; in the course's repository they lie here:
folder = Path("public/models/${id}")
card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
raw = (folder / "weights.bin").read_bytes()
W, at = {}, 0
for name, shape, kind in card["tensors"]:
    n, row = int(np.prod(shape)), shape[-1]
    if kind == "i8":  # a scale for each row, then the rows as int8
        scale = np.frombuffer(raw, "<f2", n // row, at).astype("f4")
        at += 2 * len(scale)
        data = scale[:, None] * np.frombuffer(raw, "i1", n, at).reshape(-1, row)
        at += n
    else:
        data = np.frombuffer(raw, "<f2", n, at)
        at += 2 * n
    W[name] = data.astype(float).reshape(shape)
`;
