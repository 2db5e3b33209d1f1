import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LEAST_MS, openLive } from "../../src/figures/speech/controls/own/hearing.ts";
import { SHOWN } from "../../src/figures/speech/layout.ts";
import type { Card } from "../../src/models/shipped/card.ts";
import { openTagger } from "../../src/models/shipped/open.ts";
import { BANDS, framesIn, SPEECH_RATE } from "../../src/models/speech/bands.ts";
import { CLASSES, listen } from "../../src/models/speech/listener.ts";
import { generator } from "../../src/numerics/random.ts";

const folder = "public/models/speech";
const card = JSON.parse(readFileSync(`${folder}/card.json`, "utf8")) as Card;
const model = openTagger(card, readFileSync(`${folder}/weights.bin`));

const noise = (length: number, size = 0.05) => {
  const random = generator(5);
  return Float32Array.from({ length }, () => size * random.normal());
};
const inBlocks = (live: ReturnType<typeof openLive>, sound: Float32Array, rate: number) => {
  for (let at = 0; at < sound.length; at += 1024) live.take(sound.subarray(at, at + 1024), rate);
};

describe("a voice heard live", () => {
  test("is heard block by block as it is heard whole", () => {
    const live = openLive(model);
    const sound = noise(SPEECH_RATE);
    inBlocks(live, sound, SPEECH_RATE);
    expect(live.samples()).toEqual(Float64Array.from(sound));
    const whole = listen(model, Float64Array.from(sound));
    const heard = live.heard();
    expect(heard.frames).toBe(framesIn(sound.length));
    expect(heard.bands).toEqual(whole.bands);
    heard.logits.forEach((x, k) => expect(Math.abs(x - whole.logits[k]!)).toBeLessThan(1e-9));
    expect(heard.delta.map((d) => d.length)).toEqual(whole.delta.map((d) => d.length));
  });

  test("keeps its last four seconds for the picture, at any rate", () => {
    const live = openLive(model);
    inBlocks(live, noise(8000, 0.01), 16_000);
    const before = live.samples().length;
    expect(Math.abs(before - SPEECH_RATE / 2)).toBeLessThan(0.02 * SPEECH_RATE);
    // What comes at another rate begins anew; what was heard before is kept.
    inBlocks(live, noise(4 * SPEECH_RATE), SPEECH_RATE);
    expect(live.samples().length).toBe(before + 4 * SPEECH_RATE);
    const { frames, bands, logits } = live.heard();
    expect([frames, bands.length, logits.length]).toEqual([SHOWN, SHOWN * BANDS, SHOWN * CLASSES]);
  });

  test("says how loud it is, when it is too loud and how long there has been nothing", () => {
    const live = openLive(model);
    const quarter = (size: number) => new Float32Array(SPEECH_RATE / 4).fill(size);
    live.take(quarter(0.5), SPEECH_RATE);
    expect(live.level()).toEqual({ peak: 0.5, full: false, silentFor: 0 });
    live.take(quarter(1), SPEECH_RATE);
    expect(live.level()).toEqual({ peak: 1, full: true, silentFor: 0 });
    for (let k = 0; k < 4; k++) live.take(quarter(0), SPEECH_RATE);
    const { peak, full, silentFor } = live.level();
    expect(peak).toBeCloseTo(0.8 ** 4, 9);
    expect(full).toBe(true); // said for a while
    expect(silentFor).toBe(1);
    inBlocks(live, noise(41_000, 0.1), 48_000);
    expect(live.level()).toMatchObject({ full: false, silentFor: 0 });
  });

  test("the least that is taken completes a frame", () => {
    const samples = Math.ceil((LEAST_MS * SPEECH_RATE) / 1000);
    expect(framesIn(samples)).toBeGreaterThan(0);
  });
});
