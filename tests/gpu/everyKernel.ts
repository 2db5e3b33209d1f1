import { Gpu } from "../../src/gpu/device.ts";
import type { DeviceDescription } from "../../src/gpu/device.ts";
import { errorOf } from "../../src/gpu/kernel.ts";
import type { Kernel } from "../../src/gpu/kernel.ts";
import { pairScan } from "../../src/gpu/pairScan.ts";
import { GpuProblem } from "../../src/gpu/problem.ts";

/** Every kernel folder; a new one is found by itself. */
export const kernels = Object.values(
  import.meta.glob<Kernel>("../../src/gpu/kernels/*/kernel.ts", { eager: true, import: "default" }),
);

/** A shader made wrong on purpose. */
export interface Mutant {
  readonly kernel: string;
  readonly what: string;
  /** The sample that must notice, by how its name begins. */
  readonly on: string;
  readonly from: string;
  readonly to: string;
}

const swapped = { from: "later.a * earlier.b + later.b", to: "earlier.a * later.b + earlier.b" };
export const mutants: readonly Mutant[] = [
  ...["pair-scan", "sequential", "hillis-steele", "blelloch", "unfused-scan"].map((kernel) => ({
    kernel,
    what: "the operator's order swapped",
    on: kernel === "unfused-scan" ? "L 100" : "n 100",
    ...swapped,
  })),
  {
    kernel: "pair-scan",
    what: "a carry dropped",
    on: 'n 100, 3 series, {"method":"chunked","chunk":17',
    from: "Pair(carryA[i - job.series], carryB[i - job.series])",
    to: "Pair(carryA[i - job.series], 0.0 * carryB[i - job.series])",
  },
  {
    kernel: "hillis-steele",
    what: "the gap one too long",
    on: "n 100",
    from: "i >= job.gap",
    to: "i > job.gap",
  },
  {
    kernel: "blelloch",
    what: "the root not cleared",
    on: "n 100",
    from: "if (2u * job.gap == job.size)",
    to: "if (job.gap == 0u)",
  },
  {
    kernel: "selective-scan",
    what: "a carry dropped",
    on: "L 17",
    from: "select(group.y, job.entry,",
    to: "select(job.entry, job.entry,",
  },
  {
    kernel: "selective-scan",
    what: "chunks shifted by one",
    on: "L 17",
    from: "job.origin + group.y * job.chunk",
    to: "job.origin + min(group.y, 1u) + group.y * job.chunk",
  },
  {
    kernel: "selective-scan",
    what: "a chunk's decay forgotten",
    on: "L 100, D 3",
    from: "h = exp2(a * t0) * h + e0;\n",
    to: "h = h + e0;\n",
  },
  {
    kernel: "selective-scan",
    what: "trimmed: the sets' turns mixed up",
    on: "L 64, D 64",
    from: "u4 = u[i + 4u * COLUMNS + 0u * COLUMNS];",
    to: "u4 = u[i + 5u * COLUMNS + 0u * COLUMNS];",
  },
  {
    kernel: "selective-scan",
    what: "trimmed: the tokens behind the whole rounds from rest",
    on: "L 77, D 256",
    from: "select(group.y, job.entry, group.y == 0u && job.begin == 0u)",
    to: "select(group.y, job.exit + 1u, group.y == 0u && job.begin == 0u)",
  },
  {
    kernel: "selective-scan",
    what: "log for log1p",
    on: "L 50",
    from: "max(x, f32()) + 2.0 * s * p",
    to: "log(1.0 + exp(x))",
  },
  ...[
    {
      what: "what comes from later chunks dropped",
      from: "let enters = ((job.row + group.y) * job.batch",
      to: "let enters = ((job.row + 0u * group.y) * job.batch",
    },
    {
      what: "every stretch from rest",
      from: "let row = (s / 2u",
      to: "let row = (0u * s / 2u",
    },
    {
      what: "the decay before the addition",
      from: "* (h0_0 + u0 * B0_0)",
      to: "* h0_0 + (u0 * B0_0)",
    },
    {
      what: "dB and dC of one channel alone",
      from: "sum += exchange[",
      to: "sum = exchange[",
    },
  ].map((mutant) => ({ kernel: "selective-scan-backward", on: "L 300, D 3, N 2", ...mutant })),
  {
    kernel: "selective-scan-backward",
    what: "the softplus' slope forgotten",
    on: "L 50, D 3, N 4",
    from: " * sigmoid(delta[i0] + bias)",
    to: "",
  },
];

export interface Result {
  readonly kernel: string;
  readonly name: string;
  readonly error: number;
  readonly problem: string;
}

