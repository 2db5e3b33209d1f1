import type { Gpu } from "./device.ts";

/** One kernel as the generated tests see it: what it computes, on what, and how near it must come. */
export interface Kernel<I = unknown> {
  readonly id: string;
  /** Of the largest magnitude of each result. */
  readonly tolerance: number;
  /** Inputs by name, the same at every call. */
  samples(): readonly (readonly [name: string, make: () => I])[];
  /** On the GPU. */
  run(gpu: Gpu, input: I): Promise<readonly Float32Array[]>;
  /** The same on the CPU, in double precision. */
  twin(input: I): readonly Float64Array[];
}

/** The largest difference between a kernel and its twin, relative to the largest magnitude of each result; NaN where one is NaN. */
export async function errorOf<I>(kernel: Kernel<I>, gpu: Gpu, input: I): Promise<number> {
  const got = await kernel.run(gpu, input);
  const want = kernel.twin(input);
  if (got.length !== want.length || got.some((x, k) => x.length !== want[k]!.length)) return NaN;
  let worst = 0;
  for (const [k, w] of want.entries()) {
    const scale = w.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    const off = w.reduce((most, x, i) => Math.max(most, Math.abs(x - got[k]![i]!)), 0);
    worst = Math.max(worst, scale > 0 ? off / scale : off);
  }
  return worst;
}
