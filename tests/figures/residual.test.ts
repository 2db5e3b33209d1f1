import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { samplesOf } from "../../src/figures/residual/clips.ts";
import { middleOf, run } from "../../src/figures/residual/compute.ts";
import figure from "../../src/figures/residual/figure.ts";
import { readouts } from "../../src/figures/residual/readouts.ts";
import { foretell, type Foretold } from "../../src/figures/residual/foretold.ts";
import { meansByKind } from "../../src/figures/residual/kinds.ts";
import { measured } from "../../src/figures/residual/measured.ts";
import type { Setting } from "../../src/figures/residual/params.ts";
import { recordedFor } from "../../src/figures/residual/recorded.ts";
import { toClip } from "../../src/intake/toClip.ts";
import { settingOf } from "../../src/kit/derive.ts";
import type { Card } from "../../src/models/shipped/card.ts";
import { openTagger } from "../../src/models/shipped/open.ts";
import { code, decode, encode, totalBits } from "../../src/models/waveform/codec.ts";

vi.setConfig({ testTimeout: 60_000 }); // the machines that check this are busy ones

const folder = "public/models/waveform/";
const card = JSON.parse(readFileSync(`${folder}card.json`, "utf8")) as Card;
const stack = openTagger(card, readFileSync(`${folder}weights.bin`));
const set = (patch: Partial<Setting>): Setting => ({ ...settingOf(figure), ...patch }) as Setting;

function foretold(x: Int32Array): Foretold {
  const coming = foretell(x, stack);
  for (;;) {
    const { value, done } = coming.next();
    if (done) return value;
  }
}
const sentence = samplesOf({ kind: "sentence" });
const voices = samplesOf({ kind: "voices" });

test("the sentence that is kept by the figure's own code is the recording, to the last bit", () => {
  const wav = readFileSync("public/audio/remembers.wav");
  const pcm = Int32Array.from({ length: (wav.length - 44) / 2 }, (_, i) =>
    wav.readInt16LE(44 + 2 * i),
  );
  expect(sentence).toEqual(pcm);
});

test("what was recorded is what the shipped weights give: bits, extremes, Δ", () => {
  const s6 = foretold(sentence);
  const v = set({ way: "s6" });
  const kept = recordedFor("sentence")!;
  expect(totalBits(s6)).toBe(kept.bits);
  expect(Math.min(...s6.residual)).toBe(Math.min(...kept.low));
  expect(Math.max(...s6.residual)).toBe(Math.max(...kept.high));
  expect(figure.laws.record!.holds({ ...run(v), s6 }, v)).toBe(true);
  const E = stack.shape.E;
  const channel = Float64Array.from(kept.delta, (_, h) => s6.delta[1]![h * E + 5]!);
  channel.forEach((d, h) => expect(d).toBeCloseTo(kept.delta[h]!, 4));
  expect(meansByKind(sentence, channel)).toEqual(measured.delta.channel);
});

test("the card's held-out figure is that of the three voices, which are received to the last bit", () => {
  const bits = totalBits(foretold(voices)) / voices.length;
  expect(+bits.toFixed(3)).toBe(card.heldOut.value);
  const part = voices.slice(2000, 4000);
  const way = { kind: "s6", stack } as const;
  expect(decode(encode(part, way), part.length, way)).toEqual(part);
});

test("the chapter says what was counted", () => {
  const { bits, fewerThanPast, recordings, parameters } = measured;
  const told = [bits.s6, bits.past, bits.ten96, bits.same].map((b) => b.toFixed(2));
  const r = run(set({ frame: 64 }));
  const { bitsSame, bitsSent, bitsPast, bitsS6, besides, pays } = readouts;
  const v = set({ frame: 64 });
  const here = [bitsSent, bitsPast, bitsS6].map((b) => b.of(r, v, 0).toFixed(2));
  for (const language of ["en", "zh-Hans"]) {
    const text = readFileSync(`content/${language}/130-applications/index.md`, "utf8");
    const from = text.indexOf("{#foretold}");
    const steps = text.slice(from, text.indexOf("{#speech}"));
    for (const number of [
      ...told,
      ...here,
      fewerThanPast,
      recordings,
      parameters.toLocaleString("en"),
    ])
      expect(steps).toContain(String(number));
    const { still, voiced, hissing } = measured.delta.channel;
    for (const d of [still, voiced, hissing]) expect(steps).toContain(d.toFixed(3));
    const { layer1 } = measured.delta;
    for (const d of [layer1.still, layer1.hissing]) expect(steps).toContain(d.toFixed(3));
  }
  expect(bitsSame.of(r, v, 0).toFixed(1)).toBe("11.1");
  expect(besides.of(r).toFixed(0)).toBe("6");
  expect(pays.of(r) / 60).toBeCloseTo(3, 1);
  expect(bits.s6 / bits.past).toBeCloseTo(0.98, 2);
  // The best that was counted of each kind; a look back twice as far hardly helps the past.
  expect(bits.s6 / bits.past32).toBeCloseTo(0.98, 2);
  const { sent32, sent64, sent128, ten64, ten96 } = bits;
  expect(Math.min(sent32, sent64, sent128, ten64, ten96)).toBe(ten96);
  expect(ten96).toBeGreaterThan(bits.past);
});

