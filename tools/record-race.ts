// What chapter 120's race shows before the reader has run it: npm run record:race. Each model alone, in plain Node; processor
// time, so that other work on the machine counts for little. Writes src/figures/cost-race/recorded.json; takes a quarter of an hour.
// KINDS=mamba,lstm does those alone and leaves of the file what is there of the others. QUICK=1 is a trial.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { settingOf } from "../src/kit/derive.ts";
import { binned } from "../src/figures/cost-race/bins.ts";
import {
  CHARACTERS,
  models,
  READ_FIRST,
  TRAINED,
  type Racer,
} from "../src/figures/cost-race/models.ts";
import { params, startOf, type Setting } from "../src/figures/cost-race/params.ts";
import { raceSide, type SideValues, type Stretch } from "../src/figures/cost-race/side.ts";
import { surprise } from "../src/models/shipped/judge.ts";
import { openReader, type Reader } from "../src/models/shipped/open.ts";
import type { Card } from "../src/models/shipped/card.ts";

const text = readFileSync("public/data/held-out.txt", "utf8");
const quick = process.env.QUICK === "1";
const v = settingOf({ params } as never) as Setting;
const load = (racer: Racer) => {
  const folder = `public/models/${models[racer].id}`;
  const card = JSON.parse(readFileSync(`${folder}/card.json`, "utf8")) as Card;
  return { card, bytes: new Uint8Array(readFileSync(`${folder}/weights.bin`)) };
};
const used = () => process.cpuUsage().user / 1e6;
const { signal } = new AbortController();
const rounded = (all: readonly Stretch[]) =>
  binned(all).map(([at, s]) => [+at.toPrecision(4), +s.toPrecision(3)]);

type Kind = "mamba" | "lstm" | "window" | "all";
const kinds = (process.env.KINDS ?? "mamba,lstm,window,all").split(",") as Kind[];
const racerOf = (kind: Kind): Racer => (kind === "window" || kind === "all" ? "transformer" : kind);
const contexts = quick ? (["none", "k1"] as const) : (["none", "k1", "k10", "k100"] as const);

const times: Record<string, (readonly number[])[]> = {};
const texts: Record<string, Record<string, string>> = {};
for (const kind of kinds) {
  const all: Stretch[] = [];
  texts[kind] = {};
  for (const context of contexts) {
    const sight = kind === "window" ? "window" : "all";
    const fills = kind === "all" && context === "k100" ? READ_FIRST : 0;
    const side: SideValues = { ...v, racer: racerOf(kind), context, sight, fills };
    const began = used();
    const slices = raceSide(side, signal, { model: load(racerOf(kind)), text }, used);
    for (let ended = false; !ended;) {
      const { done, value } = slices.next();
      const product = done ? value : value.product!;
      all.push(...product.fresh!);
      texts[kind]![context] = product.written!;
      ended = done === true;
    }
    console.log(`${kind} ${context}: from ${startOf(side)}, ${(used() - began).toFixed(0)} s`);
  }
  times[kind] = rounded(all);
}

/** Nats a character at positions 2^k … 2^(k+1) − 1, over several beginnings of the held-out text. */
function lossOf(kind: Kind): (readonly number[])[] {
  const { card, bytes } = load(racerOf(kind));
  const context = kind === "all" ? 8192 : TRAINED;
  const shape = kind === "mamba" || kind === "lstm" ? card.shape : { ...card.shape, context };
  const model = openReader({ ...card, shape }, bytes);
  const [sums, counts] = [new Float64Array(17), new Float64Array(17)];
  const short = quick ? [256, 4] : [2048, 12];
  const far = quick ? [] : kind === "all" ? [[8192, 1]] : [[32_768, 1]];
  for (const [length, times] of [short, ...far] as [number, number][])
    for (let k = 0; k < times; k++) {
      const at = Math.floor((k * (text.length - length - 1)) / Math.max(1, times - 1 || 1));
      read(model, text.slice(at, at + length + 1), sums, counts);
    }
  return [...sums]
    .map((sum, k) => [2 ** k * Math.SQRT2, sum / counts[k]!] as const)
    .filter((_, k) => counts[k]! >= 20)
    .map(([at, nats]) => [+at.toPrecision(4), +nats.toFixed(4)]);
}

function read(model: Reader, part: string, sums: Float64Array, counts: Float64Array): void {
  model.reset();
  const ids = [...part].map((c) => CHARACTERS.indexOf(c));
  for (let p = 1; p < ids.length; p++) {
    const bin = Math.floor(Math.log2(p));
    sums[bin]! += surprise(model.read(ids[p - 1]!), ids[p]!);
    counts[bin]!++;
  }
}

const loss: Record<string, (readonly number[])[]> = {};
for (const kind of kinds) {
  loss[kind] = lossOf(kind);
  console.log(kind, loss[kind].map(([at, nats]) => `${at}: ${nats}`).join(", "));
}
const file = "src/figures/cost-race/recorded.json";
const had = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
const record = {
  machine: process.env.MACHINE ?? `${cpus()[0]!.model.trim()}, ${cpus().length} cores`,
  engine: `Node ${process.versions.node}`,
  date: new Date().toISOString().slice(0, 10),
  beginning: v.beginning,
  temperature: v.temperature,
  seed: v.seed,
  times: { ...had.times, ...times },
  loss: { ...had.loss, ...loss },
  texts: { ...had.texts, ...texts },
};
writeFileSync(file, `${JSON.stringify(record, null, 1)}\n`);
console.log(`${JSON.stringify(record).length} bytes: ${file}`);
