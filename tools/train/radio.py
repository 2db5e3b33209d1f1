"""Chapter 130's receiver: QPSK symbols over a channel that fades as g ← a g + v, with known symbols (pilots) between. `python3 radio.py OUT NAME [seconds]`
trains one of the recipes below; it is told what is received, the pilots, the signal-to-noise ratio and how fast the channel fades, and learns from the symbols
alone. Simulated on the card from a seed; judged beside the Kalman filter that knows the channel's law. Needs no data."""
import json, math, os, sys
import torch
import torch.nn.functional as F
from fit import Fit, save
from mamba import MambaTagger

LENGTH = 256
SNR, FADE, SPACING = (0.0, 25.0), (-3.0, -1.3), (2, 32)  # dB; log10(1 − a): a from 0.999 to 0.95; a pilot every so many symbols
CHOOSE, TEST = 10**9, 2 * 10**9  # seeds of the simulations to choose by and to report


def turned(a, b):
    """a · conj(b) of complex numbers, held as [..., 2]."""
    return torch.stack([a[..., 0] * b[..., 0] + a[..., 1] * b[..., 1], a[..., 1] * b[..., 0] - a[..., 0] * b[..., 1]], -1)


def times(a, b):
    return torch.stack([a[..., 0] * b[..., 0] - a[..., 1] * b[..., 1], a[..., 0] * b[..., 1] + a[..., 1] * b[..., 0]], -1)


