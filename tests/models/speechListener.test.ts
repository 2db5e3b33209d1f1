import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { unpacked } from "../../src/figures/speech/clips.ts";
import { atRate } from "../../src/intake/wav.ts";
import type { Card } from "../../src/models/shipped/card.ts";
import { openTagger } from "../../src/models/shipped/open.ts";
import { BANDS, bandsOf, framesIn, openEar } from "../../src/models/speech/bands.ts";
import { multiplications } from "../../src/models/speech/cost.ts";
import { digitOf } from "../../src/models/speech/judge.ts";
import { CLASSES, listen, NONE, openListener, sharesOf } from "../../src/models/speech/listener.ts";
import { openResampler } from "../../src/models/speech/resampler.ts";
import { answerIn, digitness, wordsIn } from "../../src/models/speech/verdict.ts";
import { generator } from "../../src/numerics/random.ts";
import golden from "../golden/speech-bands.json" with { type: "json" };
import held from "../golden/speech-held-out.json" with { type: "json" };

const load = () => {
  const card = JSON.parse(readFileSync("public/models/speech/card.json", "utf8")) as Card;
  return { card, model: openTagger(card, readFileSync("public/models/speech/weights.bin")) };
};
const { card, model } = load();
const noise = (length: number, size = 0.1) => {
  const random = generator(3);
  return Float64Array.from({ length }, () => size * random.normal());
};
/** Cut into pieces of odd lengths. */
function* pieces(x: Float64Array) {
  for (let from = 0, n = 1; from < x.length; from += n, n = (n * 7 + 3) % 613)
    yield x.slice(from, from + n);
}
const joined = (parts: readonly Float64Array[]) => Float64Array.from(parts.flatMap((p) => [...p]));

describe("bands", () => {
  const sound = Float64Array.from(
    { length: 1200 },
    (_, n) =>
      0.3 * Math.sin((2 * Math.PI * 440 * n) / 8000 + 0.1) +
      0.05 * Math.sin((2 * Math.PI * 2500 * n) / 8000) * Math.exp(-n / 500) +
      1e-3 * Math.sin(n * n * 0.37),
  );

  test("are NumPy's, made from their definition", () => {
    const bands = bandsOf(sound);
    expect(bands.length).toBe(golden.frames * BANDS);
    bands.forEach((x, i) => expect(Math.abs(x - golden.bands[i]!)).toBeLessThan(1e-7));
  });

  test("streaming is the whole, in pieces of any length", () => {
    const ear = openEar();
    const parts = [...pieces(noise(5000))].map((p) => ear.hear(p));
    expect([...joined(parts)]).toEqual([...bandsOf(noise(5000))]);
    expect(framesIn(255)).toBe(0);
    expect(bandsOf(new Float64Array(255)).length).toBe(0);
  });

  test("do not depend on loudness while the sound is well over the quietest", () => {
    const [loud, soft] = [bandsOf(sound), bandsOf(sound.map((x) => x / 20))];
    loud.forEach((x, i) => expect(Math.abs(x - soft[i]!)).toBeLessThan(1e-4));
  });
});

describe("resampling as it comes", () => {
  test.each([8000, 11025, 16000, 22050, 44100, 48000, 96000, 192000])("%s Hz", (rate) => {
    const n = Math.round(rate / 20);
    const wave = (f: number) =>
      Float64Array.from({ length: n }, (_, i) => Math.sin((2 * Math.PI * f * i) / rate));
    const take = (x: Float64Array) => {
      const by = openResampler(rate, 8000);
      return joined([...[...pieces(x)].map((p) => by.take(p)), by.rest()]);
    };
    const made = take(wave(700));
    // As the sinc of a whole recording has it, which is another's code.
    const whole = atRate(wave(700), rate, 8000);
    expect(Math.abs(made.length - whole.length)).toBeLessThanOrEqual(1);
    whole.forEach((x, i) => expect(Math.abs(x - made[i]!)).toBeLessThan(1e-9));
    for (let i = 60; i < made.length - 60; i++)
      expect(Math.abs(made[i]! - Math.sin((2 * Math.PI * 700 * i) / 8000))).toBeLessThan(0.01);
    if (rate <= 11025) return;
    const folded = take(wave(5500)).subarray(60, -60);
    expect(Math.max(...folded.map(Math.abs))).toBeLessThan(0.02);
  });

  test("a sample that is no number is taken for silence; a rate that is none is refused", () => {
    const by = openResampler(16000, 8000);
    const out = joined([by.take([NaN, Infinity, 0, 0]), by.rest()]);
    expect(out.every((x) => x === 0)).toBe(true);
    expect(() => openResampler(0, 8000)).toThrow("from");
  });
});

