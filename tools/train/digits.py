"""Chapter 80's reader of handwritten digits: 14×14 pixels, one a step, row by row. `python3 digits.py OUT K [seconds]` trains recipe K of those below; 500
digits are held back to choose between recipes, and the test digits are counted once. Needs handwritten-digits.u8 and .labels.u8 in $DATA."""
import json, os, sys
import numpy as np
import torch
import torch.nn.functional as F
from fit import Fit, save
from mamba import MambaTagger

SIDE, PIXELS = 14, 196
PADDED = 200  # the scan's kernel wants a multiple of 8
TRAIN, CHOOSE, TEST = 8000, 500, 1000


def load():
    root = os.environ["DATA"]
    x = torch.from_numpy(np.fromfile(f"{root}/handwritten-digits.u8", np.uint8).reshape(-1, 1, 28, 28)).float().cuda() / 255
    y = torch.from_numpy(np.fromfile(f"{root}/handwritten-digits.labels.u8", np.uint8)).long().cuda()
    parts = (slice(0, TRAIN), slice(TRAIN, TRAIN + CHOOSE), slice(TRAIN + CHOOSE, TRAIN + CHOOSE + TEST))
    return [(x[p], y[p]) for p in parts]


def sequence(images):
    """[n, 1, 28, 28] in 0…1 → [n, 200, 1]: means of 2×2 pixels, row by row, scaled to −0.5…1.5."""
    small = F.avg_pool2d(images, 2).flatten(1)
    return F.pad(small * 2 - 0.5, (0, PADDED - PIXELS))[..., None]


def shaken(images, strength):
    """Turned, sheared, scaled, moved and warped a little, each its own way; thinner and thicker strokes."""
    n, dev = len(images), images.device
    r = lambda *shape: (torch.rand(*shape, device=dev) - 0.5) * strength
    turn, scale, shear = r(n) * 0.6, 1 + r(n) * 0.35, r(n) * 0.6
    stretch = 1 + r(n) * 0.3
    theta = torch.stack([
        torch.stack([torch.cos(turn) * scale, -torch.sin(turn) * scale + shear, r(n) * 0.35], -1),
        torch.stack([torch.sin(turn) * scale * stretch, torch.cos(turn) * scale * stretch, r(n) * 0.35], -1)], 1)  # fmt: skip
    grid = F.affine_grid(theta, images.shape, align_corners=False)
    warp = F.interpolate(r(n, 2, 5, 5) * 0.22, (28, 28), mode="bicubic", align_corners=True).permute(0, 2, 3, 1)
    x = F.grid_sample(images, grid + warp, align_corners=False)
    thick = F.max_pool2d(x, 3, 1, 1)
    thin = -F.max_pool2d(-x, 3, 1, 1)
    w = r(n, 1, 1, 1)  # −½ … ½ of strength: towards thin, towards thick
    x = torch.where(w > 0, x + w * (thick - x), x - w * (thin - x))
    return (x * (1 + r(n, 1, 1, 1) * 0.3)).clamp(0, 1)


def loss_of(x, y, batch, strength, seed, steps):
    rows = torch.randint(len(x), (steps, batch), generator=torch.Generator().manual_seed(seed)).cuda()

    def loss(model, i):
        rows_now = rows.index_select(0, i)[0]
        with torch.autocast("cuda", enabled=False):
            images = sequence(shaken(x.index_select(0, rows_now), strength))
        logits, target = model(images).float(), y.index_select(0, rows_now)
        tail = logits[:, PIXELS // 2 : PIXELS : 7]  # the second half of the picture is asked too, more softly
        early = F.cross_entropy(tail.flatten(0, 1), target.repeat_interleave(tail.shape[1]))
        return F.cross_entropy(logits[:, PIXELS - 1], target, label_smoothing=0.05) + 0.2 * early

    return loss


@torch.no_grad()
def right(model, x, y):
    """How many are right after a quarter, half, three quarters and the whole picture."""
    said = torch.cat([model(sequence(x[k : k + 500])).argmax(-1) for k in range(0, len(x), 500)])
    return [int((said[:, round(PIXELS * f) - 1] == y).sum()) for f in (0.25, 0.5, 0.75, 1)]


RECIPES = [
    dict(d=16, layers=6, lr=6e-3, strength=0.8, seed=1),
    dict(d=16, layers=6, lr=8e-3, strength=1.0, seed=2),
    dict(d=16, layers=8, lr=6e-3, strength=0.8, seed=3),
    dict(d=32, layers=2, lr=5e-3, strength=0.8, seed=4),
    dict(d=16, layers=4, lr=8e-3, strength=0.8, seed=5),
    dict(d=16, layers=8, lr=6e-3, strength=1.0, seed=6),
]


def main(out, k, seconds=500, steps=int(os.environ.get("STEPS", 20000)), batch=128):
    (x, y), choose, test = load()
    r = RECIPES[int(k)]
    torch.manual_seed(r["seed"])
    model = MambaTagger(1, 10, r["d"], r["layers"])
    fit = Fit(model, loss_of(x, y, batch, r["strength"], r["seed"], steps), steps, r["lr"], 0.05, r["seed"], average=0.9995, half=False)

    def tell(fit):
        print(f"digits-{k}", fit.n, f"loss {fit.recent():.4f}", "of 500:", right(fit.averaged(), *choose), flush=True)

    fit.run(float(seconds), tell, 2500)
    model = fit.averaged()
    about = dict(r, batch=batch, steps=steps, done=fit.n, seconds=fit.seconds, card=torch.cuda.get_device_name(), shape=model.shape,
                 parameters=sum(p.numel() for p in model.parameters()), chosen=right(model, *choose), test=right(model, *test))  # fmt: skip
    print(f"digits-{k}", json.dumps(about), flush=True)
    save(model, f"{out}/digits-{k}.safetensors", about)


if __name__ == "__main__":
    main(*sys.argv[1:])
