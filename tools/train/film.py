"""Chapter 130's reader of films: 64 frames of 16×16 with noise and wandering squares, in which up to six glyphs flash; then six white frames ask for them in
order. `python3 film.py OUT NAME [seconds]` trains one of the recipes below, an S6 or its static rival, an S4D. The films are made from a seed; another
seed's are there to choose by, a third's to report. Needs no data but the glyphs (src/models/film/glyphs.json)."""
import functools, json, math, os, sys, time
import torch
import torch.nn as nn
import torch.nn.functional as F
from fit import Fit, save, schedule
from kernels import conv
from mamba import MambaTagger

HERE = os.path.dirname(os.path.abspath(__file__))
SHAPES = json.load(open(f"{HERE}/../../src/models/film/glyphs.json"))
GLYPHS = torch.tensor([[[c == "#" for c in row] for row in rows] for rows in SHAPES.values()]).float()
FRAMES, SIDE, GLYPH, SQUARE, SLOTS = 64, 16, 6, 3, 6
STEPS, PADDED = FRAMES + SLOTS, 72  # the scan's kernel wants a multiple of 8
NONE = len(GLYPHS)  # the answer where no further glyph has flashed
NOISE, SQUARES, LASTS, BLANK = 0.5, 2, 6, 0.02  # σ at most, squares at most, frames of a flash at most, share of frames that are blank
CHOOSE, TEST = 10**9, 2 * 10**9  # seeds of the films to choose by and to report


@functools.cache
def shapes(dev):
    return GLYPHS.flatten().to(dev)


def films(n, dev, random=None, ease=1.0, count=None, noise=None, squares=None, lasts=None):
    """n films [n, 72, 16, 16] and the glyphs they are to be answered with [n, 6]; what is not given is drawn for each film, σ up to `ease` of all."""
    u = lambda *shape: torch.rand(n, *shape, generator=random, device=dev)
    g = lambda *shape: torch.randn(n, *shape, generator=random, device=dev)
    given = lambda x, drawn: drawn if x is None else torch.full_like(drawn, x)
    count = given(count, (u() * (SLOTS + 1)).long())
    squares = given(squares, (u() * (SQUARES + 1)).long())
    noise = given(noise, u() * NOISE * ease)
    lasts = given(lasts, torch.where(u() < 0.5, 1, 2 + (u() * (LASTS - 1)).long()))
    slot = torch.arange(SLOTS, device=dev)
    on = slot < count[:, None]
    # between two flashes there is a frame at least
    free = FRAMES + 1 - count * (lasts + 1)
    first = (torch.where(on, u(SLOTS), 2.0).sort(1).values.clamp(max=0.999999) * (free[:, None] + 1)).long() + slot * (lasts[:, None] + 1)
    glyph = (u(SLOTS) * NONE).long()
    y, x = ((u(SLOTS) * (SIDE - GLYPH + 1)).long() for _ in range(2))
    # each flash as a picture [n, 6, 16, 16], and when it is lit [n, 64, 6]
    at = torch.arange(SIDE, device=dev)
    row, column = at[:, None] - y[..., None, None], at - x[..., None, None]
    inside = (row >= 0) & (row < GLYPH) & (column >= 0) & (column < GLYPH)
    cell = glyph[..., None, None] * 36 + row.clamp(0, 5) * 6 + column.clamp(0, 5)
    picture = shapes(dev)[cell] * inside
    t = torch.arange(FRAMES, device=dev)[:, None]
    lit = on[:, None] & (t >= first[:, None]) & (t < (first + lasts[:, None])[:, None])
    light = torch.bmm(lit.float(), picture.flatten(2)).view(n, FRAMES, SIDE, SIDE)
    # squares wander: a random walk, folded at the walls
    walk = u(2, 1, 2) * 26 + (0.7 * g(2, FRAMES, 2)).cumsum(2)
    corner = ((walk % 26) - 13).abs().round().long()  # [n, 2 squares, 64, 2], 0 … 13
    near = (at >= corner[..., None]) & (at < corner[..., None] + SQUARE)
    there = near[..., 0, :, None] & near[..., 1, None, :] & (torch.arange(2, device=dev) < squares[:, None])[..., None, None, None]
    light = torch.maximum(light, there.any(1).float())
    x = light + noise[:, None, None, None] * g(FRAMES, SIDE, SIDE)
    blank = (u(FRAMES) < BLANK) & ~lit.any(-1)
    x = x * ~blank[..., None, None]
    ask = torch.ones(n, SLOTS, SIDE, SIDE, device=dev)
    return torch.cat([x, ask, torch.zeros(n, PADDED - STEPS, SIDE, SIDE, device=dev)], 1), torch.where(on, glyph, NONE)


