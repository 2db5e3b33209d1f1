// What chapter 130's figure of the spoken digits shows: npm run record:speech <samples.i16> <index.json> <voices.u8> <voices.json> <word.i16> <left-out models>
// The first two hold the recordings (takes 2–4 were never trained or chosen on), the next two the synthetic voices of tools/train/voices.py (each tenth was never
// trained on), then a word at 8 kHz that is no digit, and a folder with a packed model for each speaker left out. Writes clips.json, recorded.json and
// measured.json of src/figures/speech from the shipped weights, and tests/golden/speech-held-out.{u8,json}.
import { readFileSync, writeFileSync } from "node:fs";
import { deltaOf, run, sharesOf } from "../src/figures/speech/compute.ts";
import { packed, unpacked } from "../src/figures/speech/clips.ts";
import { params } from "../src/figures/speech/params.ts";
import { packShares } from "../src/figures/speech/recorded.ts";
import type { Stack } from "../src/models/mamba/stack.ts";
import type { Card } from "../src/models/shipped/card.ts";
import { openTagger } from "../src/models/shipped/open.ts";
import { FRAMES_A_SECOND } from "../src/models/speech/bands.ts";
import { multiplications } from "../src/models/speech/cost.ts";
import { digitOf } from "../src/models/speech/judge.ts";
import { listen, sharesOf as softmax } from "../src/models/speech/listener.ts";
import { addNoise } from "../src/models/speech/snr.ts";
import { wordsIn } from "../src/models/speech/verdict.ts";
import { generator } from "../src/numerics/random.ts";

const folder = new URL("../src/figures/speech/", import.meta.url);
const golden = new URL("../tests/golden/", import.meta.url);
const write = (file: string, what: unknown, root = folder) =>
  writeFileSync(new URL(file, root), `${JSON.stringify(what, undefined, 1)}\n`);
const [samples, index, voices, voiceIndex, word, left] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

function model(root: string | URL): { card: Card; stack: Stack } {
  const card = JSON.parse(readFileSync(new URL("card.json", root), "utf8")) as Card;
  return { card, stack: openTagger(card, readFileSync(new URL("weights.bin", root))) };
}
const { card, stack } = model(new URL("../public/models/speech/", import.meta.url));

interface Take {
  readonly digit: number;
  readonly speaker: string;
  readonly take: number;
  readonly sound: Float64Array;
}
const whole = (file: string) => {
  const raw = readFileSync(file);
  return Float64Array.from({ length: raw.length / 2 }, (_, i) => raw.readInt16LE(2 * i) / 32768);
};
const all = whole(samples);
const rows = (
  JSON.parse(readFileSync(index, "utf8")) as {
    recordings: [number, string, number, number, number][];
  }
).recordings;
const takes = rows.map(([digit, speaker, take, at, n]): Take => ({
  digit,
  speaker,
  take,
  sound: all.subarray(at, at + n),
}));
const test = takes.filter(({ take }) => take >= 2 && take <= 4);

/** As loud as half of full scale at most. */
const loud = (x: Float64Array) => {
  const peak = x.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-9);
  return x.map((v) => (0.45 * v) / peak);
};
const find = (digit: number, speaker: string, take: number) =>
  loud(takes.find((t) => t.digit === digit && t.speaker === speaker && t.take === take)!.sound);
write("clips.json", [
  { name: "three", digit: 3, sound: packed(find(3, "george", 2)) },
  { name: "one", digit: 1, sound: packed(find(1, "nicolas", 3)) },
  { name: "four", digit: 4, sound: packed(find(4, "yweweler", 2)) },
  { name: "seven", digit: 7, sound: packed(find(7, "jackson", 2)) },
  { name: "wrong", digit: 6, sound: packed(find(6, "jackson", 5)) },
  { name: "word", sound: packed(loud(whole(word))) },
]);

/** A take of each digit and speaker, as bytes, for the test that recomputes what the card says. */
const bundled = test.filter(
  ({ take, digit, speaker }) => take === 2 + ((digit + speaker.length) % 3),
);
let at = 0;
const parts = bundled.map(({ digit, speaker, take, sound }) => {
  const bytes = Buffer.from(packed(loud(sound)), "base64");
  at += bytes.length;
  return { bytes, row: [digit, speaker, take, at - bytes.length, bytes.length] };
});
writeFileSync(
  new URL("speech-held-out.u8", golden),
  Buffer.concat(parts.map(({ bytes }) => bytes)),
);
write("speech-held-out.json", { recordings: parts.map(({ row }) => row) }, golden);