test("on another recording LPC from the past does better than S6, and the chapter says so", () => {
  const wav = readFileSync("public/audio/sentence.wav");
  const values = Float64Array.from(
    { length: (wav.length - 44) / 2 },
    (_, i) => wav.readInt16LE(44 + 2 * i) / 32768,
  );
  const made = toClip({ values, rate: 16_000, seconds: values.length / 16_000, notes: [] });
  if ("problem" in made) throw new Error(made.problem);
  const x = samplesOf(made.clip);
  const past = totalBits(code(x, { kind: "past", p: 16 })) / x.length;
  const s6 = totalBits(foretold(x)) / x.length;
  const [few, more] = [past, s6].map((bits) => bits.toFixed(1));
  const text = (tag: string) => readFileSync(`content/${tag}/130-applications/index.md`, "utf8");
  expect(text("en")).toContain(`takes LPC from the past ${few} and S6 ${more}.`);
  expect(text("zh-Hans")).toContain(`的 LPC 用 ${few}，S6 用 ${more}。`);
  expect(s6).toBeGreaterThan(past);
});

test("white noise is foretold by nobody", () => {
  const v = set({ clip: { kind: "hiss" } });
  const r = run(v);
  const { bitsSame, bitsSent, bitsPast } = readouts;
  const entropy = 0.5 * Math.log2(2 * Math.PI * Math.E * 1e6);
  for (const bits of [bitsSame, bitsSent, bitsPast])
    expect(bits.of(r, v, 0)).toBeGreaterThan(entropy);
  expect(bitsPast.of(r, v, 0)).toBeLessThan(bitsSame.of(r, v, 0));
});

test("coefficients that cost more than they spare are told as such, and no saving where more is sent than the sound", () => {
  const noise = set({ clip: { kind: "hiss" }, way: "sent", p: 32, frame: 8 });
  expect(figure.describe(run(noise), noise, 0)).toBe("noiseSent");
  const { bits } = readouts;
  expect(bits.of(run(noise), noise)).toBeGreaterThan(17);
  const loud = Float64Array.from({ length: 1600 }, (_, t) => (t % 2 ? 0.99 : -0.99));
  const dear = set({ clip: { kind: "own", samples: loud }, way: "same" });
  expect(bits.of(run(dear), dear)).toBeGreaterThan(16);
  expect(figure.describe(run(dear), dear, 0)).toBe("dear");
  const foretold = { ...dear, way: "past" } as const;
  expect(figure.describe(run(foretold), foretold, 0)).toBe("past");
});

test("a reader's own sound: the first eight seconds, silence, and what is at the limit", () => {
  const own = (samples: Float64Array) => set({ clip: { kind: "own", samples } });
  expect(run(own(new Float64Array(80_000))).x.length).toBe(64_000);
  const silent = own(new Float64Array(1600));
  expect(figure.describe(run(silent), silent, 0)).toBe("silent");
  const loud = run(own(Float64Array.from({ length: 1600 }, (_, t) => (t % 20 < 10 ? 1 : -1))));
  expect([Math.max(...loud.x), Math.min(...loud.x)]).toEqual([32_767, -32_768]);
  const waiting = set({
    clip: { kind: "own", samples: new Float64Array(1600).fill(0.1) },
    way: "s6",
  });
  expect(figure.describe(run(waiting), waiting, 0)).toBe("s6Waiting");
});

test("the equation's numbers foretell the sample that the picture shows", () => {
  for (const way of ["same", "sent", "past"] as const)
    for (const t of [0, 45, 100]) {
      const v = set({ way, frame: 64 });
      const r = run(v);
      const at = figure.symbols(r, v, t) as Record<string, number> & { lpc: number[][] };
      const now = middleOf(r, t);
      expect(at.y).toBe(r.x[now]);
      expect(Math.abs(at.e! - r.coded[way].residual[now]!), `${way} ${t}`).toBeLessThanOrEqual(0.5);
      expect(at.lpc[0]).toHaveLength(way === "same" ? 1 : 16);
    }
});
