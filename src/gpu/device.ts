import { GpuProblem } from "./problem.ts";
import { Work } from "./work.ts";

/** What runs the kernels, as its driver names it; empty strings where the browser keeps it to itself. */
export interface DeviceDescription {
  readonly vendor: string;
  readonly architecture: string;
  readonly name: string;
  /** A software rasteriser, not a graphics card. */
  readonly fallback: boolean;
  /** Whether the GPU's own clock can be read (timestamp-query); otherwise the wall clock around it is. */
  readonly timestamps: boolean;
}

/** Its name in a few words; nothing where the browser keeps it to itself. */
export const nameOf = ({ vendor, architecture, name }: DeviceDescription): string =>
  [...new Set([vendor, architecture, name])].filter(Boolean).join(" ");

/** A device that answers, with what is kept as long as it does. */
export interface Device {
  readonly handle: GPUDevice;
  readonly about: DeviceDescription;
  /** Compiled pipelines by their source. */
  readonly pipelines: Map<string, Promise<GPUComputePipeline>>;
  /** When a measurement last kept it busy (performance.now()): its clock is high for a moment after. */
  busyUntil: number;
}

/** Where the GPU comes from; in a page both are left out. */
export interface GpuOptions {
  /** navigator.gpu by default; Dawn's object in Node. */
  readonly source?: GPU | undefined;
  /** Take a software adapter too. For tests: it is slower than the CPU path. */
  readonly allowFallback?: boolean;
}

/**
 * The GPU, asked for on first use with default limits. A lost device is rebuilt once and the job run again; after a
 * second loss every job throws GpuProblem "lost", and callers stay on the CPU. `release` frees all it holds.
 */
export class Gpu {
  readonly #options: GpuOptions;
  #device: Promise<Device> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #losses = 0;
  #released = false;

  constructor(options: GpuOptions = {}) {
    this.#options = options;
  }

  /** What it is. Throws GpuProblem where there is none. */
  async describe(): Promise<DeviceDescription> {
    return (await this.#open()).about;
  }

  /**
   * Runs one job, after those asked for before; all buffers it made are destroyed when it ends. Throws GpuProblem: where there is no GPU, where it was
   * lost twice, and "failed" with the driver's words where the job was refused (validation, memory).
   */
  run<T>(job: (work: Work) => Promise<T>): Promise<T> {
    const mine = this.#last.then(() => this.#attempt(job));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #attempt<T>(job: (work: Work) => Promise<T>): Promise<T> {
    for (;;) {
      const device = await this.#open();
      const losses = this.#losses;
      try {
        return await guarded(device, job);
      } catch (error) {
        await gone(device); // the news of a loss may come after the failure it caused
        if (this.#losses === losses || this.#released) throw error;
      }
    }
  }

  /** Destroys the device and with it all that was on it. It may not be used again. */
  release(): void {
    this.#released = true;
    void this.#device?.then(({ handle }) => handle.destroy()).catch(() => undefined);
    this.#device = undefined;
  }

  async #open(): Promise<Device> {
    if (this.#released) throw new GpuProblem("lost", "it was released");
    if (this.#losses > 1) throw new GpuProblem("lost");
    this.#device ??= this.#request();
    return await this.#device;
  }

  async #request(): Promise<Device> {
    const device = await requestDevice(this.#options);
    void device.handle.lost.then(() => {
      if (this.#released) return;
      this.#losses++;
      this.#device = undefined;
    });
    return device;
  }
}

async function requestDevice({ source, allowFallback = false }: GpuOptions): Promise<Device> {
  const gpu = source ?? (globalThis as { navigator?: { gpu?: GPU } }).navigator?.gpu;
  if (!gpu) throw new GpuProblem("unsupported");
  const adapter = await answered(gpu.requestAdapter({ powerPreference: "high-performance" }));
  if (!adapter) throw new GpuProblem("no-adapter");
  const { info } = adapter;
  if (info.isFallbackAdapter && !allowFallback) throw new GpuProblem("fallback");
  const timestamps = adapter.features.has("timestamp-query");
  const asked = adapter.requestDevice({ requiredFeatures: timestamps ? ["timestamp-query"] : [] });
  const handle = await answered(asked, (late) => late.destroy());
  handle.addEventListener("uncapturederror", (event) => event.preventDefault()); // jobs catch their own
  const about = {
    vendor: info.vendor,
    architecture: info.architecture,
    name: info.device || info.description,
    fallback: info.isFallbackAdapter,
    timestamps,
  };
  return { handle, about, pipelines: new Map(), busyUntil: -Infinity };
}

/** How long the browser may take to answer, in milliseconds. */
const PATIENCE = 8000;

/** What the browser answers; GpuProblem "no-adapter" where it refuses (a blocklist) or does not answer in time. */
async function answered<T>(asked: Promise<T>, late?: (answer: T) => void): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting = true;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer")), PATIENCE);
  });
  void asked.then((answer) => waiting || late?.(answer)).catch(() => undefined);
  try {
    return await Promise.race([asked, over]);
  } catch (error) {
    throw new GpuProblem("no-adapter", error instanceof Error ? error.message : "");
  } finally {
    waiting = false;
    clearTimeout(timer);
  }
}

/** One job between error scopes, its buffers destroyed afterwards. */
async function guarded<T>(device: Device, job: (work: Work) => Promise<T>): Promise<T> {
  const kinds = ["internal", "validation", "out-of-memory"] as const;
  for (const kind of kinds) device.handle.pushErrorScope(kind);
  const work = new Work(device);
  let outcome: { value: T } | { thrown: unknown };
  try {
    outcome = { value: await job(work) };
  } catch (thrown) {
    outcome = { thrown };
  }
  work.close();
  const errors = await Promise.all(kinds.map(() => device.handle.popErrorScope()));
  const refused = errors.find((error) => error !== null);
  if (refused) throw new GpuProblem("failed", refused.message.split("\n", 1)[0]);
  if ("thrown" in outcome) throw outcome.thrown;
  return outcome.value;
}

/** Resolves when the device is known lost, at the latest after a moment. */
async function gone({ handle }: Device): Promise<void> {
  const moment = new Promise((resolve) => setTimeout(resolve, 20));
  await Promise.race([handle.lost, moment]);
}

let shared: Gpu | undefined;
let leases = 0;

/** A share in the page's one GPU. */
export interface Lease {
  readonly gpu: Gpu;
  /** Gives the share back; with the last one the device is destroyed. Calling it again does nothing. */
  release(): void;
}

/** A share in the page's one GPU: nothing is asked of the browser before the first job. */
export function leaseGpu(): Lease {
  shared ??= new Gpu();
  leases++;
  const gpu = shared;
  let given = false;
  return {
    gpu,
    release() {
      if (given) return;
      given = true;
      if (--leases > 0) return;
      gpu.release();
      shared = undefined;
    },
  };
}
