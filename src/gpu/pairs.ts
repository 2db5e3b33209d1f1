import { count, fail } from "../numerics/check.ts";
import type { Gpu } from "./device.ts";
import { measure, submit } from "./submit.ts";
import type { Piece, Timing } from "./submit.ts";
import { limits } from "./work.ts";
import type { Work } from "./work.ts";

/** A shader as it ran. */
export interface Shader {
  readonly name: string;
  readonly code: string;
}

/** Pairs (a, b), the maps h ↦ a·h + b, of one or more series: n × series, the series side by side. */
export interface PairInput {
  readonly a: Float32Array;
  readonly b: Float32Array;
  /** 1 by default. */
  readonly series?: number;
}

/** The same on the device. */
export interface PairBuffers {
  readonly a: GPUBuffer;
  readonly b: GPUBuffer;
  readonly n: number;
  readonly series: number;
}

/** A scan laid out on the device: what to run, where the prefixes will be, the WGSL. */
export interface PairPlan {
  readonly pieces: readonly Piece[];
  readonly a: GPUBuffer;
  readonly b: GPUBuffer;
  readonly shaders: readonly Shader[];
}

/** Lays a scan out. */
export type PairMethod = (work: Work, input: PairBuffers) => Promise<PairPlan>;

/** Inclusive prefixes, shaped as the input. */
export interface PairOutput {
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly timing: Timing | undefined;
  /** The WGSL that ran, in order. */
  readonly shaders: readonly Shader[];
}

/** Brings the pairs there, runs a method, brings the prefixes back. Throws a RangeError on wrong shapes, else as `Gpu.run`. */
export async function runPairs(
  gpu: Gpu,
  { a, b, series = 1 }: PairInput,
  method: PairMethod,
  time = false,
): Promise<PairOutput> {
  const n = count("series", series) && a.length / series;
  count("pairs of a series", n);
  if (b.length !== a.length) fail("b", `of length ${a.length}, as a`, `length ${b.length}`);
  return gpu.run(async (work) => {
    const plan = await method(work, { a: work.upload(a), b: work.upload(b), n, series });
    for (const piece of plan.pieces) await submit(work, piece);
    const timing = time ? await measure(work, plan.pieces) : undefined;
    const out = {
      a: await work.read(plan.a, a.length),
      b: await work.read(plan.b, a.length),
    };
    return { ...out, timing, shaders: plan.shaders };
  });
}

/** Threads of a workgroup in the kernels with one thread for each element. */
export const FLAT = 64;

/** Workgroups for so many threads in a row, folded where the row is too long. */
export function flat(threads: number): [number, number, number] {
  const groups = Math.ceil(threads / FLAT);
  const rows = Math.ceil(groups / limits.groups);
  return [Math.ceil(groups / rows), rows, 1];
}

/** The beginning of a kernel with one thread for each element: its number is `i`. */
export const flatMain = `@compute @workgroup_size(${FLAT})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {
  let i = (group.y * groups.x + group.x) * ${FLAT}u + lane;`;

/** The operator: the earlier map first. Associative, not commutative. */
export const combine = `
struct Pair { a: f32, b: f32 }
fn combine(earlier: Pair, later: Pair) -> Pair {
  return Pair(later.a * earlier.a, later.a * earlier.b + later.b);
}`;
