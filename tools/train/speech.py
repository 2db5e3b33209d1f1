"""Chapter 130's listener: a spoken digit, a frame of 24 log-mel bands every 10 ms, class 10 for all else. `python3 speech.py OUT K[:speaker] [seconds]` trains
recipe K of those below, on all speakers or on all but one. Takes 2 to 4 are counted once, at the end; takes 5 and 6 are held back to choose between recipes.
Needs spoken-digits.i16 and .json, and voices.u8 and .json (voices.py), in $DATA. With $START (a time of day in seconds) the steps are reckoned from
the speed that the card shows then, beside the other runs, so that the schedule ends in `seconds`; $STEPS says them instead."""
import json, os, sys, time
import torch
import torch.nn.functional as F
from fit import Fit, save, schedule
from mamba import MambaTagger
from sound import BANDS, CLIP, FRAMES, HOP, WINDOW, Ear, Sounds, shaken

CLASSES = 11
LIMIT = 40000

RECIPES = [
    dict(d=32, layers=4, lr=5e-3, strength=1.0, real=0.45, drop=0.05, seed=1),
    dict(d=48, layers=2, lr=4e-3, strength=1.0, real=0.45, drop=0.05, seed=2),
    dict(d=32, layers=5, lr=5e-3, strength=1.0, real=0.45, drop=0.05, seed=3),
]


def loss_of(sounds, ear, batch, r):
    def loss(model, i):
        with torch.no_grad(), torch.autocast("cuda", enabled=False):
            bands, target, weight = shaken(sounds, ear, batch, r["strength"], r["real"])
        logits = model(bands).float()
        each = F.cross_entropy(logits.flatten(0, 1), target.flatten(), reduction="none", label_smoothing=0.03).view_as(weight)
        return (each * weight).sum() / weight.sum()

    return loss


@torch.no_grad()
def judge(model, sounds, ear, rows):
    """How many are right by the mean of the log-probabilities from 20 to 150 ms after the end of the file, after the end of the word; how many end as 'none'."""
    right = [0, 0, 0]
    for k in range(0, len(rows), 250):
        i = rows[k : k + 250]
        wave = F.pad(sounds.wave[i], (0, 30 * HOP + WINDOW))
        frames = (CLIP + 30 * HOP) // HOP // 8 * 8
        log_p = model(ear.plain(wave, frames)).log_softmax(-1)
        for which, end in enumerate((sounds.span[i, 2], sounds.span[i, 1])):
            first = (end.float() - WINDOW / 2).div(HOP).long().clamp(min=0)
            age = torch.arange(frames, device="cuda")[None] - first[:, None]
            mean = (log_p * ((age >= 2) & (age < 15))[..., None]).sum(1)
            right[which] += int((mean[:, :10].argmax(-1) == sounds.label[i]).sum())
            if which == 1:
                right[2] += int((mean.argmax(-1) == 10).sum())
    return [*right, len(rows)]


def main(out, name, seconds=300, batch=int(os.environ.get("BATCH", 64))):
    k, _, speaker = name.partition(":")
    r = RECIPES[int(k)]
    name = name.replace(":", "-")
    torch.manual_seed(r["seed"])
    sounds, ear = Sounds(os.environ["DATA"], speaker or None), Ear()
    model = MambaTagger(BANDS, CLASSES, r["d"], r["layers"], r["drop"])
    steps = int(os.environ.get("STEPS", 0))
    fit = Fit(model, loss_of(sounds, ear, batch, r), steps or LIMIT, r["lr"], 0.05, r["seed"], average=0.999, half=False)
    if not steps:
        first = [p.detach().clone() for p in fit.parameters]
        while time.time() < float(os.environ.get("START", 0)):
            time.sleep(0.1)
        began = time.time()
        for n in range(160):
            fit.graph.replay()
            if n == 60:
                torch.cuda.synchronize()
                began = time.time()
        torch.cuda.synchronize()
        steps = min(LIMIT, int(float(seconds) / ((time.time() - began) / 100) * 0.97) // 100 * 100)
        fit._restart(first)
        fit.steps = steps
        fit.lrs[:steps] = schedule(steps, r["lr"]).cuda()
    print(f"speech-{name}", steps, "steps", sum(p.numel() for p in model.parameters()), "parameters; real", len(sounds.real), "voices", len(sounds.voices), "others", len(sounds.others), flush=True)

    def tell(fit):
        twin = fit.averaged()
        counts = {what: judge(twin, sounds, ear, rows) for what, rows in sounds.sets.items() if what != "test"}
        print(f"speech-{name}", fit.n, f"{time.time() - fit.began:.0f} s loss {fit.recent():.4f}", counts, flush=True)

    fit.run(float(seconds) * 1.25, tell, max(100, steps // 4))
    model = fit.averaged()
    about = dict(r, left_out=speaker or None, batch=batch, steps=steps, done=fit.n, seconds=fit.seconds, card=torch.cuda.get_device_name(), shape=model.shape,
                 parameters=sum(p.numel() for p in model.parameters()), counts={what: judge(model, sounds, ear, rows) for what, rows in sounds.sets.items()})  # fmt: skip
    print(f"speech-{name}", json.dumps(about), flush=True)
    save(model, f"{out}/speech-{name}.safetensors", about)


if __name__ == "__main__":
    main(*sys.argv[1:])
