import type { Plan } from "../../src/models/checkpoint/plan.ts";
import { openPacked } from "../../src/models/checkpoint/packed.ts";
import { pack } from "../../src/models/checkpoint/pack.ts";
import { planOf } from "../../src/models/checkpoint/plan.ts";
import type { Source } from "../../src/models/checkpoint/source.ts";
import type { Runnable } from "../../src/models/mamba/stack.ts";
import { readPlaces, readSafetensors } from "../../src/models/safetensors.ts";

type Dtype = "F32" | "F16" | "BF16" | (string & {});
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

const word = new Uint32Array(1);
const single = new Float32Array(word.buffer);
/** The upper 16 bits of a number in single precision, to nearest. */
function brain(x: number): number {
  single[0] = x;
  return ((word[0]! + 0x7fff + ((word[0]! >> 16) & 1)) >>> 16) & 0xffff;
}
/** IEEE 754 binary16, to nearest, of numbers that are not tiny. */
function half(x: number): number {
  if (x === 0) return 0;
  const e = Math.max(-14, Math.floor(Math.log2(Math.abs(x))));
  const f = Math.round((Math.abs(x) / 2 ** e) * 1024);
  return (x < 0 ? 0x8000 : 0) + (e + 15) * 1024 + (f - 1024);
}

/** A safetensors file in any of the number types. */
export function fileOf(tensors: Readonly<Record<string, Tensor>>, dtype: Dtype = "F32"): Blob {
  const size = dtype === "F32" ? 4 : 2;
  let at = 0;
  const places = Object.entries(tensors).map(([name, { shape, data }]) => [
    name,
    { dtype, shape, data_offsets: [at, (at += size * data.length)] },
  ]);
  const header = new TextEncoder().encode(JSON.stringify(Object.fromEntries(places)));
  const first = new Uint8Array(8);
  new DataView(first.buffer).setBigUint64(0, BigInt(header.length), true);
  const numbers = Object.values(tensors).map(({ data }) => {
    if (dtype === "F32") return Float32Array.from(data);
    return Uint16Array.from(data, dtype === "BF16" ? brain : half);
  });
  return new Blob([first, header, ...numbers]);
}

/** The tensors of a file, to be written anew. */
export const tensorsOf = (file: ArrayBuffer): Record<string, Tensor> =>
  Object.fromEntries(readSafetensors(file));

/** A checkpoint's files on their way to a model that runs. */
export async function opened(
  config: unknown,
  files: readonly Source[],
  exact?: boolean,
): Promise<{ model: Runnable; plan: Plan; done: number[] }> {
  const plan = planOf(config, await Promise.all(files.map(readPlaces)), exact);
  const slices = pack(plan, files);
  const done: number[] = [];
  for (;;) {
    const next = await slices.next();
    if (next.done) return { model: openPacked(plan.shape, plan.exact, next.value), plan, done };
    done.push(next.value);
  }
}