class S4D(nn.Module):
    """In place of S6's mixer the same block with a kernel that is fixed: A complex, B = 1, Δ and C learned, zero-order hold."""

    def __init__(self, d, layers, states):
        super().__init__()
        E, N = 2 * d, states
        self.E = E
        self.in_proj, self.out_proj = nn.Linear(d, 2 * E, bias=False), nn.Linear(E, d, bias=False)
        self.conv1d = nn.Conv1d(E, E, 4, groups=E)
        self.D = nn.Parameter(torch.ones(E))
        self.log_dt = nn.Parameter(torch.rand(E) * math.log(100) + math.log(0.001))
        self.log_minus_re = nn.Parameter(torch.full((E, N), math.log(0.5)))
        self.im = nn.Parameter((math.pi * torch.arange(N)).expand(E, N).clone())
        self.C_re, self.C_im = nn.Parameter(torch.randn(E, N)), nn.Parameter(torch.randn(E, N))
        with torch.no_grad():
            nn.init.uniform_(self.in_proj.weight, -(d**-0.5), d**-0.5)
            nn.init.uniform_(self.out_proj.weight, -((E * layers) ** -0.5), (E * layers) ** -0.5)

    def kernel(self, L):
        """K_l = 2 Re Σ C (e^{ΔA} − 1)/A e^{lΔA}: [E, L]."""
        dt = torch.exp(self.log_dt)[:, None]
        A = torch.complex(-torch.exp(self.log_minus_re), self.im)
        C = torch.complex(self.C_re, self.C_im) * (torch.exp(dt * A) - 1) / A
        powers = torch.exp((dt * A)[..., None] * torch.arange(L, device=dt.device))
        return 2 * (C[..., None] * powers).real.sum(1)

    def forward(self, x, p_drop=0.0, watch=None):
        u, z = self.in_proj(x).split(self.E, -1)
        u = F.dropout(conv(u, self.conv1d.weight[:, 0], self.conv1d.bias), p_drop, self.training)
        L = u.shape[1]
        K = F.pad(self.kernel(L), (L - 1, 0)).unfold(-1, L, 1).flip(-1)  # [E, L, L]: K_{t−s}, 0 above the diagonal
        y = torch.bmm(K, u.permute(2, 1, 0)).permute(2, 1, 0) + self.D * u
        return self.out_proj(y * F.silu(z))


class FilmReader(MambaTagger):
    """x [B, 72, 16, 16] → logits [B, 72, 7]: filters of 6×6, each at its best place, then a tagger."""

    def __init__(self, filters, d, layers, states=None):
        super().__init__(filters, NONE + 1, d, layers, drop=0.0)
        if states:
            for layer in self.backbone.layers:
                layer.mixer = S4D(d, layers, states)
        self.detector = nn.Conv2d(1, filters, GLYPH)
        self.shape = dict(self.shape, **(dict(state_size=states) if states else {}))

    def forward(self, x, watch=None):
        best = self.detector(x.flatten(0, 1)[:, None]).amax((2, 3))
        return super().forward(best.view(*x.shape[:2], -1), watch)


def loss_of(batch):
    def loss(model, i):
        x, y = films(batch, "cuda", ease=(i / 1000).clamp(max=1))
        return F.cross_entropy(model(x)[:, FRAMES:STEPS].flatten(0, 1), y.flatten())

    return loss


