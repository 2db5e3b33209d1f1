"""Chapter 130's predictor of a waveform, one sample ahead. `python3 waveform.py OUT NAME [seconds]` trains one of the recipes below. At each step it reads the last
16 samples against a decaying peak, their products with the newest, and the peak's logarithm; it says with which 16 coefficients the next sample follows from
them, and how far to trust that. Whole 16-bit numbers in, Laplace's code length as the loss. Needs spoken-digits.i16 and .json in $DATA: takes 2 to 4 are counted
once, at the end, takes 5 and 6 are held back to choose between recipes."""
import json, math, os, sys
import numpy as np
import torch
from fit import Fit, save
from mamba import MambaTagger

torch.backends.cuda.matmul.allow_tf32 = False  # a coefficient that is off by a thousandth is heard
TEST, CHOOSE = (2, 3, 4), (5, 6)  # takes
LENGTH, ORDER, FADE, LEAST = 2048, 16, 1 - 1 / 256, 0.3


def peak_of(x):
    """1 + the largest |x| so far, each less by 1/256 a step: x [n, L]."""
    e, k, power = x.abs(), 1, FADE
    while k < x.shape[1]:
        e = torch.cat([e[:, :k], torch.maximum(e[:, k:], power * e[:, :-k])], 1)
        k, power = 2 * k, power * power
    return 1 + e


def past_of(x, peak):
    """[n, L, 16]: the newest sample first, all against the present peak."""
    return torch.nn.functional.pad(x, (ORDER - 1, 0)).unfold(1, ORDER, 1).flip(-1) / peak[..., None]


def read(z, peak, kind):
    level = torch.log(peak)[..., None] / 8
    if kind == "newest":
        return torch.cat([z[..., :1], level], -1)
    if kind == "samples":
        return torch.cat([z, level], -1)
    return torch.cat([z, 4 * z[..., :1] * z, level], -1)


INPUTS = {"newest": 2, "samples": ORDER + 1, "products": 2 * ORDER + 1}


def said(model, x, kind):
    """Prediction of the sample after each of x [n, L], and the scale of its misses."""
    peak = peak_of(x)
    z = past_of(x, peak)
    out = model(read(z, peak, kind)).float()
    ahead = (out[..., :ORDER] * z).sum(-1) if kind == "products" else z[..., 0] + out[..., 0]
    return ahead * peak, LEAST + peak * torch.exp(out[..., -1].clamp(-12, 2))


def drawn(stream, batch):
    """Whole numbers [batch, LENGTH + 1]: a stretch of the stream at some loudness and tilt, half of them with noise, some with a silence."""
    dev = stream.device
    u = lambda *shape: torch.rand(batch, *shape, device=dev)
    at = (u(1) * (len(stream) - LENGTH - 2)).long() + torch.arange(LENGTH + 2, device=dev)
    x = stream[at]
    x = x[:, 1:] + (u(1) * 1.4 - 0.7) * (u(1) < 0.5) * x[:, :-1]
    x = x * torch.exp2(4 * u(1) - 3)
    begin, long = u(1) * LENGTH, u(1) * LENGTH / 2
    t = torch.arange(LENGTH + 1, device=dev)
    x = torch.where((u(1) < 0.3) & (t > begin) & (t < begin + long), 0.0, x)
    x = x + torch.randn(batch, LENGTH + 1, device=dev) * (u(1) < 0.5) * torch.exp(5 * u(1) - 1)
    return torch.where(u(1) < 0.5, -x, x).round().clamp(-32768, 32767)


def loss_of(stream, batch, kind):
    def loss(model, i):
        with torch.no_grad(), torch.autocast("cuda", enabled=False):
            x = drawn(stream, batch)
        ahead, b = said(model, x[:, :-1], kind)
        each = torch.log(2 * b) + (x[:, 1:] - ahead).abs() / b
        return each[:, ORDER:].mean() / math.log(2)

    return loss


