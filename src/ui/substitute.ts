import type { Bound } from "../kit/equation.ts";
import type { SymbolValue } from "../kit/figure.ts";
import { fixed, format } from "../kit/format.ts";
import { isComplex, isSymbol, letterOf, type SymbolId } from "../notation.ts";

/** Of a matrix larger than this, the first rows and columns and the last one stand for all. */
const MOST = 4;

/** Complex numbers as they are written: a pair that differs by the sign of its imaginary part is one entry. */
export function complexList(rows: readonly (readonly number[])[]): string[] {
  const out: string[] = [];
  for (let k = 0; k < rows.length; k++) {
    const [re, im] = rows[k] as [number, number];
    const next = rows[k + 1];
    const pair = im !== 0 && next?.[0] === re && next[1] === -im;
    const size = `${format(Math.abs(im))} i`;
    const real = re === 0 && im !== 0 ? "" : format(re);
    const sign = pair ? " ± " : im < 0 ? " − " : " + ";
    const text = im === 0 ? real : real + (real || pair || im < 0 ? sign : "") + size;
    if (!out.includes(text)) out.push(text.trim());
    if (pair) k++;
  }
  return out;
}

/** How often an equation stands there with numbers: once for each of the complex numbers that its one symbol may be. */
export function timesOf(symbols: readonly string[], at: Bound): number {
  const several = symbols.find((id) => isSymbol(id) && isComplex(id));
  const value = several && at[several as SymbolId];
  return value === undefined || typeof value === "number" ? 1 : complexList(value as never).length;
}

/** Writes the present value of a symbol into its place, in a formula or beside the symbol's name; its letter where it has none yet. */
export function put(place: HTMLElement, at: Bound, which = 0): void {
  const first = place.closest(".katex-display")?.querySelector("[data-value]") === place;
  const { value: id, eye, entry } = place.dataset as Partial<Record<string, SymbolId>>;
  const inFormula = place.closest(".tex") !== null;
  if (eye) return fill(place, identity(at[eye]), true);
  const value = entry ? entryAt(at[id!], at[entry]) : at[id!];
  if (value === undefined) place.textContent = letterOf(id!);
  else if (typeof value === "number")
    place.textContent = factor(format(value), inFormula && !first);
  else if (isComplex(id!)) {
    const all = complexList(value);
    place.textContent = inFormula ? factor(all[which] ?? "", true) : all.join(", ");
  } else fill(place, value, inFormula);
}

/** The entry of a list that an index names; a number is its only one. */
function entryAt(list: SymbolValue | undefined, index: SymbolValue | undefined) {
  return typeof list === "object" && typeof index === "number" ? list.flat()[index] : list;
}

const identity = (like: SymbolValue | undefined): SymbolValue =>
  typeof like === "object" ? like.map((_, n) => like.map((_, k) => (n === k ? 1 : 0))) : 1;

function fill(place: HTMLElement, value: SymbolValue, inFormula: boolean): void {
  if (typeof value === "number") return void (place.textContent = format(value));
  const most = Math.max(...value.flat().map(Math.abs));
  // Two decimals stand still while the numbers change; of small ones they would show nothing.
  const write = inFormula && (most === 0 || most >= 0.05) ? fixed : (x: number) => format(x, 2);
  const rows = abridged(value).map((row) =>
    row === undefined
      ? abridged(value[0]!).map(() => "⋮")
      : abridged(row).map((x) => (x === undefined ? "⋯" : write(x))),
  );
  const grid = document.createElement("span");
  grid.className = "grid";
  grid.title = `${value.length} × ${value[0]!.length}`;
  grid.style.gridTemplateColumns = `repeat(${rows[0]!.length}, auto)`;
  for (const text of rows.flat())
    grid.append(Object.assign(document.createElement("span"), { textContent: text }));
  place.replaceChildren(grid);
}

/** The first entries of a long list and its last, with a gap between. */
const abridged = <T>(list: readonly T[]): (T | undefined)[] =>
  list.length <= MOST ? [...list] : [...list.slice(0, MOST - 2), undefined, list.at(-1)!];

/** In a product a number with a sign takes brackets, or one of two parts. */
const factor = (text: string, inFormula: boolean) =>
  inFormula && /^−|[ ]/.test(text) ? `(${text})` : text;
