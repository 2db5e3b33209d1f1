import type { Cell } from "./compute.ts";
import type { Setting } from "./params.ts";

const root = (n: number, k: number) => `√(${2 * n + 1}·${2 * k + 1})`;
const corner = (n: number, N: number) =>
  n === 0 ? "1" : n % 2 || (N % 2 && n === N - 1) ? "0" : "√2";

/** The closed form of an entry, with its numbers. */
export function formulaOf({ measure, N }: Setting, { n, k }: Cell): string {
  const even = (n - k) % 2 === 0;
  switch (measure) {
    case "legs":
      return n > k ? `−${root(n, k)}` : n === k ? `−(${n} + 1)` : "0";
    case "legt":
      return `${k > n && !even ? "" : "−"}${root(n, k)}`;
    case "lmu":
      return `${k > n || even ? "−" : ""}(2·${n} + 1)`;
    case "lagt":
      return n > k ? "−1" : n === k ? "−½" : "0";
    case "fout": {
      const j = Math.min(n, k) / 2;
      const turns = Math.abs(n - k) === 1 && Number.isInteger(j) && j > 0 && Math.max(n, k) < N;
      return turns ? `${n < k ? "−" : ""}2π·${j}` : `−2·${corner(n, N)}·${corner(k, N)}`;
    }
  }
}
