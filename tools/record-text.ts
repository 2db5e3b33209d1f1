// What chapter 130's figure `text` shows before it has read: npm run record:text. The full English model of public/models reads the
// bundled text and the speech ten times; writes public/data/held-out-surprise.u8 and src/figures/text/recorded.json.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Point } from "../src/figures/text/bins.ts";
import { take } from "../src/figures/text/alphabet.ts";
import { MODEL } from "../src/figures/text/model.ts";
import { read, type Felt, type Reading } from "../src/figures/text/reading.ts";
import { textOf, SAMPLE, STEP } from "../src/figures/text/sample.ts";
import { mambaShape } from "../src/models/mamba/shape.ts";
import type { Card } from "../src/models/shipped/card.ts";
import { stackOf } from "../src/models/shipped/open.ts";
import { readWeights } from "../src/models/shipped/weights.ts";

// recorded.json is written here and read by what is imported: an empty one stands in at first.
const file = "src/figures/text/recorded.json";
const blank = {
  count: 1,
  mean: 0,
  error: 0,
  ends: [0, 0],
  parts: [],
  position: [],
  fresh: [],
  knowing: [],
  extra: { cleared: [], letter: [] },
  moved: { cleared: [], letter: [] },
  halves: [],
  times: 0,
  excerpts: [],
  felt: { cleared: [], letter: [] },
  head: { text: "", nats: 0 },
};
if (!existsSync(file)) writeFileSync(file, JSON.stringify({ sample: blank, again: blank }));
const { courseOf } = await import("../src/figures/text/compute.ts");
const { EXTRA } = await import("../src/figures/text/recorded.ts");

/** Characters of the beginning that NumPy reads again; of an excerpt; that are kept behind a change. */
const [HEAD, EXCERPT, BEHIND] = [120, 700, 260];
/** Where the playhead stands in the presets. */
const PLACES = [20_500];

const folder = `public/models/${MODEL}`;
const card = JSON.parse(readFileSync(`${folder}/card.json`, "utf8")) as Card;
const bytes = new Uint8Array(readFileSync(`${folder}/weights.bin`));
const stack = stackOf(mambaShape(card.shape), readWeights(card, bytes));

function readAll(text: string): Reading {
  const slices = read(stack, take(text).ids);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

const base64 = (of: Uint8Array | Int8Array) => Buffer.from(of).toString("base64");
const squares = (nats: ArrayLike<number>) =>
  Uint8Array.from(nats, (x) => Math.min(255, Math.round(STEP * Math.sqrt(x || 0))));
const signed = (extra: Float32Array) =>
  Int8Array.from(extra, (x) =>
    Math.max(-127, Math.min(127, Math.sign(x) * Math.round(EXTRA * Math.sqrt(Math.abs(x || 0))))),
  );
const short = (x: number) => (Number.isNaN(x) ? null : +x.toPrecision(4));
const points = (list: readonly Point[]) =>
  list.map(({ at, size, mean, error }) => [
    short(at),
    size,
    short(mean),
    ...(error > 0 ? [short(error)] : []),
  ]);

function packed(text: string, reading: Reading, wholly: boolean, places: readonly number[]) {
  const c = courseOf(reading, text.length);
  const both = <T, U>({ cleared, letter }: Record<"cleared" | "letter", T>, make: (x: T) => U) => ({
    cleared: make(cleared),
    letter: make(letter),
  });
  const near = (felt: readonly Felt[]) =>
    felt.toSorted((a, b) => Math.abs(a.from - PLACES[0]!) - Math.abs(b.from - PLACES[0]!));
  const first = wholly
    ? reading.felt
    : near(reading.felt.filter((f) => f.kind === "cleared")).slice(0, 1);
  const keep = (kind: string) =>
    first
      .filter((f) => f.kind === kind)
      .map(({ from, extra }) => ({ from, extra: base64(signed(extra.slice(0, BEHIND))) }));
  const starts = wholly ? [0] : [...places.map((p) => p - 300), first[0]!.from - 60, 0];
  const length = wholly ? text.length : EXCERPT;
  return {
    count: c.count,
    mean: short(c.mean),
    error: short(c.error),
    ends: c.ends.map(short),
    parts: Array.from(c.parts, short),
    position: points(c.position),
    fresh: points(c.fresh),
    knowing: points(c.knowing),
    extra: both(c.extra, points),
    moved: both(c.moved, points),
    halves: Array.from(c.halves),
    times: c.times,
    excerpts: starts.map((from) => ({
      from,
      text: text.slice(from, from + length),
      nats: base64(squares(reading.surprise.slice(from, from + length))),
    })),
    felt: { cleared: keep("cleared"), letter: keep("letter") },
    head: {
      text: text.slice(0, HEAD),
      nats: reading.surprise.slice(1, HEAD).reduce((a, b) => a + b) / (HEAD - 1),
    },
  };
}

const text = readFileSync("public/data/held-out.txt", "utf8");
if (text.length !== SAMPLE) throw new Error(`held-out.txt has ${text.length} characters`);
const [speech, whole] = [textOf({}, { source: "again", own: "" })!, readAll(text)];
writeFileSync("public/data/held-out-surprise.u8", squares(whole.surprise));
const record = {
  sample: packed(text, whole, false, PLACES),
  again: packed(speech, readAll(speech), true, []),
};
writeFileSync(file, `${JSON.stringify(record)}\n`);
console.log(`${JSON.stringify(record).length} bytes: ${file}`);