describe("the shipped listener", () => {
  test("streaming is the whole", () => {
    const sound = noise(6000);
    const listener = openListener(model);
    const logits = joined([...pieces(sound)].map((p) => listener.hear(p).logits));
    const whole = listen(model, sound).logits;
    expect(logits.length).toBe(whole.length);
    whole.forEach((x, i) => expect(Math.abs(x - logits[i]!)).toBeLessThan(1e-9));
  });

  test("is as right on 60 recordings never heard as its card says, as a reader of the stream", () => {
    const bytes = readFileSync("tests/golden/speech-held-out.u8");
    let right = 0;
    for (const [digit, , , at, n] of held.recordings as [number, string, number, number, number][])
      right += Number(
        digitOf(model, unpacked(bytes.subarray(at, at + n).toString("base64"))).digit === digit,
      );
    // Fails when the weights are wrong: by chance 6 would be right.
    expect(held.recordings.length).toBe(60);
    expect((100 * right) / 60).toBeGreaterThan(card.heldOut.value - 4);
  });

  test("hears no digit in silence and in noise", () => {
    for (const level of [0, 1e-3, 1e-2]) {
      const shares = sharesOf(listen(model, noise(40000, level)).logits);
      expect(wordsIn(shares)).toEqual([]);
    }
  });

  test("costs the multiplications that are counted", () => {
    // The matrices by the card's own table, each entry once a step; four for a state; and what is written out below.
    const matrices = card.tensors
      .filter(([name]) =>
        /(in_proj|x_proj|dt_proj|out_proj|stem|lm_head|conv1d).*weight/.test(name),
      )
      .reduce((sum, [, shape]) => sum + shape.reduce((a, b) => a * b, 1), 0);
    const { d, E, N, layers } = model.shape;
    const rest = layers * (4 * E * N + 5 * E) + (layers + 1) * 3 * d;
    expect(multiplications(model.shape)).toBe(matrices + rest);
  });
});

describe("what is told", () => {
  /** Frames in which a class has 0.98 and the others share the rest. */
  const shares = (classes: readonly number[]) =>
    Float64Array.from(
      classes.flatMap((c) => Array.from({ length: CLASSES }, (_, k) => (k === c ? 0.98 : 0.002))),
    );
  const times = (n: number, c: number) => Array.from({ length: n }, () => c);

  test("a digit for each stretch, in order", () => {
    const all = shares([
      ...times(20, NONE),
      ...times(25, 3),
      ...times(20, NONE),
      ...times(25, 8),
      ...times(20, NONE),
    ]);
    expect(wordsIn(all).map(({ digit }) => digit)).toEqual([3, 8]);
    expect(digitness(all)[19]).toBeCloseTo(0.02, 6);
  });

  test("a flicker is no word, and a recording's answer is where digits are most probable", () => {
    const all = shares([...times(20, NONE), ...times(4, 5), ...times(20, NONE)]);
    expect(wordsIn(all)).toEqual([]);
    expect(answerIn(all)!.digit).toBe(5);
    expect(answerIn(new Float64Array(0))).toBeUndefined();
  });
});
