import type { Taken } from "../../kit/params/text.ts";
import { fillBits } from "../../models/parity/trainer.ts";
import { generator } from "../../numerics/random.ts";

/** Bits that the reader's own stream may have. */
export const MOST_BITS = 256;

/** A stream that was typed, or the figure's phrase on why it is none: full-width digits, spaces and commas are taken, too. */
export function takeBits(typed: string): Taken {
  // What is far too long is not looked through.
  const text = typed
    .slice(0, 8 * MOST_BITS)
    .normalize("NFKC")
    .replace(/[\s,;、_]/g, "");
  if (!/^[01]*$/.test(text)) return { note: "oddSigns" };
  if (text.length < 1) return { note: "noBits" };
  return text.length > MOST_BITS || typed.length > 8 * MOST_BITS
    ? { note: "oddLength" }
    : { value: text };
}

export const bitsOf = (text: string): Uint8Array => Uint8Array.from(text, Number);

/** Bits of a coin. */
function tossed(seed: number, length: number): string {
  const row = new Uint8Array(length);
  fillBits(row, generator(seed));
  return row.join("");
}

/** The bit at a place turned over. */
export const flipped = (text: string, at: number): string =>
  text[at] === undefined
    ? text
    : text.slice(0, at) + (text[at] === "1" ? "0" : "1") + text.slice(at + 1);

/** Other bits, as many: which ones hangs on those that are there. */
export const others = (text: string): string =>
  tossed(
    Array.from(text).reduce((sum, bit) => (2 * sum + Number(bit) + 1) % 99991, text.length),
    text.length,
  );

/** Twice as many bits, the new ones tossed; at most 256. */
export const longer = (text: string): string =>
  text + others(text + text).slice(0, Math.min(text.length, MOST_BITS - text.length));

/** Any stream, for the tests. */
export const anyBits = (u: number): string =>
  tossed(1 + Math.floor(u * 9999), 1 + Math.floor(((u * 7919) % 1) * 40));
