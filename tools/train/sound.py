"""What speech.py hears: recordings, the log-mel bands of src/models/speech/bands.ts, and the same sounds shaken, each its own way. All on the card."""
import json, math, os
import numpy as np
import torch

RATE, WINDOW, HOP, BANDS, BINS = 8000, 256, 80, 24, 129
LOW, HIGH = 60.0, 3900.0
QUIETEST, FADE, RANGE = -5.5, 0.01, 9.0  # the loudest band's floor, its decay a frame, and what is heard below it; nats of power
CLIP = 11200  # samples of a recording that are kept: 1.4 s
FRAMES = 256
SAMPLES = 29000  # of a sequence: 256 frames at the slowest tempo
TEST, CHOOSE = (2, 3, 4), (5, 6)  # takes


def mel_bank(warp=1.0):
    """BANDS × BINS: triangles evenly spaced in mel, all frequencies times `warp`."""
    mel, hertz = lambda f: 2595 * np.log10(1 + f / 700), lambda m: 700 * (10 ** (m / 2595) - 1)
    edges = hertz(np.linspace(mel(LOW), mel(HIGH), BANDS + 2)) * warp
    f = np.arange(BINS) * RATE / WINDOW
    up = (f - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    down = (edges[2:, None] - f) / (edges[2:] - edges[1:-1])[:, None]
    return np.clip(np.minimum(up, down), 0, None)


def ends(x):
    """First and last sample of the word: 30 dB under the loudest 10 ms, or well over the background."""
    loud = np.sqrt(np.convolve(x * x, np.ones(HOP) / HOP, "same"))
    heard = np.flatnonzero(loud > max(0.03 * loud.max(), min(2.0 * np.quantile(loud, 0.05), 0.2 * loud.max())))
    return heard[0], heard[-1] + 1


class Sounds:
    """Recordings as rows: `wave` [n, CLIP], `label` (10: another word), `first`, `last`, and which may be trained on."""

    def __init__(self, root, out=None):
        index = json.load(open(f"{root}/spoken-digits.json"))["recordings"]
        raw = np.fromfile(f"{root}/spoken-digits.i16", "<i2").astype(np.float32)
        clips = [(d, who, take, raw[at : at + n]) for d, who, take, at, n in index]
        mu = np.fromfile(f"{root}/voices.u8", np.uint8).astype(np.float32) / 127.5 - 1
        voices = np.sign(mu) * (256 ** np.abs(mu) - 1) / 255
        words = json.load(open(f"{root}/voices.json"))
        clips += [(label, "voice", -1, voices[at : at + n]) for label, _, at, n in words]
        self.who, self.take = np.array([c[1] for c in clips]), np.array([c[2] for c in clips])
        label = np.array([c[0] for c in clips])
        wave, span = np.zeros((len(clips), CLIP), np.float32), np.zeros((len(clips), 3), int)
        for i, (_, _, _, x) in enumerate(clips):
            x = x / (np.abs(x).max() + 1e-6)
            first, last = ends(x)
            cut = max(0, min(first - 160, len(x) - CLIP)) if len(x) > CLIP else 0
            x = x[cut : cut + CLIP]
            wave[i, : len(x)] = x
            span[i] = first - cut, min(last - cut, len(x)), len(x)
        cuda = lambda a, **k: torch.tensor(a, device="cuda", **k)
        self.wave, self.label, self.span = cuda(wave), cuda(label), cuda(span)
        real = self.who != "voice"
        learnt = real & ~np.isin(self.take, TEST) & (self.who != out)
        if out is None:
            learnt &= ~np.isin(self.take, CHOOSE)
        kept = ~real & (np.arange(len(clips)) % 10 == 9)  # synthetic sounds to count false alarms on
        where = lambda mask: cuda(np.flatnonzero(mask))
        self.real, self.voices, self.others = where(learnt), where(~real & ~kept & (label < 10)), where(~real & ~kept & (label == 10))
        left = real & (self.who == out)
        self.sets = {"left out": where(left & ~np.isin(self.take, TEST)), "left out, test takes": where(left & np.isin(self.take, TEST))} if out else {
            "choose": where(real & np.isin(self.take, CHOOSE)), "test": where(real & np.isin(self.take, TEST))}
        self.sets |= {"voices": where(kept & (label < 10)), "others": where(kept & (label == 10))}
        self.noise, self.events = backgrounds(self.wave[self.others])


def backgrounds(words, rows=160, seed=5):
    """Two banks of rows [rows, SAMPLES], each of mean power 1 at most: steady noises with babble among them; knocks, hisses and tones between silences."""
    rng = np.random.default_rng(seed)
    f = np.fft.rfftfreq(SAMPLES)
    steady = np.zeros((rows, SAMPLES), np.float32)
    for i in range(rows):
        spectrum = (rng.normal(size=len(f)) + 1j * rng.normal(size=len(f))) * (f + 0.002) ** -rng.uniform(0, 1.2)
        x = np.fft.irfft(spectrum, SAMPLES)
        if i % 4 == 0:  # babble
            x = np.zeros(SAMPLES)
            for k in rng.integers(0, len(words), rng.integers(6, 24)):
                x += np.roll(np.pad(words[k].cpu().numpy(), (0, SAMPLES - CLIP)), rng.integers(SAMPLES)) * rng.uniform(0.2, 1)
        if i % 4 == 1:  # mains hum and its harmonics
            for h in range(1, 8):
                x = x + x.std() * rng.uniform(0, 2) * np.sin(2 * np.pi * 50 * h * np.arange(SAMPLES) / RATE + rng.uniform(0, 6))
        steady[i] = x / x.std()
    events, t = np.zeros((rows, SAMPLES), np.float32), np.arange(SAMPLES)
    for i in range(rows):
        for _ in range(rng.integers(1, 6)):
            age = t - rng.integers(SAMPLES)
            rise, fall = rng.uniform(1, 800), rng.uniform(20, 2500)
            envelope = np.where(age < 0, np.exp(np.minimum(age, 0) / rise), np.exp(-np.maximum(age, 0) / fall))
            kind = rng.integers(3)
            carrier = rng.normal(size=SAMPLES) if kind else np.sin(2 * np.pi * rng.uniform(100, 2500) * t / RATE + 3 * np.sin(t / rng.uniform(500, 3000)))
            if kind == 2:
                carrier = np.convolve(carrier, np.hanning(rng.integers(3, 24)), "same")
            events[i] += rng.uniform(0.1, 1) * envelope * carrier / np.abs(carrier).max()
    return torch.tensor(steady, device="cuda"), torch.tensor(events / np.abs(events).max(1, keepdims=True), device="cuda")


def _dft():
    n, k = np.arange(WINDOW), np.arange(BINS)
    window, turn = 0.5 - 0.5 * np.cos(2 * np.pi * n / WINDOW), 2 * np.pi * n[:, None] * k / WINDOW
    return torch.tensor(np.concatenate([np.cos(turn), np.sin(turn)], 1) * window[:, None], dtype=torch.float32, device="cuda")


class Ear:
    WARPS = np.linspace(0.86, 1.18, 25)

    def __init__(self):
        self.dft = _dft()
        as_bank = lambda warp: torch.tensor(mel_bank(warp), dtype=torch.float32, device="cuda")
        self.banks, self.bank = torch.stack([as_bank(w) for w in self.WARPS]), as_bank(1.0)
        self.window = torch.arange(WINDOW, device="cuda")
        self.t = torch.arange(FRAMES, device="cuda")

    def power(self, wave, hop, frames=FRAMES):
        """wave [B, S], hop [B] in samples → [B, frames, BINS]."""
        start = (torch.arange(frames, device="cuda")[None] * hop[:, None]).long()
        at = (start[..., None] + self.window).flatten(1)
        spectrum = torch.gather(wave, 1, at).view(len(wave), frames, WINDOW) @ self.dft
        return spectrum[..., :BINS] ** 2 + spectrum[..., BINS:] ** 2

    def heard(self, log_mel, before=QUIETEST):
        """The bands against the loudest lately: −1 … 1. `before`: how loud it was before the first frame."""
        t = torch.arange(log_mel.shape[1], device="cuda") * FADE
        peak = torch.maximum(log_mel.amax(-1), torch.as_tensor(before, device="cuda").expand(len(log_mel))[:, None] - t) + t
        peak = (peak.cummax(1).values - t).clamp(min=QUIETEST)
        return (log_mel - peak[..., None]).clamp(min=-RANGE) / (RANGE / 2) + 1

    def plain(self, wave, frames=FRAMES):
        hop = torch.full((len(wave),), float(HOP), device="cuda")
        return self.heard(torch.log(self.power(wave, hop, frames) @ self.bank.t() + 1e-10))


def shaken(sounds, ear, B, strength, real_share):
    """B sequences of two words each, and for every frame what is to be said and how much it counts: (bands, target [B, FRAMES], weight)."""
    dev = "cuda"
    u = lambda *shape, lo=0.0, hi=1.0: lo + (hi - lo) * torch.rand(*shape, device=dev)
    maybe = lambda p: (torch.rand(B, device=dev) < p).float()
    tempo = torch.exp(u(B, lo=math.log(0.75), hi=math.log(1.35)) * strength)
    hop = HOP * tempo
    t, grid = ear.t[None].float(), torch.arange(SAMPLES, device=dev)[None].float()
    wave = torch.zeros(B, SAMPLES, device=dev)
    target, weight = torch.full((B, FRAMES), 10, device=dev), torch.full((B, FRAMES), 0.15, device=dev)
    nothing, whole_word = torch.full((B, 1), 10, device=dev), torch.ones(B, device=dev)  # no scalars in `where`: a captured graph cannot bring them over
    at = u(B, hi=4800.0)
    for _ in range(2):
        pick = lambda rows: rows[torch.randint(len(rows), (B,), device=dev)]
        kind = torch.rand(B, device=dev)
        row = torch.where(kind < real_share, pick(sounds.real), torch.where(kind < 0.8, pick(sounds.voices), pick(sounds.others)))
        cut, none = torch.rand(B, device=dev) < 0.09, torch.rand(B, device=dev) < 0.07
        speed = torch.exp(u(B, lo=math.log(0.82), hi=math.log(1.28)) * strength)
        first, last, n = (sounds.span[row].float() / speed[:, None]).unbind(1)
        part = torch.where(cut, u(B, lo=0.2, hi=0.5), whole_word)
        stop = torch.where(cut, first + (last - first) * part, n)
        place = (grid - at[:, None]) * speed[:, None]
        whole = place.floor().clamp(0, CLIP - 2).long()
        x = sounds.wave[row]
        y = torch.lerp(torch.gather(x, 1, whole), torch.gather(x, 1, whole + 1), (place - whole).clamp(0, 1))
        inside = ((stop + at)[:, None] - grid).clamp(0, 200) / 200 * (place >= 0)
        wave = wave + y * inside * torch.exp(u(B, 1, lo=-0.7, hi=0.3)) * (~none)[:, None]
        label = torch.where(cut | none, nothing[:, 0], sounds.label[row])
        begin, end = (at + first) / hop, (at + torch.where(cut, stop, last) - WINDOW / 2) / hop
        since, age = t - begin[:, None], t - end[:, None]
        share = since / (end - begin).clamp(min=1)[:, None]
        word = (label < 10)[:, None]
        said = 0.25 * ((age < 0) & (share >= 0.5)) + 1.0 * ((age >= 0) & (age < 25)) + 0.3 * (age >= 40)
        other = 0.15 + 0.2 * (age < 40)
        now = since > -3
        target = torch.where(now, torch.where(word & (age < 32), label[:, None], nothing), target)
        weight = torch.where(now, torch.where(word, said, other), weight)
        at = at + stop + u(B, lo=1200.0, hi=7000.0)
    row = torch.randint(len(sounds.noise), (4, B), device=dev)
    noise = torch.pow(10.0, -u(B, lo=20, hi=62) / 20)
    wave = wave + sounds.noise[row[0]].flip(1) * noise[:, None]
    wave = wave + sounds.events[row[1]] * (maybe(0.35) * torch.exp(u(B, lo=-4.0, hi=0.0)))[:, None]
    wave = wave * torch.pow(10.0, -u(B, 1, hi=36) / 20)
    warp = torch.randint(len(ear.banks), (B,), device=dev)  # as by another length of the throat
    energy = torch.bmm(ear.power(wave, hop), ear.banks[warp].transpose(1, 2))
    ago = t[:, :, None] - t[:, None, :]
    fade = torch.exp(-ago.clamp(min=0) * (0.138 / u(B, lo=0.12, hi=0.7))[:, None, None]) * (ago > 0)
    energy = energy + torch.bmm(fade, energy) * (maybe(0.6) * u(B, hi=0.2))[:, None, None]
    m = torch.linspace(-1, 1, BANDS, device=dev)
    bend = u(B, 1, lo=-1.3, hi=1.3) * m + u(B, 1, hi=0.6) * torch.cos(math.pi * (u(B, 1, lo=0.5, hi=2.5) * m + u(B, 1, hi=2)))
    log_mel = torch.log(energy + 1e-10) + bend[:, None]
    bands = ear.heard(log_mel, log_mel.amax((1, 2)) + u(B, lo=-8, hi=2.0))
    lost, width = u(B, 1, 1, lo=0, hi=BANDS), u(B, 1, 1, lo=0, hi=5) * maybe(0.6)[:, None, None]
    b = torch.arange(BANDS, device=dev)
    bands = torch.where((b >= lost) & (b < lost + width), u(B, 1, 1, lo=-1, hi=0), bands)
    return bands, target, weight
