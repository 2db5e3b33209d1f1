// Times the GPU kernels on the graphics card of this machine, through Dawn, the engine of Chromium's WebGPU:
// npm run bench:gpu [-- file.json]. With a file it also records the experiment of the figure scan-gpu there.
// SOFTWARE=1 takes a software adapter too, with small sizes; ONLY=backward times the backward pass alone, whose peer is
// tools/bench-gpu/backward-peer.py (Triton).
import { writeFileSync } from "node:fs";
import { create } from "webgpu";
import { Gpu } from "../src/gpu/device.ts";
import { scanSample } from "../src/gpu/kernels/selective-scan/sample.ts";
import { selectiveScan } from "../src/gpu/kernels/selective-scan/scan.ts";
import type { ScanInput, ScanOutput } from "../src/gpu/kernels/selective-scan/scan.ts";
import { selectiveScanTwin } from "../src/gpu/kernels/selective-scan/twin.ts";
import { unfusedScan } from "../src/gpu/kernels/unfused-scan/scan.ts";
import { GpuProblem } from "../src/gpu/problem.ts";
import { measure } from "../src/gpu/submit.ts";
import { backward } from "./bench-gpu/backward.ts";
import { fewChannels, worst } from "../src/gpu/kernels/selective-scan/few.ts";
import type { Line } from "./bench-gpu/line.ts";

const soft = process.env.SOFTWARE === "1";
// Chromium rounds the GPU's clock to 100 µs; here it need not be.
const source = create(soft ? [] : ["disable-dawn-features=timestamp_quantization"]);
Object.assign(globalThis, { dawn: source }); // without a reference Dawn ends with the first collection
const gpu = new Gpu({ source, allowFallback: soft });

const N = 16;
const sizes = soft
  ? [[256, 64]]
  : [
      [4096, 64],
      [2048, 2048],
      [16_384, 2048],
      [65_536, 1024],
      [1_048_576, 64],
    ];

/** What the trimmed walk is to reach on an H200, in microseconds. */
const goals: Record<string, number> = {
  "4096×64": 15,
  "2048×2048": 57,
  "16384×2048": 330,
  "65536×1024": 655,
  "1048576×64": 730,
};

const show = (seconds: number) => (seconds * 1e6).toFixed(1).padStart(10);

/** The sizes' own input: Δ in (0, 0.1), as a trained model has it. */
const input = (L: number, D: number, batch = 1) =>
  scanSample([L, D, N], { step: 0.1, seed: L + D, batch });

/** The largest error over four channels of the first sequence, of the largest |y| among them, against Float64. */
function errorOf(whole: ScanInput, { y }: Pick<ScanOutput, "y">): number {
  const { few, pick } = fewChannels(whole);
  return worst(selectiveScanTwin(few), pick(y));
}

const scanned = (scan: ScanInput, job: () => Promise<ScanOutput>) =>
  run(async () => {
    const out = await job();
    const { chunk, chunks, timing } = out;
    return { seconds: timing!.seconds, error: errorOf(scan, out), chunk, chunks };
  });

async function run(job: () => Promise<Line>): Promise<Line> {
  try {
    return await job();
  } catch (problem) {
    if (problem instanceof GpuProblem && problem.absence === "too-large")
      return { seconds: NaN, error: NaN, chunk: 0, chunks: 0 };
    throw problem;
  }
}

function print(name: string, L: number, D: number, line: Line, goal?: number): void {
  const useful = (3 * L * D + 2 * L * N) * 4;
  const { seconds, error, chunk, chunks } = line;
  const rest = Number.isNaN(seconds)
    ? "does not fit (128 MiB in one binding)"
    : `${show(seconds)} µs ${(useful / seconds / 1e9).toFixed(0).padStart(6)} GB/s  error ${error.toExponential(1)}  chunk ${chunk} × ${chunks}`;
  const verdict =
    goal === undefined ? "" : `  goal ${goal}: ${seconds * 1e6 <= goal ? "met" : "MISSED"}`;
  console.log(`${`${L}×${D}`.padEnd(12)} ${name.padEnd(24)} ${rest}${verdict}`);
}

