import { numbersIn, sizes } from "../safetensors.ts";
import { Fault } from "./fault.ts";
import type { Piece, Plan } from "./plan.ts";
import type { Source } from "./source.ts";

/** Bytes of a file that are held at a time. */
const HELD = 4 << 20;

/**
 * Packs a checkpoint: yields the share that is done, returns the bytes of the packed model. Of the files no more than some megabytes
 * are held at a time. Throws a Fault on a number that is not finite and on a file that has become shorter.
 */
export async function* pack(
  { pieces, bytes }: Plan,
  files: readonly Source[],
): AsyncGenerator<number, ArrayBuffer, undefined> {
  const packed = new ArrayBuffer(bytes);
  for (const piece of pieces) {
    const rowBytes = piece.width * sizes[piece.dtype];
    const most = Math.max(1, Math.floor(HELD / rowBytes));
    for (let row = 0; row < piece.rows; row += most) {
      const rows = Math.min(most, piece.rows - row);
      const from = piece.from + row * rowBytes;
      const part = await files[piece.file]!.slice(from, from + rows * rowBytes).arrayBuffer();
      if (part.byteLength < rows * rowBytes) throw new Fault("cut", piece.name, "it is cut off");
      put(packed, piece, row, numbersIn(part, piece.dtype));
      const own = (piece.eight ? 1 : 4) * piece.width * (row + rows);
      yield (piece.at + own) / bytes;
    }
  }
  return packed;
}

/** Numbers of a tensor from a row on, into their place. */
function put(
  packed: ArrayBuffer,
  { name, at, eight, rows, width }: Piece,
  row: number,
  numbers: Float32Array | Float64Array,
): void {
  const odd = () => new Fault("damaged", name, `${name} holds what is no number`);
  if (!eight) {
    if (!numbers.every((x) => Number.isFinite(x))) throw odd();
    new Float32Array(packed, at + 4 * row * width, numbers.length).set(numbers);
    return;
  }
  const scales = new Float32Array(packed, at, rows);
  const integers = new Int8Array(packed, at + 4 * rows, rows * width);
  for (let r = 0; r < numbers.length / width; r++) {
    const own = numbers.subarray(r * width, (r + 1) * width);
    const scale = quantise(integers, (row + r) * width, own);
    if (!Number.isFinite(scale)) throw odd();
    scales[row + r] = scale;
  }
}

// #region quantise
/** A row in eight bits, −127 … 127, from `at` on; returns its scale, NaN where a number is not finite. */
function quantise(into: Int8Array, at: number, row: Float32Array | Float64Array): number {
  let most = 0;
  for (let i = 0; i < row.length; i++) {
    const size = Math.abs(row[i]!);
    if (size <= most) continue;
    if (!(size < Infinity)) return NaN;
    most = size;
  }
  const scale = Math.fround(most / 127);
  // to the nearest whole number, five times as fast as Math.round
  if (scale > 0)
    for (let i = 0; i < row.length; i++)
      into[at + i] = row[i]! / scale + 1.5 * 2 ** 52 - 1.5 * 2 ** 52;
  return scale;
}
// #endregion
