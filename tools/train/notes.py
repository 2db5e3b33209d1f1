"""The three students of chapter 120: a Mamba, a Transformer and an LSTM of equal size take notes in a lecture of names and numbers and are asked. `python3
notes.py OUT NAME [seconds]` trains one of the recipes below. A lecture says each of K names with a number, a quarter of them a second time, where half of those
get another number, and the last one counts; filler stands between. The lectures grow while all three learn. The exam asks 16 times `? name`; what is answered is not read. Needs no data."""
import json, os, sys
import torch
import torch.nn.functional as F
from fit import Fit, save
from mamba import MambaLM
from rivals import LSTM, Transformer

NAMES, NUMBERS, FILLERS = 24, 24, 15
NUMBER, FILLER, ASK = NAMES, NAMES + NUMBERS, NAMES + NUMBERS + FILLERS  # the first id of each kind
VOCAB = ASK + 1
LECTURE, ASKED = 160, 16  # tokens of a lecture at most, questions of an exam
LENGTH = LECTURE + 2 * ASKED
GROWS = 0.5  # the part of the steps over which lectures grow from four names at most in 16 tokens to all
CHOOSE, TEST = 10**9, 2 * 10**9  # seeds of the streams to choose by and to report


def lectures(ease, random):
    """n streams from a generator on its device, as hard as `ease` [n] says (1 for all of it): tokens [n, 192], where each lecture ends [n], the numbers asked
    for [n, 16] and K [n]."""
    dev, n = random.device, len(ease)
    u = lambda *shape: torch.rand(n, *shape, generator=random, device=dev)
    below = lambda k, *shape: (u(*shape) * k).long()
    K = 1 + (u() * (4 + (NAMES - 4) * ease)).long()
    name, said = u(NAMES).argsort(1), torch.arange(NAMES, device=dev) < K[:, None]
    twice = said & (u(NAMES) < 0.25)
    first, other = below(NUMBERS, NAMES), below(NUMBERS - 1, NAMES)
    last = torch.where(twice & (u(NAMES) < 0.5), (first + 1 + other) % NUMBERS, first)
    key = torch.where(torch.cat([said, twice], 1), u(2 * NAMES), 2.0)  # when each statement comes
    a, b = key.chunk(2, 1)
    number = torch.cat([torch.where(a < b, first, last), torch.where(a < b, last, first)], 1)
    number = torch.where(torch.cat([twice, twice], 1), number, torch.cat([first, first], 1))
    order = key.argsort(1)
    S = K + twice.sum(1)
    names, numbers = name.repeat(1, 2).gather(1, order), number.gather(1, order)
    T = 2 * S + (u() * ((16 + (LECTURE - 16) * ease - 2 * S).clamp(min=0) + 1)).long()
    # T − S items, S of them statements of two tokens
    item = torch.arange(LECTURE, device=dev)
    place = torch.where(item < (T - S)[:, None], u(LECTURE), 2.0)
    fact = place <= place.sort(1).values.gather(1, S[:, None] - 1)
    before = fact.cumsum(1) - fact.long()
    at = torch.where(fact, item + before, LENGTH)
    tokens = torch.cat([FILLER + below(FILLERS, LENGTH), torch.zeros(n, 2, dtype=torch.long, device=dev)], 1)
    which = before.clamp(max=2 * NAMES - 1)
    tokens.scatter_(1, at, names.gather(1, which)).scatter_(1, torch.where(fact, at + 1, LENGTH), NUMBER + numbers.gather(1, which))
    # the exam: all K names in any order, again from the first where K < 16
    asked = torch.where(said, u(NAMES), 2.0).argsort(1).gather(1, torch.arange(ASKED, device=dev) % K[:, None])
    where = T[:, None] + 2 * torch.arange(ASKED, device=dev)
    tokens.scatter_(1, where, ASK).scatter_(1, where + 1, name.gather(1, asked))
    return tokens[:, :LENGTH], T, NUMBER + last.gather(1, asked), K


def many(ease, seed, each=32768):
    """The same in pieces, held as bytes."""
    random = torch.Generator("cuda").manual_seed(seed)
    parts = [lectures(part, random) for part in ease.split(each)]
    return [torch.cat([p[i] for p in parts]) if i == 1 else torch.cat([p[i].to(torch.uint8) for p in parts]) for i in range(4)]


