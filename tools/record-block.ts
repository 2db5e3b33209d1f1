// What chapter 110's figure of one block shows before its model is here: npm run record:block. Reads the default text with the
// small model from public/models and writes src/figures/block/recorded.json.
import { readFileSync, writeFileSync } from "node:fs";
import { read } from "../src/figures/block/compute.ts";
import { DEFAULT, MODEL } from "../src/figures/block/model.ts";
import { scaleOf, seenIn, stripNames } from "../src/figures/block/seen.ts";
import type { Card } from "../src/models/shipped/card.ts";

const folder = `public/models/${MODEL}`;
const card = JSON.parse(readFileSync(`${folder}/card.json`, "utf8")) as Card;
const model = { card, bytes: new Uint8Array(readFileSync(`${folder}/weights.bin`)) };
const { run } = read(model, DEFAULT.text);
const layer = DEFAULT.layer - 1;

/** Numbers in steps of a 127th of the largest. */
function packed(x: Float64Array) {
  const most = x.reduce((m, a) => Math.max(m, Math.abs(a)), 1e-9);
  const steps = Int8Array.from(x, (a) => Math.round((127 * a) / most));
  return { most: +most.toPrecision(6), of: Buffer.from(steps.buffer).toString("base64") };
}
const short = (x: Float64Array) => Array.from(x, (a) => +a.toPrecision(4));

function kept(t: number) {
  const seen = seenIn(run, layer, t);
  const { before, after, kept: share } = seen.states(DEFAULT.channel - 1)!;
  return {
    t,
    strips: Object.fromEntries(stripNames.map((name) => [name, packed(seen.strips[name])])),
    past: seen.past.map(packed),
    states: { before: short(before), after: short(after), kept: short(share) },
  };
}
const scale = Object.entries(scaleOf(run, layer)).map(([name, x]) => [name, +x.toPrecision(6)]);
const record = { scale: Object.fromEntries(scale), characters: DEFAULT.recorded.map(kept) };
const file = "src/figures/block/recorded.json";
writeFileSync(file, `${JSON.stringify(record, null, 1)}\n`);
console.log(`${JSON.stringify(record).length} bytes: ${file}`);
