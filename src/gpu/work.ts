import type { Device } from "./device.ts";
import { GpuProblem } from "./problem.ts";

// The numbers of the standard: their names are globals only where a browser is.
const [MAP_READ, COPY_SRC, COPY_DST, UNIFORM, STORAGE] = [0x1, 0x4, 0x8, 0x40, 0x80];
const READ = 1;

/** One dispatch, or one copy between buffers (in floats), in the order they run. */
export type Step =
  | {
      readonly pipeline: GPUComputePipeline;
      readonly bindings: GPUBindGroup;
      readonly groups: readonly [number, number, number];
    }
  | {
      readonly from: GPUBuffer;
      readonly to: GPUBuffer;
      readonly fromFloat?: number;
      readonly toFloat?: number;
      readonly floats: number;
    };

/** The most workgroups along one side of a dispatch, the most bytes of a binding: WebGPU's default limits. */
export const limits = { groups: 65_535, binding: 2 ** 27 } as const;

/** What one job makes on the device: buffers (destroyed when it closes), bindings, results. */
export class Work {
  readonly device: Device;
  readonly #buffers: GPUBuffer[] = [];
  readonly #queries: GPUQuerySet[] = [];

  constructor(device: Device) {
    this.device = device;
  }

  /** A storage buffer of so many floats, zeros at first. Throws GpuProblem "too-large" above 128 MiB. */
  empty(floats: number): GPUBuffer {
    const size = Math.max(16, Math.ceil(floats) * 4);
    if (size > limits.binding)
      throw new GpuProblem(
        "too-large",
        `${Math.ceil(size / 2 ** 20)} MiB in one piece, 128 at most`,
      );
    return this.#keep(size, STORAGE | COPY_SRC | COPY_DST);
  }

  /** A storage buffer that holds these numbers. Throws as `empty`. */
  upload(data: Float32Array): GPUBuffer {
    const buffer = this.empty(data.length);
    this.device.handle.queue.writeBuffer(buffer, 0, data as Float32Array<ArrayBuffer>);
    return buffer;
  }

  /** A uniform buffer of whole numbers. */
  uniform(numbers: readonly number[]): GPUBuffer {
    const data = new Uint32Array(Math.ceil(numbers.length / 4) * 4);
    data.set(numbers);
    const buffer = this.#keep(data.byteLength, UNIFORM | COPY_DST);
    this.device.handle.queue.writeBuffer(buffer, 0, data);
    return buffer;
  }

  /** Brings the first `floats` numbers back. */
  async read(buffer: GPUBuffer, floats: number): Promise<Float32Array> {
    const { handle } = this.device;
    const landing = this.#keep(Math.max(4, floats * 4), MAP_READ | COPY_DST);
    const encoder = handle.createCommandEncoder();
    encoder.copyBufferToBuffer(buffer, 0, landing, 0, floats * 4);
    handle.queue.submit([encoder.finish()]);
    await landing.mapAsync(READ);
    const out = new Float32Array(landing.getMappedRange().slice(0));
    landing.destroy();
    return out;
  }

  /** The pipeline of a shader with one entry point, compiled once for each device. */
  async pipeline(code: string): Promise<GPUComputePipeline> {
    const { pipelines, handle } = this.device;
    const known = pipelines.get(code);
    if (known) return known;
    const module = handle.createShaderModule({ code });
    const made = handle.createComputePipelineAsync({ layout: "auto", compute: { module } });
    pipelines.set(code, made);
    made.catch(() => pipelines.delete(code));
    return made;
  }

  /** A dispatch with its buffers or parts of them (from a multiple of 256 bytes), bound in order from binding 0. Throws GpuProblem "too-large" on too many workgroups. */
  async dispatch(
    code: string,
    buffers: readonly (GPUBuffer | GPUBufferBinding)[],
    groups: readonly [number, number, number],
  ): Promise<Step> {
    if (Math.max(...groups) > limits.groups)
      throw new GpuProblem(
        "too-large",
        `${Math.max(...groups)} workgroups in a row, 65,535 at most`,
      );
    const pipeline = await this.pipeline(code);
    const bindings = this.device.handle.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: buffers.map((buffer, binding) => ({
        binding,
        resource: "buffer" in buffer ? buffer : { buffer },
      })),
    });
    return { pipeline, bindings, groups };
  }

  /** A pair of GPU clock readings, with the buffer they are resolved into. */
  clock(): { readonly set: GPUQuerySet; readonly ticks: GPUBuffer } {
    const set = this.device.handle.createQuerySet({ type: "timestamp", count: 2 });
    this.#queries.push(set);
    return { set, ticks: this.#keep(16, 0x200 | COPY_SRC) }; // QUERY_RESOLVE
  }

  /** Destroys everything it made. */
  close(): void {
    for (const buffer of this.#buffers) buffer.destroy();
    for (const set of this.#queries) set.destroy();
  }

  #keep(size: number, usage: number): GPUBuffer {
    const buffer = this.device.handle.createBuffer({ size, usage });
    this.#buffers.push(buffer);
    return buffer;
  }
}
