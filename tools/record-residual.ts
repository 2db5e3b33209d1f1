// What chapter 130's figure of a foretold waveform shows before its model is there, and what was counted on recordings that nothing was trained or chosen on:
// npm run record:residual <samples.i16> <index.json> (format of npm run evaluate speech; takes 2 to 4 are counted). Writes clips.json, recorded.json and
// measured.json of src/figures/residual, and the held-out figure of the model's card.
import { readFileSync, writeFileSync } from "node:fs";
import { foretell, type Foretold, hopsOf, KEPT } from "../src/figures/residual/foretold.ts";
import { meansByKind } from "../src/figures/residual/kinds.ts";
import { params } from "../src/figures/residual/params.ts";
import type { Card } from "../src/models/shipped/card.ts";
import { openTagger } from "../src/models/shipped/open.ts";
import { type Coded, code, encode, totalBits, type Way } from "../src/models/waveform/codec.ts";

const [samples, index] = process.argv.slice(2) as [string, string];
const folder = new URL("../src/figures/residual/", import.meta.url);
const model = new URL("../public/models/waveform/", import.meta.url);
const card = JSON.parse(readFileSync(new URL("card.json", model), "utf8")) as Card;
const stack = openTagger(card, readFileSync(new URL("weights.bin", model)));
const write = (file: string, what: unknown, root = folder) =>
  writeFileSync(
    new URL(file, root),
    `${JSON.stringify(what, undefined, 1).replace(/\[[^[\]{}"]*\]/g, (row) => row.replace(/\s+/g, ""))}\n`,
  );

const raw = readFileSync(samples);
const whole = (bytes: Buffer, from: number, n: number) =>
  Int32Array.from({ length: n }, (_, i) => bytes.readInt16LE(from + 2 * i));
const { recordings } = JSON.parse(readFileSync(index, "utf8")) as {
  recordings: [digit: number, who: string, take: number, at: number, n: number][];
};
const held = recordings.filter(([, , take]) => take >= 2 && take <= 4);
const sound = ([, , , at, n]: (typeof held)[number]) => whole(raw, 2 * at, n);

/** One digit of each of three speakers, a tenth of a second apart. */
function voices(): Int32Array {
  const three = [
    [3, "jackson"],
    [1, "nicolas"],
    [4, "theo"],
  ].map(([digit, who]) => sound(held.find((r) => r[0] === digit && r[1] === who)!));
  const gap = new Int32Array(800);
  return Int32Array.from(three.flatMap((x, k) => (k === 0 ? [...x] : [...gap, ...x])));
}
const wav = readFileSync(new URL("../public/audio/remembers.wav", import.meta.url));
const clips = { sentence: whole(wav, 44, (wav.length - 44) / 2), voices: voices() };
write(
  "clips.json",
  Object.fromEntries(
    Object.entries(clips).map(([name, x]) => [
      name,
      { length: x.length, stream: Buffer.from(encode(x, KEPT)).toString("base64") },
    ]),
  ),
);

const done = (x: Int32Array): Foretold => {
  const coming = foretell(x, stack);
  for (;;) {
    const { value, done: over } = coming.next();
    if (over) return value;
  }
};

/** The channel whose Δ is recorded: of layer 2 the one that differs most between still, voiced and hissing sounds. */
const [LAYER, CHANNEL] = [params.layer.initial, params.channel.initial];
const column = (all: Float64Array, channel: number) => {
  const { E } = stack.shape;
  return Float64Array.from({ length: all.length / E }, (_, hop) => all[hop * E + channel - 1]!);
};

/** Extremes of each of 256 columns, and Δ at each hop. */
function record(x: Int32Array) {
  const f = done(x);
  const part = (c: number) =>
    f.residual.subarray(Math.floor((c * x.length) / 256), Math.floor(((c + 1) * x.length) / 256));
  const columns = Array.from({ length: 256 }, (_, c) => part(c));
  return {
    bits: totalBits(f),
    low: columns.map((part) => Math.min(0, ...part)),
    high: columns.map((part) => Math.max(0, ...part)),
    layer: LAYER,
    channel: CHANNEL,
    delta: Array.from(column(f.delta[LAYER - 1]!, CHANNEL), (d) => +d.toPrecision(3)),
  };
}
const recorded = { sentence: record(clips.sentence), voices: record(clips.voices) };
write("recorded.json", recorded);

/** Mean Δ of each kind of hop: of the recorded channel, and of all channels of each layer. */
function byKind(x: Int32Array, { delta }: Foretold) {
  const E = stack.shape.E;
  const hops = hopsOf(x.length);
  const mean = (all: Float64Array) =>
    Float64Array.from({ length: hops }, (_, h) =>
      all.subarray(h * E, (h + 1) * E).reduce((sum, d) => sum + d / E, 0),
    );
  return {
    channel: meansByKind(x, column(delta[LAYER - 1]!, CHANNEL)),
    layer1: meansByKind(x, mean(delta[0]!)),
    layer2: meansByKind(x, mean(delta[1]!)),
  };
}

const ways: Record<string, Way> = {
  same: { kind: "same" },
  sent32: { kind: "sent", p: 16, frame: 256 },
  sent64: { kind: "sent", p: 16, frame: 512 },
  sent128: { kind: "sent", p: 16, frame: 1024 },
  ten64: { kind: "sent", p: 10, frame: 512 },
  ten96: { kind: "sent", p: 10, frame: 768 }, // the fewest of orders 8 to 16 and frames of 32 to 128 ms, within 0.001
  past: { kind: "past", p: 16 },
  past32: { kind: "past", p: 32 },
};
const count = held.reduce((sum, [, , , , n]) => sum + n, 0);
const mean = (coded: (x: Int32Array) => Coded) =>
  held.reduce((sum, r) => sum + totalBits(coded(sound(r))), 0) / count;
const short = (x: number) => +x.toFixed(3);
const bits = Object.fromEntries(
  Object.entries(ways).map(([name, way]) => [name, short(mean((x) => code(x, way)))]),
);
const byS6 = held.map((r) => ({
  r,
  s6: totalBits(done(sound(r))),
  past: totalBits(code(sound(r), ways["past"]!)),
}));
const s6 = short(byS6.reduce((sum, one) => sum + one.s6, 0) / count);
write("measured.json", {
  recordings: held.length,
  samples: count,
  bits: { ...bits, s6 },
  fewerThanPast: byS6.filter((one) => one.s6 < one.past).length,
  parameters: (card.training as { parameters: number }).parameters,
  bytes: card.bytes,
  delta: byKind(clips.sentence, done(clips.sentence)),
});
const perSample = short(recorded.voices.bits / clips.voices.length);
write("card.json", { ...card, heldOut: { ...card.heldOut, value: perSample } }, model);
console.log({ ...bits, s6 });
