// Times the selective scan fused and apart, forward and backward, on the graphics card of this machine, through Dawn, with the
// figure's own code, and writes it where the figure finds it: npm run record:traffic [-- file.json]. SOFTWARE=1 takes a
// software adapter and small sizes, for a trial.
import { writeFileSync } from "node:fs";
import { create } from "webgpu";
import { onCard } from "../src/figures/memory-traffic/card.ts";
import type { Recorded } from "../src/figures/memory-traffic/recorded.ts";
import { sampleOf } from "../src/figures/memory-traffic/sample.ts";
import { Gpu } from "../src/gpu/device.ts";
import { GpuProblem } from "../src/gpu/problem.ts";
import { patiently } from "../src/tasks/clock.ts";

const soft = process.env.SOFTWARE === "1";
// Chromium rounds the GPU's clock to 100 µs; here it need not be.
const source = create(soft ? [] : ["disable-dawn-features=timestamp_quantization"]);
Object.assign(globalThis, { dawn: source }); // without a reference Dawn ends with the first collection
const gpu = new Gpu({ source, allowFallback: soft });

const powers = Array.from({ length: soft ? 1 : 11 }, (_, k) => [2 ** (8 + k), 64, 16] as const);
const others = [
  [2048, 1536, 1],
  [2048, 1536, 16],
  [2048, 1536, 64],
  [2048, 512, 16],
  [2048, 2048, 16],
  [16_384, 2048, 16],
  [65_536, 1024, 16],
] as const;

const runs: Recorded[] = [];
for (const [L, D, N] of [...powers, ...(soft ? [] : others)]) {
  const input = await patiently(sampleOf(L, D, N));
  for (const [pass, way] of [
    ["forward", "apart"],
    ["forward", "fused"],
    ["backward", "fused"],
  ] as const)
    try {
      const { seconds, error } = await onCard(gpu, input, way, pass);
      const of = { pass, way, L, D, N, seconds: +seconds.toPrecision(4) };
      runs.push({ ...of, error: +error.toPrecision(2) });
      console.log(`${pass} ${way} ${L} × ${D}, N ${N}: ${(1e6 * seconds).toFixed(1)} µs, ${error}`);
    } catch (problem) {
      if (!(problem instanceof GpuProblem && problem.absence === "too-large")) throw problem;
    }
}
const { vendor, name } = await gpu.describe();
const record = {
  card: process.env.CARD ?? (name || vendor),
  engine: ["Dawn", process.env.DRIVER].filter(Boolean).join(", "),
  date: new Date().toISOString().slice(0, 10),
  runs,
};
const file = process.argv[2] ?? "src/figures/memory-traffic/recorded.json";
writeFileSync(file, `${JSON.stringify(record, null, 1)}\n`);
console.log(`${runs.length} results in ${file}`);
gpu.release();
process.exit(0); // Dawn keeps Node's loop alive
