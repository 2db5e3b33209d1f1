// Runs the experiment of the figure scan-gpu on the graphics card of this machine, through Dawn, and writes it where the
// figure finds it, for readers without a card: npm run record:scan [-- file.json]. SOFTWARE=1 takes a software adapter, for a trial.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { create } from "webgpu";
import { experiment } from "../src/figures/scan-gpu/experiment.ts";
import { params, type Setting } from "../src/figures/scan-gpu/params.ts";
import { Gpu } from "../src/gpu/device.ts";
import { initial } from "../src/kit/derive.ts";

const soft = process.env.SOFTWARE === "1";
// Chromium rounds the GPU's clock to 100 µs; here it need not be.
const source = create(soft ? [] : ["disable-dawn-features=timestamp_quantization"]);
Object.assign(globalThis, { dawn: source }); // without a reference Dawn ends with the first collection
const gpu = new Gpu({ source, allowFallback: soft });
const lease = { gpu, release: () => undefined };

/** The numbers of series that the presets ask for. */
async function measured(D: number) {
  const setting: Setting = { ...initial(params), D, ...(soft && { most: 10 }) };
  const slices = experiment(setting, lease);
  for (;;) {
    const { done, value } = await slices.next();
    if (!done) continue;
    if (value.absence) throw new Error(`no graphics card: ${value.absence}`);
    return value.measured!.map(({ method, L, seconds, away, error }) => ({
      method,
      L,
      seconds: +seconds.toPrecision(4),
      away: +away.toPrecision(4),
      error: +error.toPrecision(2),
    }));
  }
}

const runs: { D: number; measured: object[] }[] = [];
for (const D of soft ? [1] : [1, 64]) runs.push({ D, measured: await measured(D) });
const { vendor, name } = await gpu.describe();
const record = {
  card: process.env.CARD ?? (name || vendor),
  processor: cpus()[0]?.model.trim() ?? "",
  engine: ["Dawn", process.env.DRIVER].filter(Boolean).join(", "),
  date: new Date().toISOString().slice(0, 10),
  runs,
};
const file = process.argv[2] ?? "src/figures/scan-gpu/recorded.json";
writeFileSync(file, `${JSON.stringify(record, null, 1)}\n`);
console.log(
  `${runs.map(({ D, measured }) => `D ${D}: ${measured.length} results`).join(", ")} in ${file}`,
);
gpu.release();
process.exit(0); // Dawn keeps Node's loop alive