const said = (by: Stack, sound: Float64Array) => digitOf(by, sound).digit;
const right = (by: Stack, list: readonly Take[], change = (x: Float64Array) => x) =>
  list.filter(({ digit, sound }) => said(by, change(sound)) === digit).length;

const random = generator(1);
const white = (n: number) => Float64Array.from({ length: n }, () => random.normal());
/** In noise that begins a fifth of a second before. */
const noisy = (db: number) => (x: Float64Array) => {
  const { R } = addNoise(x, white(x.length), db);
  const y = white(x.length + 1600).map((v) => v * Math.sqrt(R));
  x.forEach((v, i) => (y[1600 + i]! += v));
  return y;
};
const noise = Object.fromEntries(
  [20, 10, 5, 0, -5].map((db) => [db, right(stack, test, noisy(db))]),
);
/** The first share of each recording, cut off. */
const early = Object.fromEntries(
  [80, 60, 50, 40].map((share) => [
    share,
    right(stack, test, (x) => x.subarray(0, Math.round((x.length * share) / 100))),
  ]),
);

const bytes = readFileSync(voices);
const table = JSON.parse(readFileSync(voiceIndex, "utf8")) as [number, string, number, number][];
const held = table.filter((_, k) => (rows.length + k) % 10 === 9);
const voiceOf = ([, , from, n]: [number, string, number, number]) =>
  unpacked(bytes.subarray(from, from + n).toString("base64"));
const heardIn = (x: Float64Array) => {
  const y = new Float64Array(x.length + 4000);
  y.set(x, 800);
  return wordsIn(softmax(listen(stack, y).logits)).length;
};
const words = held.filter(([label]) => label === 10);
const spoken = held.filter(([label]) => label < 10);
const hush = [1e-2, 1e-3].map((level) => white(5 * 60 * 8000).map((v) => v * level));

const speakers = [...new Set(takes.map(({ speaker }) => speaker))];
const late = takes.filter(({ take }) => take > 4);
const per = late.length / speakers.length;
const leftOut = Object.fromEntries(
  speakers.map((who) => {
    const other = model(new URL(`file://${left}/${who}/`)).stack;
    const count = right(
      other,
      late.filter(({ speaker }) => speaker === who),
    );
    console.log(who, count, "of", per);
    return [who, +((100 * count) / per).toFixed(1)];
  }),
);

write("measured.json", {
  parameters: card.training["parameters"],
  bytes: card.bytes,
  multiplications: multiplications(stack.shape) * FRAMES_A_SECOND,
  of: test.length,
  right: right(stack, test),
  noise,
  early,
  leftOutOf: per,
  leftOut,
  voices: {
    of: spoken.length,
    right: spoken.filter((v) => said(stack, voiceOf(v)) === v[0]).length,
  },
  others: { of: words.length, taken: words.filter((v) => heardIn(voiceOf(v)) > 0).length },
  missed: {
    of: test.length,
    count: test.filter(({ sound }) => heardIn(sound) === 0).length,
  },
  hiss: hush.reduce((sum, x) => sum + heardIn(x), 0),
});

const initial = Object.fromEntries(
  Object.entries(params).map(([name, { initial: first }]) => [name, first]),
) as Parameters<typeof run>[0];
const heard = listen(stack, run(initial).samples);
// The channel of that layer whose Δ varies most.
const E = stack.shape.E;
const rowsOf = heard.delta[initial.layer - 1]!;
const spread = Array.from({ length: E }, (_, c) => {
  const d = Float64Array.from({ length: heard.frames }, (__, t) => rowsOf[t * E + c]!);
  return Math.max(...d) - Math.min(...d);
});
console.log(
  "channels by how much Δ varies:",
  spread
    .map((s, c) => [c + 1, +s.toFixed(2)] as const)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 6)
    .join(" "),
);
const result = { ...run(initial), heard };
write("recorded.json", {
  layer: initial.layer,
  channel: initial.channel,
  shares: packShares(sharesOf(result)!),
  delta: Array.from(deltaOf(result, initial)!, (x) => +x.toPrecision(4)),
});
