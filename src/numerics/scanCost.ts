import { count, fail } from "./check.ts";
import { ceilLog2 } from "./scan.ts";

/** The scans of this course, and what the formulas below call them. */
export type ScanKind = "sequential" | "hillisSteele" | "blelloch" | "blellochInclusive" | "chunked";

/** Combines in all (work) and combines that must wait for each other (depth). */
export interface ScanCost {
  readonly work: number;
  readonly depth: number;
}

/**
 * Work and depth of a scan of n elements by formula, for any n (SCIENCE 2.7; for powers of two the textbook's).
 * `chunk` is needed for "chunked" only. Throws on n < 1, chunk < 1 and an unknown kind.
 */
export function scanCost(kind: ScanKind, n: number, chunk?: number): ScanCost {
  count("n", n);
  const d = ceilLog2(n);
  switch (kind) {
    case "sequential":
      return { work: n - 1, depth: n - 1 };
    case "hillisSteele":
      return { work: n * d - (2 ** d - 1), depth: d };
    case "blelloch":
      return { work: 2 * (n - 1), depth: 2 * d };
    case "blellochInclusive":
      return { work: 2 * (n - 1) + n, depth: 2 * d + 1 };
    case "chunked":
      return chunkedCost(n, Math.min(count("chunk", chunk ?? Number.NaN), n));
    default:
      return fail("kind", "the name of a scan", kind);
  }
}

function chunkedCost(n: number, chunk: number): ScanCost {
  const chunks = Math.ceil(n / chunk);
  if (chunks === 1) return { work: n - 1, depth: n - 1 };
  return {
    work: (chunks - 1) * (chunk - 1) + (chunks - 2) + (n - 1),
    depth: chunk - 1 + (chunks - 2) + chunk,
  };
}
