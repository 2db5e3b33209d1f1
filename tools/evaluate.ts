// How well a shipped model does on a file: npm run evaluate digits <pixels.u8> <labels.u8>, npm run evaluate english <text file> …
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { Card } from "../src/models/shipped/card.ts";
import { type Given, judgeFilms, type Score } from "../src/models/film/judge.ts";
import { openWatcher } from "../src/models/film/watcher.ts";
import { tag } from "../src/models/mamba/stack.ts";
import { heldOut, shareRight, sit } from "../src/models/notes/judge.ts";
import { judge } from "../src/models/radio/judge.ts";
import { judgeText, pixelsOf } from "../src/models/shipped/judge.ts";
import { openReader, openTagger } from "../src/models/shipped/open.ts";
import { digitOf } from "../src/models/speech/judge.ts";

const texts = ["english", "english-tiny", "chinese", "transformer", "lstm"];
const students = readdirSync(new URL("../public/models/", import.meta.url)).filter((id) =>
  id.startsWith("notes-"),
);
const usage = `npm run evaluate digits <pixels.u8> <labels.u8>   (28×28 bytes a digit, a byte a label)
npm run evaluate ${texts.join("|")} <text file>   (chinese: a quatrain a line)
npm run evaluate speech <samples.i16> <index.json>   (8 kHz; recordings: [digit, speaker, take, first sample, samples])
npm run evaluate ${students.join("|")}   (lectures made from a seed)
npm run evaluate film [seed]   (films made from a seed, the static rival beside)
npm run evaluate radio [seed]   (transmissions made from a seed: symbol errors beside the Kalman filter)`;

/** Card and weights of a model, checked. */
function load(id: string): [Card, Uint8Array] {
  const folder = new URL(`../public/models/${id}/`, import.meta.url);
  const card = JSON.parse(readFileSync(new URL("card.json", folder), "utf8")) as Card;
  const bytes = readFileSync(new URL("weights.bin", folder));
  const sum = createHash("sha256").update(bytes).digest("hex");
  if (sum !== card.sha256) throw new Error(`${id}: weights.bin is not the file its card tells of`);
  return [card, bytes];
}

function digits(pixels: string, labels: string): string {
  const model = openTagger(...load("digits"));
  const [x, y] = [readFileSync(pixels), readFileSync(labels)];
  if (x.length !== y.length * 784)
    throw new Error(
      `${pixels} has ${x.length} bytes, which is not 784 for each of ${y.length} labels`,
    );
  let right = 0;
  y.forEach((label, i) => {
    const logits = tag(model, pixelsOf(x.subarray(i * 784, (i + 1) * 784))).slice(-10);
    if (logits.indexOf(Math.max(...logits)) === label) right++;
  });
  return `accuracy ${((100 * right) / y.length).toFixed(2)} % (${right} of ${y.length})`;
}

function text(id: string, file: string): string {
  const [card, bytes] = load(id);
  const model = openReader(card, bytes);
  const { nats, count, unknown } = judgeText(
    model,
    card.characters!,
    readFileSync(file, "utf8"),
    id === "chinese",
  );
  return `${nats.toFixed(4)} nats per character over ${count} characters, ${unknown} outside the vocabulary`;
}

function notes(id: string): string {
  const answered = sit(openReader(...load(id)), heldOut);
  return `${(100 * shareRight(answered)).toFixed(2)} % right of ${answered.length} questions`;
}

/** How the film's watcher and its static rival do on films as they were in training, and on films of four flashes. */
function film(seed: number): void {
  const watchers = [openWatcher(...load("film")), openWatcher(...load("film-static"))];
  const share = (n: number, of: number) => `${((100 * n) / of).toFixed(2)} % (${n} of ${of})`;
  const line = (name: string, { named, glyphs, whole, films }: Score) =>
    `  ${name}: ${share(named, glyphs)} of glyphs, ${share(whole, films)} of whole films`;
  const part = (what: string, given: Given) => {
    const [selective, fixed] = judgeFilms(watchers, seed, 500, given);
    console.log([what, line("S6", selective!), line("static", fixed!)].join("\n"));
  };
  part("none to six flashes, σ up to 0.5, up to two squares", {});
  for (const noise of [0.1, 0.3, 0.5]) part(`four flashes, σ = ${noise}`, { count: 4, noise });
}

/** Symbol errors of the receivers at four signal-to-noise ratios, and how many symbols of 64 transmissions were counted at each. */
function radio(seed: number): string {
  const [two, three] = [openTagger(...load("radio")), openTagger(...load("radio-deep"))];
  const trained = { "S6, two layers": two, "S6, three layers": three };
  return [5, 10, 15, 20]
    .map((snr) => {
      const { of, wrong } = judge({ snr, a: 0.995, every: 16 }, seed, 64, trained);
      const shares = Object.entries(wrong).map(([who, n]) => `${who} ${(n / of).toFixed(4)}`);
      return `${snr} dB: ${shares.join(", ")} (of ${of} symbols)`;
    })
    .join("\n");
}

interface Index {
  readonly recordings: readonly (readonly [
    digit: number,
    speaker: string,
    take: number,
    first: number,
    samples: number,
  ])[];
}

/** Spoken digits, one recording at a time, each as though silence followed it; all of the index. */
function speech(samples: string, index: string): string {
  const model = openTagger(...load("speech"));
  const raw = readFileSync(samples);
  const { recordings } = JSON.parse(readFileSync(index, "utf8")) as Index;
  const wrong: string[] = [];
  for (const [digit, speaker, take, first, count] of recordings) {
    if (2 * (first + count) > raw.length)
      throw new Error(`${samples} ends before ${speaker}'s take ${take} of ${digit} does`);
    const sound = Float64Array.from(
      { length: count },
      (_, i) => raw.readInt16LE(2 * (first + i)) / 32768,
    );
    const said = digitOf(model, sound).digit;
    if (said !== digit) wrong.push(`${speaker}'s ${digit}, take ${take}: ${said}`);
  }
  const right = recordings.length - wrong.length;
  return [
    ...wrong,
    `accuracy ${((100 * right) / recordings.length).toFixed(2)} % (${right} of ${recordings.length})`,
  ].join("\n");
}

const [what = "", ...files] = process.argv.slice(2);
if (what === "digits" && files.length === 2) console.log(digits(files[0]!, files[1]!));
else if (what === "speech" && files.length === 2) console.log(speech(files[0]!, files[1]!));
else if (texts.includes(what) && files.length === 1) console.log(text(what, files[0]!));
else if (students.includes(what) && files.length === 0) console.log(notes(what));
else if (what === "film" && files.length <= 1 && /^\d{0,9}$/.test(files[0] ?? ""))
  film(Number(files[0] ?? 130));
else if (what === "radio" && files.length <= 1 && Number.isSafeInteger(Number(files[0] ?? 1)))
  console.log(radio(Number(files[0] ?? 1)));
else {
  console.error(usage);
  process.exitCode = 2;
}
