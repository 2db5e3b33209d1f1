// What chapter 110's figure shows before its model is here: npm run record:live. Reads the first example with the small model from
// public/models and writes src/figures/mamba-live/recorded.json.
import { readFileSync, writeFileSync } from "node:fs";
import { settingOf } from "../src/kit/derive.ts";
import { chosenOf, channelOf, meanOf, topOf } from "../src/figures/mamba-live/look.ts";
import { lengthOf, run, writtenOf, type Run } from "../src/figures/mamba-live/compute.ts";
import figure from "../src/figures/mamba-live/figure.ts";
import { models } from "../src/figures/mamba-live/models.ts";
import { KEPT } from "../src/figures/mamba-live/recorded.ts";
import { readText, writeOn } from "../src/figures/mamba-live/task.ts";
import type { Card } from "../src/models/shipped/card.ts";
import { halfBits } from "./halfBits.ts";

const folder = `public/models/${models.tiny.id}`;
const card = JSON.parse(readFileSync(`${folder}/card.json`, "utf8")) as Card;
const model = { card, bytes: new Uint8Array(readFileSync(`${folder}/weights.bin`)) };
const v = settingOf(figure);
let r: Run = { ...run(v), model };
const { signal } = new AbortController();
for (const task of [readText, writeOn])
  for await (const { product } of task(v, signal, r)) r = { ...r, ...product };
const L = lengthOf(r, v);

const base64 = (x: ArrayBufferView) =>
  Buffer.from(x.buffer, x.byteOffset, x.byteLength).toString("base64");
const halves = (x: Float64Array) => base64(Uint16Array.from(x, halfBits));
const first = (x: Float64Array) => x.subarray(0, L);
const top = Array.from({ length: L }, (_, t) => topOf(r, v, t, KEPT)!).flat();
const { temperature, topk, seed, layer } = v;
const record = {
  temperature,
  topk,
  seed,
  written: writtenOf(r, v),
  mean: halves(first(meanOf(r, v)!)),
  layer,
  ...chosenOf(r, v),
  delta: halves(first(channelOf(r, v)!.delta)),
  top: {
    characters: top.map(({ character }) => character).join(""),
    shares: halves(Float64Array.from(top, ({ share }) => share)),
  },
};
const file = "src/figures/mamba-live/recorded.json";
writeFileSync(file, `${JSON.stringify(record, null, 1)}\n`);
console.log(`${L} characters, ${JSON.stringify(record).length} bytes: ${file}`);
