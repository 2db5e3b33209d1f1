// Writes the taps of two channels of the shipped English Mamba's causal conv1d, lag 0 first, where the figure fuse-filters finds
// them: npx tsx tools/record-conv.ts.
import { readFileSync, writeFileSync } from "node:fs";
import { readWeights } from "../src/models/shipped/weights.ts";

const folder = "public/models/english";
const card = JSON.parse(readFileSync(`${folder}/card.json`, "utf8"));
const tensors = readWeights(card, new Uint8Array(readFileSync(`${folder}/weights.bin`)));

/** PyTorch's conv1d has the oldest input first. */
function taps(layer: number, channel: number) {
  const { shape, data } = tensors.get(`backbone.layers.${layer}.mixer.conv1d.weight`)!;
  const width = shape[2]!;
  const row = Array.from(data.subarray(channel * width, (channel + 1) * width));
  return { layer, channel, taps: row.toReversed().map((x) => +x.toFixed(6)) };
}

const record = { smooth: taps(6, 100), change: taps(0, 13) };
const file = "src/figures/fuse-filters/conv.json";
writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
console.log(file, JSON.stringify(record));
