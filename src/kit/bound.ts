import type { Matrix } from "../numerics/matrix.ts";
import type { SymbolValue } from "./figure.ts";
import type { Bound } from "./equation.ts";
import type { SymbolId } from "../notation.ts";

/** The value of a symbol as a matrix: numbers are 1×1, infinite ones too. Throws where the symbol has no value. */
export function matrixOf(at: Bound, id: SymbolId): Matrix {
  const value: SymbolValue | undefined = at[id];
  if (value === undefined) throw new Error(`the symbol ${id} has no value here`);
  const rows = typeof value === "number" ? [[value]] : value;
  return { rows: rows.length, cols: rows[0]!.length, data: Float64Array.from(rows.flat()) };
}

/** The entry of a symbol's list that an index names: K_k; a number is its only one. Throws where there is none. */
export function entryOf(at: Bound, id: SymbolId, index: SymbolId): Matrix {
  const { data } = matrixOf(at, id);
  const k = data.length > 1 ? numberOf(at, index) : 0;
  if (!(k < data.length)) throw new Error(`${id} has no entry ${k}`);
  return { rows: 1, cols: 1, data: data.slice(k, k + 1) };
}

/** The value of a symbol that is one number. */
export const numberOf = (at: Bound, id: SymbolId): number => matrixOf(at, id).data[0]!;

/** Largest entry of a − b relative to the size of b (at least 1): 0 where the two sides of an equation agree. */
export function gap(a: Matrix, b: Matrix): number {
  let worst = a.rows === b.rows && a.cols === b.cols ? 0 : Infinity;
  let size = 1;
  for (let i = 0; i < b.data.length; i++) {
    worst = Math.max(worst, Math.abs(a.data[i]! - b.data[i]!));
    size = Math.max(size, Math.abs(b.data[i]!));
  }
  return worst / size;
}