def points(s):
    """The symbols 0 … 3 as ±√½ ± √½ i: 2 stands for a negative real part, 1 for a negative imaginary one."""
    return torch.stack([1 - 2 * (s // 2), 1 - 2 * (s % 2)], -1) * math.sqrt(0.5)


def decided(z):
    return 2 * (z[..., 0] < 0).long() + (z[..., 1] < 0).long()


def simulate(snr, a, pilot, random):
    """snr, a [n], pilot [n, L] → symbols [n, L], the channel g and what is received y [n, L, 2]; E|g|² = 1, noise of 10^(−snr/10)."""
    n, L = pilot.shape
    dev = pilot.device
    s = (torch.rand(n, L, generator=random, device=dev) * 4).long().clamp(max=3)
    g = torch.randn(n, L, 2, generator=random, device=dev) * math.sqrt(0.5)
    g[:, 1:] = g[:, 1:] * torch.sqrt(1 - a * a)[:, None, None]
    k, power = 1, a[:, None, None]
    while k < L:  # g_t ← Σ_j a^j v_{t−j}, by doubling
        g = torch.cat([g[:, :k], g[:, k:] + power * g[:, :-k]], 1)
        k, power = 2 * k, power * power
    noise = torch.randn(n, L, 2, generator=random, device=dev) * math.sqrt(0.5)
    return s, g, times(g, points(s)) + noise * (10 ** (-snr / 20))[:, None, None]


def settings(n, random, dev):
    """Drawn from all that the page allows: snr, a [n] and where the pilots are [n, L]. Half come regularly, a quarter with a stretch lost, a quarter by lot."""
    u = lambda *shape: torch.rand(n, *shape, generator=random, device=dev)
    snr = SNR[0] + u() * (SNR[1] - SNR[0])
    a = 1 - 10 ** (FADE[0] + u() * (FADE[1] - FADE[0]))
    every = torch.exp(math.log(SPACING[0]) + u() * math.log(SPACING[1] / SPACING[0])).round()[:, None]
    t = torch.arange(LENGTH, device=dev)[None]
    regular, kind = t % every == 0, u()[:, None]
    begin, long = u()[:, None] * LENGTH, 16 + u()[:, None] * 64
    lost = regular & ~((t > begin) & (t < begin + long))
    by_lot = (u(LENGTH) < 1 / every) | (t == 0)
    return snr, a, torch.where(kind < 0.5, regular, torch.where(kind < 0.75, lost, by_lot))


def inputs(y, s, pilot, snr, a, told):
    """[n, L, 7]: y, whether a symbol is known and which, SNR / 10, log10(1 − a) + 2; the first five where it is not told."""
    p = pilot.float()[..., None]
    known = torch.stack([snr / 10, torch.log10(1 - a) + 2], -1)[:, None].expand(-1, y.shape[1], -1)
    return torch.cat([y, p, points(s) * p, *([known] if told else [])], -1)


def loss_of(batch, told):
    def loss(model, i):
        with torch.autocast("cuda", enabled=False):
            snr, a, pilot = settings(batch, None, "cuda")
            s, _, y = simulate(snr, a, pilot, None)
        each = F.cross_entropy(model(inputs(y, s, pilot, snr, a, told)).flatten(0, 1), s.flatten(), reduction="none").view_as(s)
        return torch.where(pilot, 0.0, each).sum() / (~pilot).sum()

    return loss


def filtered(y, s, pilot, snr, a, directed):
    """What the Kalman filter decides from its prediction: of the pilots, or `directed` by its own decisions between them too."""
    n, L = pilot.shape
    r, m, P = 10 ** (-snr / 10), torch.zeros(n, 2, device=y.device), torch.ones(n, device=y.device)
    said = []
    for t in range(L):
        if t:
            m, P = a[:, None] * m, a * a * P + 1 - a * a
        now = decided(turned(y[:, t], m))
        said.append(now)
        z = turned(y[:, t], points(torch.where(pilot[:, t], s[:, t], now)))
        K = torch.where(pilot[:, t] | directed, P / (P + r), torch.zeros_like(P))
        m, P = m + K[:, None] * (z - m), (1 - K) * P
    return torch.stack(said, 1)


@torch.no_grad()
def errors(model, told, snr, a, pilot, random):
    """Shares of wrong symbols: S6, the Kalman filter on the pilots, directed by decisions, the known channel, none."""
    s, g, y = simulate(snr, a, pilot, random)
    x = inputs(y, s, pilot, snr, a, told)
    s6 = torch.cat([model(x[k : k + 1024]).argmax(-1) for k in range(0, len(x), 1024)])
    said = [s6, filtered(y, s, pilot, snr, a, False), filtered(y, s, pilot, snr, a, True), decided(turned(y, g)), decided(y)]
    return [round(float(((q != s) & ~pilot).sum() / (~pilot).sum()), 5) for q in said]


def judged(model, told, seed, n=8192):
    """Over all settings."""
    random = torch.Generator("cuda").manual_seed(seed)
    return errors(model, told, *settings(n, random, "cuda"), random)


def table(model, told, seed, n=4096):
    """At 5, 10, 15 and 20 dB for four kinds of channel."""
    random, one, t = torch.Generator("cuda").manual_seed(seed), torch.ones(n, device="cuda"), torch.arange(LENGTH, device="cuda")
    pilots = lambda every: (t % every == 0)[None].expand(n, -1)
    return {f"a {a}, every {every}": [errors(model, told, snr * one, a * one, pilots(every), random) for snr in (5, 10, 15, 20)]
            for a, every in ((0.995, 16), (0.98, 8), (0.999, 32), (0.95, 4))}  # fmt: skip


RECIPES = {
    "one-16": dict(d=16, layers=1, lr=8e-3, seed=1),
    "one-32": dict(d=32, layers=1, lr=6e-3, seed=1),
    "one-48": dict(d=48, layers=1, lr=4e-3, seed=1),
    "two-16a": dict(d=16, layers=2, lr=8e-3, seed=1),
    "two-16b": dict(d=16, layers=2, lr=4e-3, seed=2),
    "two-32a": dict(d=32, layers=2, lr=6e-3, seed=1),
    "two-32b": dict(d=32, layers=2, lr=3e-3, seed=2),
    "three-16": dict(d=16, layers=3, lr=6e-3, seed=1),
    "three-32": dict(d=32, layers=3, lr=4e-3, seed=1),
    "untold-32": dict(d=32, layers=2, lr=4e-3, seed=1, told=False),
    "untold-16": dict(d=16, layers=3, lr=6e-3, seed=1, told=False),
}


def main(out, name, seconds=500, steps=int(os.environ.get("STEPS", 12000)), batch=128):
    r = dict(dict(told=True), **RECIPES[name])
    torch.manual_seed(r["seed"])
    model = MambaTagger(7 if r["told"] else 5, 4, r["d"], r["layers"], drop=0.0)
    fit = Fit(model, loss_of(batch, r["told"]), steps, r["lr"], 0.01, r["seed"], average=0.999, half=False)
    tell = lambda fit: print(name, fit.n, f"loss {fit.recent():.4f}", judged(fit.averaged(), r["told"], CHOOSE), flush=True)
    fit.run(float(seconds), tell, steps // 4)
    model = fit.averaged()
    about = dict(r, batch=batch, steps=steps, done=fit.n, seconds=fit.seconds, card=torch.cuda.get_device_name(), shape=model.shape,
                 parameters=sum(p.numel() for p in model.parameters()), judged=["S6", "Kalman, pilots", "Kalman, decisions", "known channel", "none"],
                 chosen=judged(model, r["told"], CHOOSE), test=judged(model, r["told"], TEST), table=table(model, r["told"], TEST + 1))  # fmt: skip
    print(name, json.dumps(about), flush=True)
    save(model, f"{out}/radio-{name}.safetensors", about)


if __name__ == "__main__":
    main(*sys.argv[1:])
