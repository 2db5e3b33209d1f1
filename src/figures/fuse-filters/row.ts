import type { Taken } from "../../kit/params/text.ts";

/** The most taps of a drawn kernel; its weights are between −1 and 1. */
export const MOST_TAPS = 8;
/** Characters looked at; no kernel has so many. */
const FAR = 200;

const plain = (typed: string) =>
  typed
    .slice(0, FAR)
    .replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[−–－]/g, "-")
    .split(/[\s,;，、；]+/)
    .filter((word) => word !== "");

/** Weights as they are written: two decimals, no zeros at the end. */
export function written(weights: readonly number[]): string {
  const list = weights.map((w) => Math.round(w * 100) / 100 + 0);
  return list.slice(0, Math.max(1, list.findLastIndex((w) => w !== 0) + 1)).join(" ");
}

/** A kernel as it is typed: up to eight numbers from −1 to 1, lag 0 first. */
export function takeKernel(typed: string): Taken {
  const words = plain(typed);
  if (!words.every((word) => /^[+-]?(\d+\.?\d*|\.\d+)$/.test(word))) return { note: "strange" };
  if (words.length === 0) return { note: "nothing" };
  const all = words.map(Number);
  if (all.some((w) => Math.abs(w) > 1)) return { note: "range" };
  const long = typed.length > FAR || all.length > MOST_TAPS;
  return { value: written(all.slice(0, MOST_TAPS)), ...(long && { note: "long" }) };
}

export const kernelFrom = (row: string): Float64Array => Float64Array.from(row.split(" "), Number);

/** The kernel with another weight at one lag, on a grid of a twentieth. */
export function withTap(row: string, lag: number, w: number): string {
  const weights = kernelFrom(row);
  const grid = Math.round(Math.max(-1, Math.min(1, w)) * 20) / 20;
  return written(
    Array.from({ length: MOST_TAPS }, (_, i) => (i === lag ? grid : (weights[i] ?? 0))),
  );
}

/** A kernel by a number in [0, 1], for the tests. */
export const anyKernel = (u: number): string =>
  written(
    Array.from({ length: 1 + Math.floor(u * MOST_TAPS * 0.999) }, (_, i) => {
      const x = (u * (97 * i + 31)) % 1;
      return (u * 13) % 1 < 0.3 ? x : 2 * x - 1; // some are nowhere negative
    }),
  );
