import { describe, expect, test } from "vitest";
import { readFileSync } from "node:fs";
import { decode } from "../../src/session/address.ts";
import { halved, toClip } from "../../src/intake/toClip.ts";
import { clip } from "../../src/kit/params/clip.ts";
import { sentence } from "../../src/figures/speech-smoothing/sentence.ts";
import { packed, samplesOf, SOURCE } from "../../tools/speech-clip.ts";
import { sayAll } from "./sentence.ts";

const recording = (values: Float64Array, notes: never[] = []) => ({
  values,
  rate: 16000,
  seconds: values.length / 16000,
  notes,
});
const wave = (hertz: number, seconds: number, high = 0.5) =>
  Float64Array.from(
    { length: 16000 * seconds },
    (_, i) => high * Math.sin((2 * Math.PI * hertz * i) / 16000),
  );
const rms = (x: Float64Array) => Math.sqrt(x.reduce((sum, v) => sum + v * v, 0) / x.length);
const made = (values: Float64Array, notes: object[] = []) => {
  const result = toClip(recording(values, notes as never[]));
  if ("problem" in result) throw new Error(result.problem);
  return result;
};

describe("half the sampling rate", () => {
  const through = (hertz: number) => rms(halved(wave(hertz, 1))) / rms(wave(hertz, 1));
  test("keeps what it can carry and nothing else", () => {
    for (const hertz of [100, 1000, 2000, 3000]) expect(through(hertz)).toBeCloseTo(1, 2);
    for (const hertz of [4300, 5000, 7000]) expect(through(hertz)).toBeLessThan(0.01);
  });
  test("keeps the time", () => {
    const y = halved(wave(200, 0.1));
    for (let i = 80; i < 700; i++)
      expect(y[i]).toBeCloseTo(0.5 * Math.sin((2 * Math.PI * 200 * i) / 8000), 2);
  });
});

describe("a recording as a clip", () => {
  test("lies about zero and is as long as it was", () => {
    const { clip, notes } = made(wave(300, 2).map((x) => x + 0.2));
    expect(clip.samples.length).toBe(16000);
    expect(Math.abs(clip.samples.reduce((a, b) => a + b, 0))).toBeLessThan(1e-9);
    expect(notes).toEqual([]);
  });

  test("of at most five minutes, said once", () => {
    const { clip, notes } = made(new Float64Array(16000 * 420));
    expect(clip.samples.length).toBe(8000 * 300);
    expect(notes).toEqual([{ key: "firstMinutes", minutes: 5, total: 7 }]);
    const cut = [{ key: "firstMinutes", minutes: 10, total: 25 }, { key: "silent" }];
    expect(made(new Float64Array(16000 * 600), cut).notes).toEqual([
      { key: "silent" },
      { key: "firstMinutes", minutes: 5, total: 25 },
    ]);
  });

  test("that is too short is refused, one that is overdriven is not", () => {
    expect(toClip(recording(wave(300, 0.05)))).toEqual({
      problem: "audioShort",
      ms: 50,
      least: 200,
    });
    const { notes } = made(wave(300, 1, 3).map((x) => Math.max(-1, Math.min(1, x))));
    expect(notes).toMatchObject([{ key: "overdriven" }]);
    sayAll(notes);
  });
});

test("a link cannot carry it, and says so", () => {
  const params = {
    clip: clip({ label: "clip", options: { sentence: "A sentence" }, own: "My own" }),
  };
  const base = { clip: params.clip.initial };
  const read = (text: string) => decode(params, new URLSearchParams({ clip: text }), base);
  expect(read(params.clip.print(made(wave(300, 1)).clip))).toEqual({
    values: base,
    notices: [{ key: "clip", problem: "stays" }],
  });
  expect(read("other").notices).toEqual([{ key: "clip", problem: "unreadable" }]);
  expect(read("sentence")).toEqual({ values: base, notices: [] });
});

test("the bundled sentence is the recording that lies in public/audio, in eight bits", () => {
  const source = samplesOf(SOURCE);
  expect(readFileSync("src/figures/speech-smoothing/sentence.json", "utf8")).toBe(
    JSON.stringify(packed(source)) + "\n",
  );
  expect(sentence.length).toBe(source.length);
  sentence.forEach((x, i) => expect(Math.abs(x - source[i]!)).toBeLessThanOrEqual(1 / 256));
});
