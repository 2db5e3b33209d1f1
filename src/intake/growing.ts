import { settle } from "./affix.ts";
import { decide, read, tally, type Decimal, type Evidence, type Numeral } from "./numeral.ts";
import type { Note } from "./problem.ts";

/** A column as one decimal mark has it. */
export interface Reading {
  readonly decimal: Decimal;
  /** NaN where there is no number. */
  readonly values: Float64Array;
  readonly numbers: number;
  readonly text: number;
  readonly notes: readonly Note[];
  /** A cell that the other mark reads otherwise, and what it is here. */
  readonly example?: { readonly cell: string; readonly value: number };
}

/** Grows cell by cell under both marks; which one is right is decided when all cells are known. */
export class Growing {
  #values: Record<Decimal, Float64Array> = { ".": new Float64Array(1024), ",": empty };
  readonly #counts = { ".": counts(), ",": counts() };
  readonly #affixes = new Map<string, number[]>();
  readonly #tally = tally();
  #example: { cell: string; ".": number; ",": number } | undefined;
  /** A cell whose points can only group: 56.995.744. */
  #points: { cell: string; ",": number } | undefined;
  #commas = false;

  put(row: number, cell: string): void {
    const found = read(cell);
    this.#tally.add(cell, found);
    if (found["."] !== found[","]) this.#part(cell, found["."], found[","]);
    this.#keep(".", row, found["."]);
    if (this.#values[","] === empty) count(this.#counts[","], found[","]);
    else this.#keep(",", row, found[","]);
    if (found.affix === "") return;
    const rows = this.#affixes.get(found.affix);
    if (rows) rows.push(row);
    else this.#affixes.set(found.affix, [row]);
  }

  get evidence(): Evidence {
    return this.#tally.evidence;
  }

  /** What its own cells say of the mark, where they say anything. */
  sure(): Decimal | undefined {
    const { sure } = this.#tally.evidence;
    return sure["."] === sure[","] ? undefined : decide(this.#tally.evidence, undefined, "");
  }

  reading(decimal: Decimal, rows: number): Reading {
    const kept = this.#values[this.#values[","] === empty ? "." : decimal];
    const values = kept.slice(0, rows);
    const { numbers, notFinite, text } = this.#counts[decimal];
    const notes: Note[] = [];
    if (notFinite > 0) notes.push({ key: "notFinite", count: notFinite });
    const { unit, times, magnitudes, foreign } = settle(this.#affixes, numbers);
    for (const [at, factor] of times) for (const row of at) values[row]! *= factor;
    for (const row of foreign) values[row] = NaN;
    const words = text + foreign.length;
    if (words > 0) notes.push({ key: "notNumbers", count: words });
    if (unit !== undefined) notes.push({ key: "units", unit });
    if (magnitudes.length > 0)
      notes.push({ key: "magnitudes", names: magnitudes.map((m) => `“${m}”`).join(" · ") });
    const example = this.#example && { cell: this.#example.cell, value: this.#example[decimal] };
    const points = decimal === "," && !this.#commas ? this.#points : undefined;
    if (example && this.sure() !== ".") notes.push({ key: "read", ...example });
    else if (points) notes.push({ key: "read", cell: points.cell, value: points[","] });
    return {
      decimal,
      values,
      numbers: numbers - foreign.length,
      text: words,
      notes,
      ...(example && { example }),
    };
  }

  /** From the first cell on that the marks read differently, both readings are kept. */
  #part(cell: string, point: Numeral, comma: Numeral): void {
    if (this.#values[","] === empty) this.#values[","] = this.#values["."].slice();
    const short = cell.trim().slice(0, 20);
    if (typeof point === "number" && typeof comma === "number")
      this.#example ??= { cell: short, ".": point, ",": comma };
    else if (typeof comma === "number" && /[,，]/.test(cell)) this.#commas = true;
    else if (typeof comma === "number") this.#points ??= { cell: short, ",": comma };
  }

  #keep(decimal: Decimal, row: number, value: Numeral): void {
    count(this.#counts[decimal], value);
    if (row >= this.#values[decimal].length) this.#values[decimal] = longer(this.#values[decimal]);
    this.#values[decimal][row] = typeof value === "number" ? value : NaN;
  }
}

const empty = new Float64Array(0);
const counts = () => ({ numbers: 0, notFinite: 0, text: 0 });

function count(counts: { numbers: number; notFinite: number; text: number }, value: Numeral) {
  if (typeof value === "number") counts.numbers++;
  else if (value !== "gap") counts[value]++;
}

function longer(values: Float64Array): Float64Array {
  const twice = new Float64Array(values.length * 2);
  twice.set(values);
  return twice;
}
