import type { Words } from "../../kit/derive.ts";
import type { SymbolValue } from "../../kit/figure.ts";
import { isSymbol, letterOf, type SymbolId } from "../../notation.ts";
import type { Session } from "../../session/session.ts";

/** One number of a figure at every step. */
export interface Column {
  readonly name: string;
  readonly symbol?: SymbolId | undefined;
  readonly digits?: number | undefined;
}

export interface Numbers {
  readonly columns: readonly Column[];
  /** The numbers of one step, in the columns' order. */
  row(t: number): readonly number[];
  /** Matrices and long lists as they are at one step. */
  matrices(t: number): readonly { readonly symbol: SymbolId; readonly rows: Rows }[];
}

type Rows = readonly (readonly number[])[];

/** A column vector as short as this has its entries among the columns. */
const SHORT = 8;
const subscript = (k: number) => [...String(k + 1)].map((c) => "₀₁₂₃₄₅₆₇₈₉"[+c]).join("");
const isShort = (value: SymbolValue | undefined): value is Rows =>
  typeof value === "object" && value.length <= SHORT && value.every((row) => row.length === 1);

/**
 * What a figure draws, in numbers: its readouts, and the symbols that no readout is for. While a question waits for its answer, only the
 * readouts that it does not ask about.
 */
export function numbersOf(session: Session, words: Words): Numbers {
  const { figure, store } = session;
  const { values, result, withheld, t: here } = store.getState();
  const readouts = Object.entries(figure.readouts).filter(([name]) => !withheld.has(name));
  const at = (t: number) => figure.symbols(result, values, t);
  const like = withheld.size > 0 ? {} : at(Math.floor(here));
  const told = (id: SymbolId) =>
    readouts.some(
      ([, r]) =>
        r.symbol === id &&
        [0, Math.floor(here)].every((t) => r.of(result, values, t) === at(t)[id]),
    );
  const others = Object.keys(like).filter(
    (id): id is SymbolId => isSymbol(id) && id !== "t" && !told(id),
  );
  const inRow = others.filter((id) => typeof like[id] === "number" || isShort(like[id]));
  const parts = (id: SymbolId) =>
    isShort(like[id])
      ? like[id].map((_, k) => ({ name: letterOf(id) + subscript(k), symbol: id }))
      : [{ name: letterOf(id), symbol: id }];
  return {
    columns: [
      ...readouts.map(([name, { symbol, digits }]) => ({
        name: words(`readouts.${name}`),
        symbol,
        digits,
      })),
      ...inRow.flatMap(parts),
    ],
    row: (t) => {
      const now = inRow.length > 0 ? at(t) : {};
      const entries = inRow.flatMap((id) => {
        const value = now[id];
        return parts(id).map((_, k) =>
          typeof value === "object" ? (value[k]?.[0] ?? NaN) : (value ?? NaN),
        );
      });
      return [...readouts.map(([, r]) => r.of(result, values, t)), ...entries];
    },
    matrices: (t) => {
      const now = at(t);
      return others
        .filter((id) => !inRow.includes(id))
        .flatMap((symbol) => {
          const rows = now[symbol];
          return typeof rows === "object" ? [{ symbol, rows }] : [];
        });
    },
  };
}