@torch.no_grad()
def right(model, seed, n=4096, **given):
    """Per cent of glyphs at their places and of films right to the last answer."""
    random = torch.Generator("cuda").manual_seed(seed)
    glyphs = flashed = whole = 0
    for _ in range(n // 512):
        x, y = films(512, "cuda", random, **given)
        ok = model(x)[:, FRAMES:STEPS].argmax(-1) == y
        glyphs, flashed, whole = glyphs + int((ok & (y < NONE)).sum()), flashed + int((y < NONE).sum()), whole + int(ok.all(1).sum())
    return [round(100 * glyphs / flashed, 2), round(100 * whole / n, 2)]


S6, STATIC = dict(filters=24), dict(filters=24, states=13)  # 13 complex states: as many numbers as S6 has at d = 32
RECIPES = {
    "one-a": dict(S6, d=32, layers=1, lr=2e-3, seed=1),
    "one-b": dict(S6, d=32, layers=1, lr=3e-3, seed=2),
    "one-c": dict(S6, d=48, layers=1, lr=2e-3, seed=1),
    "one-d": dict(S6, d=64, layers=1, lr=2e-3, seed=1),
    "two-a": dict(S6, d=32, layers=2, lr=2e-3, seed=1),
    "two-b": dict(S6, d=32, layers=2, lr=1.5e-3, seed=2),
    "static-one-a": dict(STATIC, d=32, layers=1, lr=2e-3, seed=1),
    "static-one-b": dict(STATIC, d=32, layers=1, lr=1e-3, seed=2),
    "static-one-c": dict(STATIC, d=48, layers=1, lr=2e-3, seed=1),
    "static-one-d": dict(STATIC, d=64, layers=1, lr=2e-3, seed=1, states=14),
    "static-two-a": dict(STATIC, d=32, layers=2, lr=2e-3, seed=1),
    "static-two-b": dict(STATIC, d=32, layers=2, lr=1e-3, seed=2),
}


def paced(fit, seconds):
    """Without STEPS: as many steps as the seconds hold, by the pace of steps 20 to 100, which are the same for every number of steps."""
    pace = time.time()
    for _ in range(80):
        fit.graph.replay()
        fit.n += 1
    torch.cuda.synchronize()
    pace = (time.time() - pace) / 80
    fit.steps = min(fit.steps, 100 + int(0.85 * (seconds - 8) / pace) // 100 * 100)
    fit.lrs[: fit.steps].copy_(schedule(fit.steps, float(fit.lr_most)))


def main(out, name, seconds=500, batch=128):
    r, given = RECIPES[name], os.environ.get("STEPS")
    torch.manual_seed(r["seed"])
    model = FilmReader(r["filters"], r["d"], r["layers"], r.get("states"))
    steps = int(given or 40000)
    fit = Fit(model, loss_of(batch), steps, r["lr"], 0.05, r["seed"], half=False)
    fit.lr_most = r["lr"]
    if not given:
        paced(fit, float(seconds))
    tell = lambda fit: print(name, fit.n, f"loss {fit.recent():.4f}", right(fit.averaged(), CHOOSE, 1024), flush=True)
    fit.run(float(seconds), tell, max(1, fit.steps // 8))
    model = fit.averaged()
    test = {f"σ {noise}": right(model, TEST, count=4, lasts=1, noise=noise) for noise in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)}
    about = dict(r, batch=batch, steps=fit.steps, done=fit.n, seconds=fit.seconds, card=torch.cuda.get_device_name(), shape=model.shape,
                 parameters=sum(p.numel() for p in model.parameters()), training_loss=fit.recent(), chosen=right(model, CHOOSE), test=right(model, TEST),
                 four=right(model, TEST, count=4), four_by_noise=test)  # fmt: skip
    print(name, json.dumps(about, ensure_ascii=False), flush=True)
    save(model, f"{out}/{name}.safetensors", about)


if __name__ == "__main__":
    main(*sys.argv[1:])
