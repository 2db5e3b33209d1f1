"""The character models of chapters 110 and 120. `python3 text.py OUT NAME [seconds]` trains one of the recipes below and prints nats a character over the
whole valid file. Needs tinyshakespeare.*.txt and quatrains.*.txt in $DATA."""
import json, os, sys
import torch
import torch.nn.functional as F
from fit import Fit, save
from mamba import MambaLM
from rivals import LSTM, Transformer

QUATRAIN = 40  # characters of a quatrain with its newline before and after, at most


def read(name):
    """The training and validation text and the characters of the training text, in order."""
    train, valid = (open(f"{os.environ['DATA']}/{name}.{part}.txt", encoding="utf8").read() for part in ("train", "valid"))
    return train, valid, sorted(set(train))


def ids_of(text, characters):
    index = {c: i for i, c in enumerate(characters)}
    return torch.tensor([index[c] for c in text], device="cuda")


def poems_of(text, characters):
    """[n, 40] of inputs (newline first) and of targets (newline last), −1 beyond the end; a character outside the vocabulary is skipped."""
    index = {c: i for i, c in enumerate(characters)}
    lines = [l for l in text.split("\n") if l]
    x, y = torch.zeros(len(lines), QUATRAIN, dtype=torch.long), torch.full((len(lines), QUATRAIN), -1)
    for k, line in enumerate(lines):
        ids = [index["\n"], *(index[c] for c in line if c in index), index["\n"]]
        x[k, : len(ids) - 1], y[k, : len(ids) - 1] = torch.tensor(ids[:-1]), torch.tensor(ids[1:])
    return x.cuda(), y.cuda()


def nats(logits, targets):
    return F.cross_entropy(logits.float().flatten(0, 1), targets.flatten(), ignore_index=-1, reduction="sum").double()


@torch.no_grad()
def stateful(model, ids):
    """Nats a character in one pass over the whole text, each but the first said from all before it; a Transformer sees as many as it was trained on."""
    n = len(ids) - 1
    if isinstance(model, Transformer):
        window, stride, total = model.shape["context"], model.shape["context"] // 2, 0.0
        for k in range(0, n, stride):
            a = max(0, k + stride - window)
            b = min(k + stride, n)
            total += nats(model(ids[None, a:b])[:, k - a :], ids[None, k + 1 : b + 1])
        return float(total / n)
    if isinstance(model, LSTM):
        total, state = 0.0, None
        for k in range(0, n, 4096):
            total += nats(model(ids[None, k : min(k + 4096, n)], state=state), ids[None, k + 1 : min(k + 4096, n) + 1])
            state = model.last
        return float(total / n)
    pad = -n % 8
    return float(nats(model(F.pad(ids[:-1], (0, pad))[None]), F.pad(ids[1:], (0, pad), value=-1)[None]) / n)


@torch.no_grad()
def by_poem(model, x, y):
    """Nats a character, each poem from zero state."""
    return float(sum(nats(model(x[k : k + 512]), y[k : k + 512]) for k in range(0, len(x), 512)) / (y >= 0).sum())


@torch.no_grad()
def variation(model, ids):
    """How much selection moves: of each layer, the median over channels of std(Δ)/mean(Δ) along the text."""
    watch = []
    model(ids, watch=watch)
    return [round(float((d.flatten(0, 1).std(0) / d.flatten(0, 1).mean(0)).median()), 3) for d in watch]