@torch.no_grad()
def judged(model, clips, kind):
    """Bits a sample: by the scale that it says, and by a scale that is tracked behind it (a 32nd a step); the mean over all samples."""
    own, tracked, count = 0.0, 0.0, 0
    for k in range(0, len(clips), 64):
        some = clips[k : k + 64]
        L = -(-max(len(c) for c in some) // 8) * 8
        x = torch.stack([torch.nn.functional.pad(c, (0, L + 1 - len(c))) for c in some])
        ahead, b = said(model, x[:, :-1], kind)
        e = (x[:, 1:] - ahead.round()).abs()
        there = torch.arange(1, L + 1, device=x.device) < torch.tensor([len(c) for c in some], device=x.device)[:, None]
        m, bits = torch.full_like(e[:, 0], 64.0), []
        for t in range(L):
            s = m + LEAST
            bits.append(torch.log2(2 * s) + e[:, t] / s / math.log(2))
            m = m + (e[:, t] - m) / 32
        own += float(((torch.log2(2 * b) + e / b / math.log(2)) * there).sum())
        tracked += float((torch.stack(bits, 1) * there).sum())
        count += int(there.sum())
    return [round(own / count, 4), round(tracked / count, 4)]


RECIPES = {
    "two-16": dict(d=16, layers=2, lr=5e-3, seed=1, kind="products"),
    "one-16": dict(d=16, layers=1, lr=5e-3, seed=1, kind="products"),
    "three-16": dict(d=16, layers=3, lr=4e-3, seed=1, kind="products"),
    "two-32": dict(d=32, layers=2, lr=4e-3, seed=1, kind="products"),
    "samples-16": dict(d=16, layers=2, lr=5e-3, seed=1, kind="samples"),
    "samples-32": dict(d=32, layers=2, lr=4e-3, seed=1, kind="samples"),
    "newest-16": dict(d=16, layers=2, lr=5e-3, seed=1, kind="newest"),
}


def main(out, name, seconds=400, batch=int(os.environ.get("BATCH", 32))):
    r = RECIPES[name]
    torch.manual_seed(r["seed"])
    root = os.environ["DATA"]
    index = json.load(open(f"{root}/spoken-digits.json"))["recordings"]
    raw = np.fromfile(f"{root}/spoken-digits.i16", "<i2").astype(np.float32)
    clips = lambda wanted: [torch.from_numpy(raw[at : at + n]).cuda() for _, _, take, at, n in index if wanted(take)]
    learnt = clips(lambda take: take not in TEST + CHOOSE)
    stream = torch.cat([learnt[k] for k in np.random.default_rng(1).permutation(len(learnt))])
    model = MambaTagger(INPUTS[r["kind"]], ORDER + 1 if r["kind"] == "products" else 2, r["d"], r["layers"], drop=0.0)
    with torch.no_grad():  # it begins as the sample before, and a tenth of the peak off
        model.lm_head.weight.mul_(0.1)
        model.lm_head.bias.zero_()
        model.lm_head.bias[-1] = -2.3
        if r["kind"] == "products":
            model.lm_head.bias[0] = 1
    limit = 40000
    fit = Fit(model, loss_of(stream, batch, r["kind"]), limit, r["lr"], 0.01, r["seed"], average=0.999, half=False)
    steps = int(os.environ.get("STEPS", 0))
    if not steps:  # as many as the seconds hold, from the speed beside the other runs
        import time
        from fit import schedule

        first = [p.detach().clone() for p in fit.parameters]
        time.sleep(20)
        fit.steps = 150
        fit.run()
        steps = min(limit, int(150 * float(seconds) / fit.seconds))
        fit._restart(first)
        fit.steps, fit.n = steps, 0
        fit.lrs[:steps] = schedule(steps, r["lr"]).cuda()
    print(name, steps, "steps", sum(p.numel() for p in model.parameters()), "parameters", flush=True)
    held = {what: clips(lambda take: take in takes) for what, takes in (("choose", CHOOSE), ("test", TEST))}
    tell = lambda fit: print(name, fit.n, f"loss {fit.recent():.4f}", judged(fit.averaged(), held["choose"], r["kind"]), flush=True)
    fit.run(float(seconds) * 1.15, tell, max(100, steps // 4))
    model = fit.averaged()
    about = dict(r, batch=batch, length=LENGTH, steps=steps, done=fit.n, seconds=fit.seconds, card=torch.cuda.get_device_name(), shape=model.shape,
                 parameters=sum(p.numel() for p in model.parameters()), judged=["bits a sample, its own scale", "a tracked scale"],
                 **{what: judged(model, clips, r["kind"]) for what, clips in held.items()})  # fmt: skip
    print(name, json.dumps(about), flush=True)
    save(model, f"{out}/waveform-{name}.safetensors", about)


if __name__ == "__main__":
    main(*sys.argv[1:])
