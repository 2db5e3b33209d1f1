"""Synthetic voices for speech.py: `python3 voices.py OUT [seed]` has espeak-ng, flite and festival say the ten digits and some 280 other words in many
voices, speeds and pitches, at 8 kHz. Writes OUT/voices.u8 (µ-law, one clip after the other) and OUT/voices.json ([label, voice, first byte, bytes]; label 10
is any other word). Needs the Debian packages espeak-ng, flite, festival, festvox-kallpc16k, festvox-kdlpc16k, festvox-us-slt-hts, and SciPy."""
import io, json, os, random, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor
import numpy as np
from scipy.io import wavfile
from scipy.signal import resample_poly

DIGITS = "zero one two three four five six seven eight nine".split()
# Nothing here sounds like a digit (no "to", "for", "won", "ate"); some sound nearly so.
OTHERS = """hero nero zebra zoo arrow window under wonder onion run sun gun once any mine fine line sign night nice knife nigh time dime
tree free street cheese green key he three-D door floor more store fort force far fourteen fifteen fire hive dive drive live life fight find
fifty fix sticks mix sick sex sister sixteen system kiss heaven eleven lemon summer savage sever clever eighty eighteen late hate gate
weight day say way play nineteen ninety twenty thirty hundred thousand million ten twelve tent pen when men hello hi yes no yeah okay stop go start
left right up down off in out open close red blue yellow black white brown orange apple banana water coffee tea bread milk house home street car
train plane bus bicycle computer phone music light table chair window kitchen garden mother father brother people man woman child dog cat bird fish
horse tiger monkey elephant morning evening noon week month year today tomorrow yesterday now later never always again please thank sorry help
maybe because about after before between under over with without through happy sad big small long short old new good bad hot cold fast slow
one-way? what where who why how which this that these those there here him her them us me you I we they and but or so if as at by from of the a
um uh er hm ah oh wow hey oops Monday Tuesday Friday January August December London Paris China English Chinese language model state space
memory number letter signal noise filter window sound voice speech listen speak talk read write learn teach school book paper pencil
point plus minus equals percent dollar euro kilo meter second minute hour quick clock rock sock shoe shirt hand head foot face eye nose mouth""".replace("one-way?", "").replace("three-D", "").split()
ACCENTS = ["en-us", "en-gb", "en-gb-scotland", "en-gb-x-gbclan", "en-gb-x-rp", "en-gb-x-gbcwmd", "en-029", "en-us-nyc"]
VARIANTS = """Alex Alicia Andrea Andy Annie Denis Diogo Gene Gene2 Henrique Hugo Jacky Lee Marco Mario Michael Mike Mr_serious Nguyen adam anika announcer
antonio aunty belinda benjamin boris caleb david ed edward edward2 f1 f2 f3 f4 f5 grandma grandpa gustave iven iven2 iven3 iven4 john kaukovalta klatt klatt2
klatt3 klatt4 linda m1 m2 m3 m4 m5 m6 m7 m8 marcelo max michel miguel norbert pablo paul pedro quincy rob robert sandro shelby steph steph2 steph3 travis
victor whisper whisperf zac""".replace("Mr_serious", "").split()
FESTIVAL = ["kal_diphone", "ked_diphone", "cmu_us_slt_arctic_hts"]
RATE = 8000


def espeak(word, random):
    voice = f"{random.choice(ACCENTS)}+{random.choice(VARIANTS)}"
    ask = ["espeak-ng", "-v", voice, "-s", str(random.randint(100, 230)), "-p", str(random.randint(15, 85)), "--stdout", word + random.choice([".", ".", ",", "?", "!"])]
    return f"espeak {voice}", subprocess.run(ask, capture_output=True).stdout


def flite(word, random):
    voice = random.choice(["awb", "rms", "slt", "kal16"])
    mean = {"awb": 120, "rms": 105, "slt": 180, "kal16": 105}[voice] * random.uniform(0.75, 1.35)
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        sets = ["--setf", f"duration_stretch={random.uniform(0.7, 1.4):.2f}", "--setf", f"int_f0_target_mean={mean:.0f}"]
        subprocess.run(["flite", "-voice", voice, *sets, "-t", word, "-o", file.name], capture_output=True)
        return f"flite {voice}", open(file.name, "rb").read()


def festival(words, random):
    """All in one run of the program, which starts slowly."""
    with tempfile.TemporaryDirectory() as folder:
        script = []
        for k, word in enumerate(words):
            script.append(f"(voice_{random.choice(FESTIVAL)}) (Parameter.set 'Duration_Stretch {random.uniform(0.75, 1.35):.2f})")
            script.append(f'(utt.save.wave (utt.synth (Utterance Text "{word}")) "{folder}/{k}.wav" \'riff)')
        subprocess.run(["festival", "--pipe"], input="\n".join(script).encode(), capture_output=True)
        return [("festival", open(f"{folder}/{k}.wav", "rb").read()) for k in range(len(words)) if os.path.exists(f"{folder}/{k}.wav")]


def trimmed(wav):
    """At 8 kHz, without the silence before and after, at most 1.3 s; nothing where there is nothing to hear."""
    wav = bytearray(wav)
    if len(wav) < 100:
        return None
    if wav[40:44] != b"" and int.from_bytes(wav[40:44], "little") > len(wav):  # a stream's length is not known when its head is written
        wav[40:44] = (len(wav) - 44).to_bytes(4, "little")
        wav[4:8] = (len(wav) - 8).to_bytes(4, "little")
    rate, x = wavfile.read(io.BytesIO(bytes(wav)))
    up = np.gcd(RATE, rate)
    x = resample_poly(x.astype(float), RATE // up, rate // up)
    loud = np.sqrt(np.convolve(x * x, np.ones(80) / 80, "same"))
    if loud.max() < 1:
        return None
    heard = np.flatnonzero(loud > loud.max() * 0.015)
    x = x[max(0, heard[0] - 80) : heard[-1] + 160][: int(1.3 * RATE)]
    return x / np.abs(x).max()


def mu(x):
    return np.rint((np.sign(x) * np.log1p(255 * np.abs(x)) / np.log(256) + 1) * 127.5).astype(np.uint8)


def main(out, seed=1):
    words = [(d, DIGITS[d], espeak) for d in range(10) for _ in range(300)] + [(d, DIGITS[d], flite) for d in range(10) for _ in range(70)]
    words += [(10, w, espeak) for w in OTHERS for _ in range(3)] + [(10, w, flite) for w in OTHERS]
    draw = random.Random(int(seed))
    seeds = [draw.random() for _ in words]
    one = lambda job: job[0][2](job[0][1], random.Random(job[1]))
    with ThreadPoolExecutor(3) as pool:
        said = [(label, *sound) for (label, _, _), sound in zip(words, pool.map(one, zip(words, seeds)))]
    slow = [(d, DIGITS[d]) for d in range(10) for _ in range(25)] + [(10, w) for w in OTHERS]
    said += [(label, *sound) for (label, _), sound in zip(slow, festival([w for _, w in slow], draw))]
    table, parts, at = [], [], 0
    for label, voice, wav in said:
        x = trimmed(wav)
        if x is None or len(x) < 800:
            continue
        table.append([label, voice, at, len(x)])
        parts.append(mu(x))
        at += len(x)
    np.concatenate(parts).tofile(f"{out}/voices.u8")
    json.dump(table, open(f"{out}/voices.json", "w"))
    print(len(table), "clips", at, "bytes;", sum(t[0] < 10 for t in table), "digits")


if __name__ == "__main__":
    main(*sys.argv[1:])
