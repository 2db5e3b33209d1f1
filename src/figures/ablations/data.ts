import type { Phrase } from "./phrases.ts";

export interface Row {
  readonly name: Phrase;
  readonly value: number;
}

/** One of the paper's tables: perplexities (lower is better) or accuracies in % (higher is better). */
export interface Table {
  readonly unit: "perplexity" | "accuracy";
  readonly from: number;
  readonly to: number;
  /** The first row is what the others are held against. */
  readonly rows: readonly Row[];
}

const perplexity = (...rows: readonly Row[]): Table => ({
  unit: "perplexity",
  from: 8.5,
  to: 11,
  rows,
});
const row = (name: Phrase, value: number): Row => ({ name, value });

/** Mamba (arXiv 2312.00752 v2), tables 7, 10, 8, 9 and 1, as printed. */
export const tables = {
  parts: perplexity(
    row("none", 10.93),
    row("onlyB", 10.15),
    row("onlyC", 9.98),
    row("onlyDelta", 9.81),
    row("everything", 8.71),
  ),
  states: perplexity(
    row("fixed1", 9.88),
    row("fixed16", 9.81),
    row("selective1", 9.73),
    row("selective16", 8.71),
  ),
  start: perplexity(
    row("complexLin", 9.16),
    row("realHalf", 8.85),
    row("realLine", 8.71),
    row("randomA", 8.71),
  ),
  rank: perplexity(row("rank0", 9.12), row("rank1", 8.97), row("rank64", 8.71)),
  copying: {
    unit: "accuracy",
    from: 0,
    to: 100,
    rows: [
      row("plainS4", 18.3),
      row("plainS6", 97.0),
      row("h3S4", 57.0),
      row("h3Hyena", 30.1),
      row("h3S6", 99.7),
      row("mambaS4", 56.4),
      row("mambaHyena", 28.4),
      row("mambaS6", 99.8),
    ],
  },
} as const satisfies Readonly<Record<string, Table>>;