export interface Report {
  readonly device: DeviceDescription;
  readonly results: readonly Result[];
  /** For each mutant the error on its sample. */
  readonly caught: readonly number[];
  /** What happened around the device: see `life`. */
  readonly life: readonly string[];
}

/** Which of the four parts of each kernel's samples are asked for, and whether the mutants are. */
export interface Part {
  readonly quarters: readonly number[];
  readonly mutants: boolean;
}
export const WHOLE: Part = { quarters: [0, 1, 2, 3], mutants: true };

/** Some of the four parts into which a kernel's samples are divided, those of one shader mostly together. */
export function samplesOf(kernel: Kernel<unknown>, { quarters }: Part) {
  const samples = kernel.samples();
  const upTo = (part: number) => Math.round((part * samples.length) / 4);
  return quarters.flatMap((quarter) => samples.slice(upTo(quarter), upTo(quarter + 1)));
}

/** The generated test body: every kernel on its samples, the mutants that show that samples can fail, the life of a device. */
export async function everyKernel(source: GPU, part: Part = WHOLE): Promise<Report> {
  const gpu = new Gpu({ source, allowFallback: true });
  const results: Result[] = [];
  for (const kernel of kernels)
    for (const [name, make] of samplesOf(kernel, part)) {
      const { id } = kernel;
      try {
        const error = await errorOf(kernel, gpu, make());
        results.push({ kernel: id, name, error, problem: "" });
      } catch (problem) {
        results.push({ kernel: id, name, error: NaN, problem: String(problem) });
      }
    }
  const device = await gpu.describe();
  gpu.release();
  const caught: number[] = [];
  for (const mutant of part.mutants ? mutants : []) caught.push(await errorWith(source, mutant));
  return { device, results, caught, life: await life(source) };
}

/** The error of a mutant on its sample; NaN where its shader never came by. */
async function errorWith(source: GPU, mutant: Mutant): Promise<number> {
  let touched = false;
  const gpu = new Gpu({
    allowFallback: true,
    source: tampered(source, (device) => {
      const create = device.createShaderModule.bind(device);
      device.createShaderModule = ({ code }) => {
        touched ||= code.includes(mutant.from);
        return create({ code: code.replaceAll(mutant.from, mutant.to) });
      };
    }),
  });
  const kernel = kernels.find(({ id }) => id === mutant.kernel)!;
  const [, make] = kernel.samples().find(([name]) => name.startsWith(mutant.on))!;
  const error = await errorOf(kernel, gpu, make());
  gpu.release();
  return touched ? error : NaN;
}

/** A source whose devices are changed before anyone sees them. */
function tampered(source: GPU, change: (device: GPUDevice) => void): GPU {
  return {
    requestAdapter: async (options?: GPURequestAdapterOptions) => {
      const adapter = await source.requestAdapter(options);
      const request = adapter!.requestDevice.bind(adapter);
      adapter!.requestDevice = async (wish) => {
        const device = await request(wish);
        change(device);
        return device;
      };
      return adapter;
    },
  } as GPU;
}

/** Software refused, a shader refused, a device lost once and twice, everything freed. */
async function life(source: GPU): Promise<string[]> {
  const input = { a: Float32Array.of(0.5, 0.5), b: Float32Array.of(1, 1) };
  const said: string[] = [];
  const note = async (what: string, job: () => Promise<unknown>) =>
    said.push(
      `${what}: ${await job().then(String, (e) => (e instanceof GpuProblem ? e.absence : String(e)))}`,
    );
  const strict = new Gpu({ source });
  await note("software", () => strict.describe().then(({ fallback }) => fallback || "a real card"));

  let devices: GPUDevice[] = [];
  let buffers = 0;
  const gpu = new Gpu({
    allowFallback: true,
    source: tampered(source, (device) => {
      devices.push(device);
      const create = device.createBuffer.bind(device);
      device.createBuffer = (wish) => {
        buffers++;
        const buffer = create(wish);
        const destroy = buffer.destroy.bind(buffer);
        let gone = false;
        buffer.destroy = () => {
          if (!gone) buffers--;
          gone = true;
          return destroy();
        };
        return buffer;
      };
    }),
  });
  const scan = () => pairScan(gpu, input).then(({ b }) => b.join(" "));
  await note("at first", scan);
  await note("buffers left", async () => buffers);
  await note("a bad shader", () => gpu.run((work) => work.pipeline("fn main( {")));
  await note("after it", scan);
  devices.at(-1)!.destroy();
  await note("lost once", scan);
  await note("devices", async () => devices.length);
  devices.at(-1)!.destroy();
  await note("lost twice", scan);
  await note("then", scan);
  gpu.release();
  return said;
}
