import { fail } from "../numerics/check.ts";
import { half } from "./half.ts";

/** One tensor of a file, flat and row-major. F16 and BF16 are widened to Float32, which holds them exactly. */
export interface StoredTensor {
  readonly dtype: "F64" | "F32" | "F16" | "BF16";
  readonly shape: readonly number[];
  readonly data: Float32Array | Float64Array;
}

const bytes = { F64: 8, F32: 4, F16: 2, BF16: 2 } as const;
const MOST_HEADER = 100_000_000; // the limit of the reference implementation

/**
 * Reads a safetensors file (github.com/huggingface/safetensors): eight bytes that give the length of a JSON header, the
 * header with dtype, shape and place of every tensor, then their numbers, little-endian. The header is checked in full
 * before a number is read. Throws a RangeError in words on a file that is cut off, damaged or of other number types.
 */
export function readSafetensors(file: ArrayBuffer): Map<string, StoredTensor> {
  if (!(file instanceof ArrayBuffer)) fail("the model file", "an ArrayBuffer", file);
  const view = new DataView(file);
  const { header, start } = readHeader(file, view);
  const size = file.byteLength - start;
  const places = Object.entries(header)
    .filter(([name]) => name !== "__metadata__")
    .map(([name, entry]) => place(name, entry, size));
  contiguous(places, size);
  return new Map(
    places.map(({ name, dtype, shape, from, count }) => [
      name,
      { dtype, shape, data: numbers(view, dtype, start + from, count) },
    ]),
  );
}

interface Place {
  readonly name: string;
  readonly dtype: StoredTensor["dtype"];
  readonly shape: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

function readHeader(file: ArrayBuffer, view: DataView) {
  if (file.byteLength < 10)
    broken(`it has ${file.byteLength} bytes, too few for a safetensors header`);
  const length = Number(view.getBigUint64(0, true));
  if (length > MOST_HEADER || length < 2)
    broken(`its header would be ${length} bytes long: this is no safetensors file`);
  if (8 + length > file.byteLength)
    broken(`it is cut off inside its header (${file.byteLength} of at least ${8 + length} bytes)`);
  let header: unknown;
  try {
    header = JSON.parse(utf8(new Uint8Array(file, 8, length)));
  } catch {
    broken("its header is not JSON");
  }
  if (!isRecord(header)) broken("its header is no JSON object");
  return { header, start: 8 + length };
}

function place(name: string, entry: unknown, size: number): Place {
  const where = `tensor ${name}`;
  if (!isRecord(entry)) broken(`${where} has no description`);
  const { dtype, shape, data_offsets: offsets } = entry;
  if (typeof dtype !== "string" || !Object.hasOwn(bytes, dtype))
    broken(`${where} holds ${String(dtype)}; read are ${Object.keys(bytes).join(", ")}`);
  const type = dtype as StoredTensor["dtype"];
  if (!isCounts(shape)) broken(`the shape of ${where} is not a list of whole numbers`);
  if (!isCounts(offsets) || offsets.length !== 2)
    broken(`${where} does not say where its numbers lie`);
  const [from, to] = offsets as [number, number];
  const count = shape.reduce((product, n) => product * n, 1);
  if (to - from !== count * bytes[type])
    broken(
      `${where} is ${shape.join("×")} ${type}, ${count * bytes[type]} bytes, but has ${to - from}`,
    );
  if (to > size)
    broken(`it is cut off: ${where} ends at byte ${to} of the numbers, and there are ${size}`);
  return { name, dtype: type, shape, from, to, count };
}

/** The format allows neither gaps nor overlaps nor a tail. */
function contiguous(places: readonly Place[], size: number): void {
  let end = 0;
  for (const { name, from, to } of places.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from !== end) broken(`tensor ${name} begins at byte ${from} instead of ${end}`);
    end = to;
  }
  if (end !== size) broken(`${size - end} bytes behind its last tensor belong to none`);
}

function numbers(
  view: DataView,
  dtype: StoredTensor["dtype"],
  at: number,
  count: number,
): Float32Array | Float64Array {
  const data = dtype === "F64" ? new Float64Array(count) : new Float32Array(count);
  for (let i = 0; i < count; i++) {
    if (dtype === "F64") data[i] = view.getFloat64(at + 8 * i, true);
    else if (dtype === "F32") data[i] = view.getFloat32(at + 4 * i, true);
    else if (dtype === "F16") data[i] = half(view.getUint16(at + 2 * i, true));
    else {
      word[0] = view.getUint16(at + 2 * i, true) << 16;
      data[i] = single[0]!;
    }
  }
  return data;
}

const word = new Uint32Array(1);
const single = new Float32Array(word.buffer);

/** The header's bytes as text. Names of tensors are ASCII in practice; the rest goes through escapes that JSON.parse knows. */
function utf8(part: Uint8Array): string {
  let encoded = "";
  for (const b of part)
    encoded += b < 128 && b !== 37 ? String.fromCharCode(b) : `%${b.toString(16).padStart(2, "0")}`;
  return decodeURIComponent(encoded);
}

function isRecord(x: unknown): x is Record<string, unknown> {
  return typeof x === "object" && x !== null && !Array.isArray(x);
}

function isCounts(x: unknown): x is readonly number[] {
  return Array.isArray(x) && x.every((n) => Number.isSafeInteger(n) && n >= 0);
}

function broken(why: string): never {
  throw new RangeError(`the model file cannot be read: ${why}`);
}
