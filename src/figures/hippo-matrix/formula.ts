import { format } from "../../kit/format.ts";
import { cellOf, entry, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The rule of a cell in letters, and with its own numbers. */
export interface Formula {
  readonly rule: string;
  readonly numbers: string;
}

/** What stands in the cell that is looked at. */
export function formulaOf(r: Run, v: Setting): Formula {
  const { row: n, col: k } = cellOf(r, v);
  const value = format(entry(r, v), 4);
  const root = (sign: string) => ({
    rule: `${sign}√((2n+1)(2k+1))`,
    numbers: `${sign}√(${2 * n + 1} · ${2 * k + 1}) = ${value}`,
  });
  const plain = (rule: string) => ({ rule, numbers: `= ${value}` });
  const of = v.view === "sum" ? sums : entries;
  return of[r.measure](n, k, root, plain, value, r);
}

type Rule = (
  n: number,
  k: number,
  root: (sign: string) => Formula,
  plain: (rule: string) => Formula,
  value: string,
  r: Run,
) => Formula;

/** b of FouT: 1, 0, √2, 0 …, as B = 2b. */
const corner = (r: Run, n: number) => ["0", "1", "√2"][Math.round((r.B[n]! / 2) ** 2)]!;
const pair = (r: Run, n: number, k: number) => `${corner(r, n)} · ${corner(r, k)}`;

const entries: Readonly<Record<Run["measure"], Rule>> = {
  legs: (n, k, root, plain, value) => {
    if (n > k) return root("−");
    return n === k ? { rule: "−(n+1)", numbers: `−(${n}+1) = ${value}` } : plain("0");
  },
  legt: (n, k, root) => {
    if (n >= k) return root("−");
    return { ...root((n - k) % 2 === 0 ? "−" : ""), rule: "−(−1)ⁿ⁻ᵏ√((2n+1)(2k+1))" };
  },
  lagt: (n, k, _, plain) => plain(n > k ? "−1" : n === k ? "−½" : "0"),
  fout: (n, k, _, plain, value, r) => {
    const partner = n > k ? k : n;
    const turns = Math.abs(n - k) === 1 && partner % 2 === 0 && partner > 0;
    if (!turns) return { rule: "−2 bₙ bₖ", numbers: `−2 · ${pair(r, n, k)} = ${value}` };
    return plain(n < k ? "−2πj,  j = n/2" : "+2πj,  j = k/2");
  },
};

const sums: Readonly<Record<Run["measure"], Rule>> = {
  legs: (n, k, root, _, value) =>
    n === k ? { rule: "−1 − (2n+1)", numbers: `−1 − ${2 * n + 1} = ${value}` } : root("−"),
  legt: (n, k, root, plain) => {
    if ((n - k) % 2 !== 0) return plain("0");
    const { rule, numbers } = root("−2");
    return { rule, numbers };
  },
  lagt: (_, __, ___, plain) => plain("−1"),
  fout: (n, k, _, __, value, r) => ({
    rule: "−4 bₙ bₖ",
    numbers: `−4 · ${pair(r, n, k)} = ${value}`,
  }),
};