E_ = dict(text="tinyshakespeare", batch=16, length=512)
RECIPES = {
    "english-a": dict(E_, kind="mamba", d=128, layers=7, drop=0.1, drop_u=0.1, lr=8e-3, decay=1.5, steps=3300, seed=1),
    "english-b": dict(E_, kind="mamba", d=128, layers=7, drop=0.15, drop_u=0.1, lr=6e-3, decay=1.5, steps=3600, seed=2),
    "english-c": dict(E_, kind="mamba", d=128, layers=7, drop=0.15, drop_u=0.15, drop_layer=0.05, lr=8e-3, decay=1.0, steps=3600, seed=3),
    "english-d": dict(E_, kind="mamba", d=128, layers=7, drop=0.15, drop_u=0.1, lr=8e-3, decay=2.0, steps=3600, seed=4),
    "tiny-a": dict(E_, kind="mamba", d=96, layers=4, drop=0.03, drop_u=0.05, lr=8e-3, decay=3.0, steps=3600, seed=1),
    "tiny-b": dict(E_, kind="mamba", d=96, layers=4, drop=0.05, drop_u=0.08, lr=8e-3, decay=2.0, steps=4500, seed=2),
    "transformer-a": dict(E_, kind="transformer", d=128, layers=4, drop=0.1, lr=2e-3, decay=0.5, batch=32, length=256, steps=6000, seed=1),
    "transformer-b": dict(E_, kind="transformer", d=104, layers=6, drop=0.1, lr=2e-3, decay=0.5, batch=32, length=256, steps=6000, seed=2),
    "transformer-c": dict(E_, kind="transformer", d=104, layers=6, drop=0.15, lr=2e-3, decay=1.0, batch=16, length=512, steps=6000, seed=3),
    "transformer-d": dict(E_, kind="transformer", d=104, layers=6, drop=0.15, lr=3e-3, decay=0.5, batch=32, length=256, steps=6000, seed=4),
    "lstm-a": dict(E_, kind="lstm", d=128, hidden=376, drop=0.4, lr=6e-3, decay=1.0, batch=32, length=256, steps=5000, seed=1),
    "lstm-b": dict(E_, kind="lstm", d=128, hidden=376, drop=0.4, lr=4e-3, decay=0.5, batch=32, length=256, steps=5000, seed=2),
    "lstm-c": dict(E_, kind="lstm", d=128, hidden=376, drop=0.5, lr=6e-3, decay=1.0, batch=32, length=256, steps=5000, seed=3),
    "lstm-d": dict(E_, kind="lstm", d=128, hidden=376, drop=0.3, lr=4e-3, decay=1.0, batch=16, length=512, steps=5000, seed=4),
    "chinese-a": dict(text="quatrains", kind="mamba", d=192, layers=6, drop=0.2, drop_u=0.0, drop_layer=0.1, lr=4e-3, decay=1.0, batch=256, steps=5000, seed=1),
    "chinese-b": dict(text="quatrains", kind="mamba", d=192, layers=6, drop=0.2, drop_u=0.05, drop_layer=0.1, lr=4e-3, decay=1.5, batch=256, steps=5000, seed=2),
}


def model_of(r, vocab):
    if r["kind"] == "transformer":
        return Transformer(vocab, r["d"], r["layers"], r["length"], drop=r["drop"], drop_attention=r["drop"])
    if r["kind"] == "lstm":
        return LSTM(vocab, r["d"], r["hidden"], r["drop"])
    return MambaLM(vocab, r["d"], r["layers"], r["drop"], r["drop_u"], r.get("drop_layer", 0.0))


def english(r, train, valid, characters):
    """What a step learns from, and how the model is judged."""
    ids, held = ids_of(train, characters), ids_of(valid, characters)
    at = torch.randint(len(ids) - r["length"] - 1, (r["steps"], r["batch"]), generator=torch.Generator().manual_seed(r["seed"])).cuda()
    along = torch.arange(r["length"] + 1, device="cuda")

    def loss(model, i):
        window = ids[at.index_select(0, i)[0][:, None] + along]
        return F.cross_entropy(model(window[:, :-1]).float().flatten(0, 1), window[:, 1:].flatten())

    return loss, lambda model: stateful(model, held), lambda model: variation(model, held[None, :4096])


def quatrains(r, train, valid, characters):
    (x, y), (xv, yv) = poems_of(train, characters), poems_of(valid, characters)
    generator = torch.Generator().manual_seed(r["seed"])
    rounds = -(-r["steps"] * r["batch"] // len(x))
    order = torch.cat([torch.randperm(len(x), generator=generator) for _ in range(rounds)])[: r["steps"] * r["batch"]].view(r["steps"], -1).cuda()

    def loss(model, i):
        rows = order.index_select(0, i)[0]
        return F.cross_entropy(model(x.index_select(0, rows)).float().flatten(0, 1), y.index_select(0, rows).flatten(), ignore_index=-1)

    return loss, lambda model: by_poem(model, xv, yv), lambda model: variation(model, xv[:256])


def main(out, name, seconds=500):
    r = dict(RECIPES[name])
    r["steps"] = int(os.environ.get("STEPS", r["steps"]))
    train, valid, characters = read(r["text"])
    torch.manual_seed(r["seed"])
    model = model_of(r, len(characters))
    loss, judge, vary = (quatrains if r["text"] == "quatrains" else english)(r, train, valid, characters)
    fit = Fit(model, loss, r["steps"], r["lr"], r["decay"], r["seed"])
    fit.run(float(seconds), lambda fit: print(name, fit.n, f"loss {fit.recent():.4f}", f"held out {judge(fit.averaged()):.4f}", flush=True), max(1, r["steps"] // 5))
    model = fit.averaged()
    about = dict(r, done=fit.n, seconds=fit.seconds, card=torch.cuda.get_device_name(), shape=model.shape, parameters=sum(p.numel() for p in model.parameters()),
                 held_out=judge(model), training_loss=fit.recent(), delta_variation=vary(model) if r["kind"] == "mamba" else None)  # fmt: skip
    print(name, json.dumps(about), flush=True)
    save(model, f"{out}/{name}.safetensors", dict(about, characters="".join(characters)))


if __name__ == "__main__":
    main(*sys.argv[1:])
