// What chapter 80's figure of the digit reader shows beside the reader's own: npm run record:digits <pixels.u8> <labels.u8>
// (28×28 bytes a digit, a byte a label; the last 1,000 were never trained or chosen on). Writes digits.json, recorded.json and
// measured.json of src/figures/image-scan from the shipped weights.
import { readFileSync, writeFileSync } from "node:fs";
import { linkAt, run, type Run } from "../src/figures/image-scan/compute.ts";
import { toHex, type Drawing } from "../src/figures/image-scan/drawing.ts";
import { fitted } from "../src/figures/image-scan/fit.ts";
import { orderNames, orderOf, type OrderName } from "../src/figures/image-scan/orders.ts";
import { columnOf, heard, probabilities, read } from "../src/figures/image-scan/reading.ts";
import { packShares } from "../src/figures/image-scan/recorded.ts";
import { levelOf, PIXELS, valueOf, type Levels } from "../src/figures/image-scan/sheet.ts";
import { tag } from "../src/models/mamba/stack.ts";
import type { Card } from "../src/models/shipped/card.ts";
import { pixelsOf } from "../src/models/shipped/judge.ts";
import { openTagger } from "../src/models/shipped/open.ts";
import { generator } from "../src/numerics/random.ts";
import { penDigit } from "./penDigits.ts";

const folder = new URL("../src/figures/image-scan/", import.meta.url);
const shipped = new URL("../public/models/digits/", import.meta.url);
const [pixels, labels] = process.argv.slice(2).map((file) => readFileSync(file)) as [
  Buffer,
  Buffer,
];
const card = JSON.parse(readFileSync(new URL("card.json", shipped), "utf8")) as Card;
const model = openTagger(card, readFileSync(new URL("weights.bin", shipped)));
const write = (file: string, what: unknown) =>
  writeFileSync(new URL(file, folder), `${JSON.stringify(what, undefined, 1)}\n`);

const TEST = 1000;
const first = labels.length - TEST;
const test = Array.from({ length: TEST }, (_, k) => {
  const i = first + k;
  return { k, label: labels[i]!, values: pixelsOf(pixels.subarray(i * 784, (i + 1) * 784)) };
});
const rows = orderOf("rows");

/** The class said after the last pixel. */
function said(values: Float64Array, order = rows): number {
  const logits = tag(
    model,
    Float64Array.from(order, (pixel) => values[pixel]!),
  ).slice(-10);
  return logits.indexOf(Math.max(...logits));
}
const valuesOf = (levels: Levels) => Float64Array.from(levels, valueOf);
const levelsOf = (values: Float64Array): Levels => Uint8Array.from(values, levelOf);

const right = (order: OrderName) =>
  test.filter(({ values, label }) => said(values, orderOf(order)) === label).length;
const orders = Object.fromEntries(orderNames.map((order) => [order, right(order)]));
const wrong = test.filter(({ values, label }) => said(valuesOf(levelsOf(values))) !== label);

/** Digits drawn by a program, laid out as the figure lays the reader's own, and left as they were drawn. */
function byPen(seed: number, lay: (drawn: Levels) => Levels): number {
  const random = generator(seed);
  return test.filter(({ k }) => said(valuesOf(lay(penDigit(random, k % 10)))) === k % 10).length;
}
const SEED = 1;
write("measured.json", {
  of: TEST,
  orders,
  sixteenLevels: TEST - wrong.length,
  pen: {
    seed: SEED,
    of: TEST,
    right: byPen(SEED, fitted),
    asDrawn: byPen(SEED, (drawn) => drawn),
  },
});

/** The first test digit of each class, and the first 9 that is misread. */
const chosen = [
  ...Array.from({ length: 10 }, (_, digit) => ({
    id: `d${digit}`,
    ...test.find((one) => one.label === digit)!,
  })),
  { id: "odd", ...wrong.find((one) => one.label === 9)! },
];
write(
  "digits.json",
  chosen.map(({ id, k, label, values }) => ({
    id,
    label,
    test: k,
    levels: toHex(levelsOf(values)),
  })),
);
console.log(
  "misread:",
  wrong
    .map(({ k, label, values }) => `${k}: ${label} → ${said(valuesOf(levelsOf(values)))}`)
    .join(", "),
);

const DIGIT = "d3";
const [layer, channel, t] = [5, 6, PIXELS - 1];
const sheet = levelsOf(chosen.find(({ id }) => id === DIGIT)!.values);
const reading = read(model, sheet, rows);
const one = reading.layers[layer - 1]!;
const round = (x: number) => +x.toPrecision(4);
const list = (v: Float64Array) => Array.from(v, round);
const v = {
  digit: { kind: "own", levels: sheet } satisfies Drawing,
  order: "rows",
  layer,
  channel,
  fit: false,
} as const;
const link = linkAt({ ...run(v), reading } satisfies Run, v, t)!;
const { D, y, u } = one;
write("recorded.json", {
  digit: DIGIT,
  order: "rows",
  card: {
    data: card.data.name,
    licence: card.data.licence,
    parameters: card.training["parameters"],
    seed: card.training["seed"],
    steps: card.training["steps"],
    bytes: card.bytes,
  },
  run: {
    layer,
    channel,
    t,
    said: round(y[t * 32 + channel - 1]! - D[channel - 1]! * u[t * 32 + channel - 1]!),
    link: Object.fromEntries(
      Object.entries(link).map(([k, x]) => [k, k === "s" ? x : +x.toPrecision(12)]),
    ),
    delta: list(columnOf(one.delta, channel - 1)),
    u: list(columnOf(u, channel - 1)),
    heard: list(heard(one, channel - 1, t)),
    shares: packShares(probabilities(reading.logits)),
  },
});
