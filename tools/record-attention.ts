// What chapter 120's figure of both attentions shows before its models are here: npm run record:attention. Reads the default text
// with both models from public/models and writes src/figures/hidden-attention/recorded.json for the settings of its presets.
import { readFileSync, writeFileSync } from "node:fs";
import { initial } from "../src/kit/derive.ts";
import type { Shipped } from "../src/tasks/shipped.ts";
import { mambaMap, run, transformerMap } from "../src/figures/hidden-attention/compute.ts";
import { MAMBA, TEXT, TRANSFORMER } from "../src/figures/hidden-attention/model.ts";
import { knownIn, params } from "../src/figures/hidden-attention/params.ts";
import { presets } from "../src/figures/hidden-attention/presets.ts";
import { read } from "../src/figures/hidden-attention/reading.ts";
import { nameOf, STEPS } from "../src/figures/hidden-attention/recorded.ts";
import type { Card } from "../src/models/shipped/card.ts";
import type { Matrix } from "../src/numerics/matrix.ts";

const model = (id: string): Shipped => ({
  card: JSON.parse(readFileSync(`public/models/${id}/card.json`, "utf8")) as Card,
  bytes: new Uint8Array(readFileSync(`public/models/${id}/weights.bin`)),
});
const slices = read({ mamba: model(MAMBA.id), transformer: model(TRANSFORMER.id) }, knownIn(TEXT));
let step = slices.next();
while (!step.done) step = slices.next();
const reading = step.value;

function packed({ rows, cols, data }: Matrix) {
  const most = +data.reduce((m, x) => Math.max(m, Math.abs(x)), 1e-9).toPrecision(6);
  const steps: number[] = [];
  for (let t = 0; t < rows; t++)
    for (let s = 0; s <= t; s++) steps.push(Math.round((STEPS * data[t * cols + s]!) / most));
  const bytes = Buffer.alloc(2 * steps.length);
  steps.forEach((x, k) => bytes.writeInt16LE(Math.max(-STEPS, Math.min(STEPS, x)), 2 * k));
  return { most, of: bytes.toString("base64") };
}

const record: Record<"mamba" | "transformer", Record<string, object>> = {
  mamba: {},
  transformer: {},
};
for (const { set } of Object.values(presets)) {
  const v = { ...initial(params), ...set };
  if (v.text !== TEXT) continue;
  const r = { ...run(v), reading };
  record.mamba[nameOf(v.layer, v.channel)] = packed(mambaMap(r, v)!);
  record.transformer[nameOf(v.block, v.head)] = packed(transformerMap(r, v)!);
}
const file = "src/figures/hidden-attention/recorded.json";
writeFileSync(file, `${JSON.stringify(record, null, 1)}\n`);
console.log(`${JSON.stringify(record).length} bytes: ${file}`);
