import { readFileSync } from "node:fs";
import { loadMamba, type LoadOptions, type Mamba } from "../../src/models/mamba.ts";
import { mambaShape } from "../../src/models/mamba/shape.ts";
import { store, tensorSpecs } from "../../src/models/mamba/weights.ts";
import { generator } from "../../src/numerics/random.ts";

const read = (name: string) => readFileSync(`tests/golden/mamba-tiny/${name}`);

/** The checkpoint of tests/golden/mamba-tiny: a buffer of its own at every call. */
export function tinyFile(): ArrayBuffer {
  return Uint8Array.from(read("model.safetensors")).buffer;
}

export const tinyConfig = JSON.parse(read("config.json").toString()) as Record<string, unknown>;

export function tiny(options?: LoadOptions): Mamba {
  return loadMamba(tinyConfig, tinyFile(), options);
}

export const golden = <T>(name: string) => JSON.parse(read(name).toString()) as T;

/** A safetensors file of Float64 tensors. */
export function safetensors(
  tensors: Record<string, { shape: readonly number[]; data: Float64Array }>,
) {
  let at = 0;
  const header = JSON.stringify(
    Object.fromEntries(
      Object.entries(tensors).map(([name, { shape, data }]) => [
        name,
        { dtype: "F64", shape, data_offsets: [at, (at += 8 * data.length)] },
      ]),
    ),
  );
  const bytes = new TextEncoder().encode(header);
  const file = new Uint8Array(8 + bytes.length + at);
  new DataView(file.buffer).setBigUint64(0, BigInt(bytes.length), true);
  file.set(bytes, 8);
  let end = 8 + bytes.length;
  for (const { data } of Object.values(tensors)) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, 8 * data.length), end);
    end += 8 * data.length;
  }
  return file.buffer;
}

/** A model of any config with random weights, through the file format. */
export function randomMamba(config: Record<string, unknown>, seed: number): Mamba {
  const { normal } = generator(seed);
  const shape = mambaShape(config);
  const { tensors } = store(shape);
  const entries = tensorSpecs(shape).map(({ name, shape: dims }) => [
    name,
    { shape: dims, data: (tensors[name] as Float64Array).map(() => 0.5 * normal()) },
  ]);
  const file = safetensors(Object.fromEntries(entries) as Parameters<typeof safetensors>[0]);
  return loadMamba(config, file, { precision: "f64" });
}

/** Random tokens. */
export function tokens(seed: number, vocab: number, L: number): Int32Array {
  const { uniform } = generator(seed);
  return Int32Array.from({ length: L }, () => Math.floor(uniform() * vocab));
}