def answers(model, tokens, T):
    """The logits where the questions' names stand: [n, 16, vocab]."""
    logits = model(tokens.long()).float()
    where = T[:, None] + 2 * torch.arange(ASKED, device=T.device) + 1
    return logits.gather(1, where[..., None].expand(-1, -1, VOCAB))


def loss_of(steps, batch, seed):
    ease = (torch.arange(steps, device="cuda") / (steps * GROWS)).clamp(max=1).repeat_interleave(batch)
    tokens, T, target, _ = many(ease, seed)
    rows = torch.arange(batch, device="cuda")

    def loss(model, i):
        at = i * batch + rows
        said = answers(model, tokens.index_select(0, at), T.index_select(0, at))
        return F.cross_entropy(said.flatten(0, 1), target.index_select(0, at).long().flatten())

    return loss


@torch.no_grad()
def right(model, seed, n=4096):
    """Per cent right, in all and for 1–4, 5–8, … 21–24 names."""
    tokens, T, target, K = many(torch.ones(n, device="cuda"), seed)
    ok = torch.cat([answers(model, tokens[k : k + 512], T[k : k + 512]).argmax(-1) == target[k : k + 512] for k in range(0, n, 512)]).float().mean(1)
    return [round(100 * float(x.mean()), 2) for x in [ok, *(ok[(K - 1) // 4 == part] for part in range(NAMES // 4))]]


MAMBA, TRANSFORMER, LSTM_ = dict(kind="mamba", d=64, layers=2, states=16), dict(kind="transformer", d=52, layers=2, heads=2, looks_back=True), dict(kind="lstm", d=48, hidden=102)
RATES = dict(mamba=(2e-3, 4e-3, 8e-3), transformer=(5e-4, 1e-3, 2e-3), lstm=(2e-3, 4e-3, 8e-3))  # three for each, about where it learns
RECIPES = {
    **{f"{kind['kind']}-{k}": dict(kind, lr=lr) for kind in (MAMBA, TRANSFORMER, LSTM_) for k, lr in zip("abc", RATES[kind["kind"]])},
    **{f"mamba{N}-c": dict(MAMBA, states=N, lr=8e-3) for N in (1, 2, 4, 8)},  # the same with fewer states a channel
    "wide-b": dict(LSTM_, d=64, hidden=256, lr=4e-3),  # an LSTM of five times the size
    "plain-b": dict(TRANSFORMER, looks_back=False, lr=1e-3),  # a Transformer that begins as they usually do
}


def model_of(r):
    if r["kind"] == "transformer":
        return Transformer(VOCAB, r["d"], r["layers"], LENGTH, r["heads"], drop=0.0, drop_attention=0.0, std=r["d"] ** -0.5,
                           looks_back=r["looks_back"])  # fmt: skip
    if r["kind"] == "lstm":
        return LSTM(VOCAB, r["d"], r["hidden"], drop=0.0, std=0.3, lag=LENGTH)
    return MambaLM(VOCAB, r["d"], r["layers"], drop=0.0, drop_u=0.0, states=r["states"])


def main(out, name, seconds=500, steps=int(os.environ.get("STEPS", 10000)), batch=128):
    r = dict(RECIPES[name], decay=0.1, seed=1)
    torch.manual_seed(r["seed"])
    model = model_of(r)
    fit = Fit(model, loss_of(steps, batch, r["seed"]), steps, r["lr"], r["decay"], r["seed"], half=r["kind"] == "transformer")
    fit.run(float(seconds), lambda fit: print(name, fit.n, f"loss {fit.recent():.4f}", right(fit.averaged(), CHOOSE), flush=True), max(1, steps // 8))
    model = fit.averaged()
    about = dict(r, batch=batch, steps=steps, done=fit.n, seconds=fit.seconds, card=torch.cuda.get_device_name(), shape=model.shape,
                 parameters=sum(p.numel() for p in model.parameters()), training_loss=fit.recent(), chosen=right(model, CHOOSE), test=right(model, TEST))  # fmt: skip
    print(name, json.dumps(about), flush=True)
    save(model, f"{out}/{name}.safetensors", about)


if __name__ == "__main__":
    main(*sys.argv[1:])
