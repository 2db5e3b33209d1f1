import { carrySides } from "../../gpu/kernels/pair-scan/wgsl.ts";
import { scanCost, type ScanCost } from "../../numerics/scanCost.ts";

/**
 * Work and depth of one series scanned in chunks as the card does it, for L a multiple of the chunk. The carry is shared out
 * once more: the chunks' totals are cut into segments, and each segment's thread joins for itself those before its own.
 */
export function cardCost(L: number, chunk: number, series: number): ScanCost {
  if (L <= chunk) return scanCost("sequential", L);
  const totals = L / chunk - 1;
  const segment = Math.ceil(totals / carrySides(series).segments);
  const segments = Math.ceil(totals / segment);
  const last = totals - (segments - 1) * segment;
  const joined = segments * segment - segments - (segment - last);
  const before = segments > 1 ? ((segments - 1) * (segments - 2)) / 2 : 0;
  const carries = totals - 1;
  /** Joins before segment k may start, then its own. */
  const way = (k: number, length: number) => (k > 0 ? k - 1 + length : length - 1);
  const wait = Math.max(way(segments - 1, last), segments > 1 ? way(segments - 2, segment) : 0);
  return {
    work: totals * (chunk - 1) + joined + before + carries + (L - 1),
    depth: chunk - 1 + (segments > 1 ? segment - 1 : 0) + wait + chunk,
  };
}