/** How fast this card copies: 128 MiB, read and written. */
async function copy(): Promise<number> {
  const vectors = soft ? 2 ** 12 : 2 ** 23;
  return gpu.run(async (work) => {
    const code = `@group(0) @binding(0) var<storage, read> a: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> b: array<vec4f>;
@compute @workgroup_size(256)
fn main(@builtin(global_invocation_id) at: vec3u) { b[at.x] = a[at.x]; }`;
    const buffers = [work.empty(vectors * 4), work.empty(vectors * 4)];
    const step = await work.dispatch(code, buffers, [vectors / 256, 1, 1]);
    const { seconds } = await measure(work, [[step]]);
    return (vectors * 32) / seconds;
  });
}

/** The backward pass of the fused scan, with several chunks. */
async function backwards(): Promise<void> {
  const some = soft ? [[256, 64]] : sizes.slice(1, 4);
  for (const [L, D] of some as [number, number][])
    for (const chunk of [undefined, 16, 64, 256]) {
      const line = await run(() => backward(gpu, input(L, D), chunk));
      print("fused backward", L, D, line);
    }
}

async function table(): Promise<void> {
  for (const [L, D] of sizes as [number, number][]) {
    const scan = input(L, D);
    const time = true;
    const ways: [string, () => Promise<ScanOutput>][] = [
      ["sequential", () => selectiveScan(gpu, scan, { chunk: L, time })],
      ["unfused, Hillis–Steele", () => unfusedScan(gpu, scan, { time })],
      ["unfused, Blelloch", () => unfusedScan(gpu, scan, { method: "blelloch", time })],
    ];
    for (const [name, way] of ways) print(name, L, D, await scanned(scan, way));
    const general = { time, tuning: { trim: false } } as const;
    print(
      "fused, general walk",
      L,
      D,
      await scanned(scan, () => selectiveScan(gpu, scan, general)),
    );
    const fused = await scanned(scan, () => selectiveScan(gpu, scan, { time }));
    print("fused", L, D, fused, goals[`${L}×${D}`]);
  }
  if (soft) return;
  const eight = input(2048, 2048, 8);
  const whole = scanSample([16_384, 2048, N], { full: true });
  for (const [name, scan] of [
    ["8 × ", eight],
    ["softplus, D, z: ", whole],
  ] as const)
    for (const tuning of [{ trim: false } as const, {}]) {
      const line = await scanned(scan, () => selectiveScan(gpu, scan, { time: true, tuning }));
      const way = "trim" in tuning ? "fused, general walk" : "fused";
      print(`${name}${way}`, scan.L, scan.channels, line);
    }
}

/** The experiment of the figure, for readers without a graphics card: D = 64, N = 16, L from 2⁸ to 2²⁰. */
async function record(file: string, bytes: number): Promise<void> {
  const D = 64;
  const runs: object[] = [];
  for (let power = 8; power <= (soft ? 9 : 20); power++) {
    const L = 2 ** power;
    const scan = input(L, D);
    const keep = (method: string, { seconds, error, chunk, chunks }: Line) => {
      if (!Number.isNaN(seconds))
        runs.push({ L, method, chunk, chunks, seconds: Number(seconds.toPrecision(4)), error });
    };
    const time = true;
    keep("sequential", await scanned(scan, () => selectiveScan(gpu, scan, { chunk: L, time })));
    for (const method of ["hillis-steele", "blelloch"] as const)
      keep(method, await scanned(scan, () => unfusedScan(gpu, scan, { method, time })));
    for (let chunks = 4; chunks <= Math.min(4096, L / 4); chunks *= 4)
      keep(
        "chunked",
        await scanned(scan, () => selectiveScan(gpu, scan, { chunk: L / chunks, time })),
      );
    keep("fused", await scanned(scan, () => selectiveScan(gpu, scan, { time })));
    keep("fused-backward", await run(() => backward(gpu, scan)));
  }
  const { name, vendor } = await gpu.describe();
  const device = { name, vendor, copyBytesPerSecond: Number(bytes.toPrecision(3)) };
  const about = { engine: "Dawn (npm webgpu)", date: new Date().toISOString().slice(0, 10) };
  writeFileSync(
    file,
    `${JSON.stringify({ device, ...about, channels: D, states: N, runs }, null, 1)}\n`,
  );
  console.log(`${runs.length} runs recorded in ${file}`);
}

console.log(JSON.stringify(await gpu.describe()));
const bytes = await copy();
console.log(`copy kernel, 128 MiB: ${(bytes / 1e9).toFixed(0)} GB/s read and written`);
if (process.env.ONLY !== "backward") await table();
await backwards();
if (process.argv[2]) await record(process.argv[2], bytes);
gpu.release();
process.exit(0); // Dawn keeps Node's loop alive
