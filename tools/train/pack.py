"""Packs a trained checkpoint for the page: `python3 pack.py CHECKPOINT.safetensors OUT_FOLDER CARD.json [f16]`. Needs NumPy alone.

weights.bin holds the tensors one after another in the order of card.json's `tensors`, each [name, shape, kind]: "i8" is a scale for each row (float16) and then
the rows as int8, weight = scale · integer; "f16" is float16, as everything is where asked for. A row is the last axis. card.json takes what CARD.json says (data, licence, …), what the
trainer noted, the size and the SHA-256 of weights.bin."""
import hashlib, json, os, struct, sys
import numpy as np


def read(file):
    """Tensors and the trainer's notes of a float32 safetensors file."""
    raw = open(file, "rb").read()
    (n,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + n])
    about = json.loads(header.pop("__metadata__")["about"])
    take = lambda t: np.frombuffer(raw[8 + n :][t["data_offsets"][0] : t["data_offsets"][1]], "<f4").reshape(t["shape"])
    return {name: take(t) for name, t in header.items()}, about


def pack(weights, half):
    """(bytes, kind): rows of at least four numbers become int8, unless all are to be float16."""
    if half or weights.ndim < 2 or weights.shape[-1] < 4:
        return weights.astype("<f2").tobytes(), "f16"
    rows = weights.reshape(-1, weights.shape[-1])
    scale = np.maximum(np.abs(rows).max(1) / 127, 6e-8).astype("<f2")
    whole = np.clip(np.rint(rows / scale.astype(np.float32)[:, None]), -127, 127).astype(np.int8)
    return scale.tobytes() + whole.tobytes(), "i8"


def main(checkpoint, out, card, precision="i8"):
    tensors, about = read(checkpoint)
    table, parts = [], []
    for name in sorted(tensors):
        data, kind = pack(tensors[name], precision == "f16")
        table.append([name, list(tensors[name].shape), kind])
        parts.append(data)
    weights = b"".join(parts)
    shape = about.pop("shape")
    characters = about.pop("characters", None)
    whole = dict(json.load(open(card)), shape=shape, **({"characters": characters} if characters else {}), training=about,
                 bytes=len(weights), sha256=hashlib.sha256(weights).hexdigest(), tensors=table)  # fmt: skip
    os.makedirs(out, exist_ok=True)
    open(f"{out}/weights.bin", "wb").write(weights)
    json.dump(whole, open(f"{out}/card.json", "w"), ensure_ascii=False, indent=1)
    print(out, len(weights), "bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
