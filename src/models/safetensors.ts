import { fail } from "../numerics/check.ts";
import { Fault, type FaultName } from "./checkpoint/fault.ts";
import type { Source } from "./checkpoint/source.ts";
import { half } from "./half.ts";

/** One tensor of a file, flat and row-major. F16 and BF16 are widened to Float32, which holds them exactly. */
export interface StoredTensor {
  readonly dtype: "F64" | "F32" | "F16" | "BF16";
  readonly shape: readonly number[];
  readonly data: Float32Array | Float64Array;
}

const MOST_HEADER = 100_000_000; // the limit of the reference implementation

/**
 * Reads a safetensors file (github.com/huggingface/safetensors): eight bytes that give the length of a JSON header, the
 * header with dtype, shape and place of every tensor, then their numbers, little-endian. The header is checked in full
 * before a number is read. Throws a RangeError in words on a file that is cut off, damaged or of other number types.
 */
export function readSafetensors(file: ArrayBuffer): Map<string, StoredTensor> {
  if (!(file instanceof ArrayBuffer)) fail("the model file", "an ArrayBuffer", file);
  const length = headerLength(file, file.byteLength);
  const places = placesIn(new Uint8Array(file, 8, length), file.byteLength);
  return new Map(
    places.map(({ name, dtype, shape, at, count }) => [
      name,
      { dtype, shape, data: numbersIn(file.slice(at, at + count * sizes[dtype]), dtype) },
    ]),
  );
}

/** Where the tensors of a file lie, from its header alone: no number is read. Throws as `readSafetensors` does. */
export async function readPlaces(file: Source): Promise<StoredPlace[]> {
  const length = headerLength(await file.slice(0, 10).arrayBuffer(), file.size);
  return placesIn(new Uint8Array(await file.slice(8, 8 + length).arrayBuffer()), file.size);
}

/** Bytes of a number. */
export const sizes = { F64: 8, F32: 4, F16: 2, BF16: 2 } as const;

/** A tensor and where its bytes begin in the file. */
export interface StoredPlace {
  readonly name: string;
  readonly dtype: StoredTensor["dtype"];
  readonly shape: readonly number[];
  readonly at: number;
  readonly count: number;
}

interface Place extends Omit<StoredPlace, "at"> {
  readonly from: number;
  readonly to: number;
}

/** The length of the header, from the first ten bytes. */
function headerLength(first: ArrayBuffer, size: number): number {
  if (size < 10) broken(`it has ${size} bytes, too few for a safetensors header`, "format");
  const length = Number(new DataView(first).getBigUint64(0, true));
  if (length > MOST_HEADER || length < 2)
    broken(`its header would be ${length} bytes long: this is no safetensors file`, "format");
  if (8 + length > size)
    broken(`it is cut off inside its header (${size} of at least ${8 + length} bytes)`, "cut");
  return length;
}

/** All places, from the bytes of the header and the size of the file. */
function placesIn(bytes: Uint8Array, fileSize: number): StoredPlace[] {
  let header: unknown;
  try {
    header = JSON.parse(utf8(bytes));
  } catch {
    broken("its header is not JSON", "format");
  }
  if (!isRecord(header)) broken("its header is no JSON object", "format");
  const start = 8 + bytes.length;
  const size = fileSize - start;
  const places = Object.entries(header)
    .filter(([name]) => name !== "__metadata__")
    .map(([name, entry]) => place(name, entry, size));
  contiguous(places, size);
  return places.map(({ name, dtype, shape, from, count }) => ({
    name,
    dtype,
    shape,
    at: start + from,
    count,
  }));
}

function place(name: string, entry: unknown, size: number): Place {
  const where = `tensor ${name}`;
  if (!isRecord(entry)) broken(`${where} has no description`);
  const { dtype, shape, data_offsets: offsets } = entry;
  if (typeof dtype !== "string" || !Object.hasOwn(sizes, dtype))
    broken(
      `${where} holds ${String(dtype)}; read are ${Object.keys(sizes).join(", ")}`,
      "numbers",
      String(dtype),
    );
  const type = dtype as StoredTensor["dtype"];
  if (!isCounts(shape)) broken(`the shape of ${where} is not a list of whole numbers`);
  if (!isCounts(offsets) || offsets.length !== 2)
    broken(`${where} does not say where its numbers lie`);
  const [from, to] = offsets as [number, number];
  const count = shape.reduce((product, n) => product * n, 1);
  if (to - from !== count * sizes[type])
    broken(
      `${where} is ${shape.join("×")} ${type}, ${count * sizes[type]} bytes, but has ${to - from}`,
    );
  if (to > size)
    broken(
      `it is cut off: ${where} ends at byte ${to} of the numbers, and there are ${size}`,
      "cut",
    );
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

/** The numbers of a stretch of a tensor, from its bytes; they lie little-endian, as on every machine that a browser runs on. */
export function numbersIn(
  bytes: ArrayBuffer,
  dtype: StoredTensor["dtype"],
): Float32Array | Float64Array {
  if (dtype === "F64") return new Float64Array(bytes);
  if (dtype === "F32") return new Float32Array(bytes);
  const words = new Uint16Array(bytes);
  const data = new Float32Array(words.length);
  const bits = new Uint32Array(data.buffer);
  if (dtype === "BF16") for (let i = 0; i < words.length; i++) bits[i] = words[i]! << 16;
  else for (let i = 0; i < words.length; i++) data[i] = half(words[i]!);
  return data;
}

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

function broken(why: string, fault: FaultName = "damaged", what = ""): never {
  throw new Fault(fault, what, why);
}
