import type { SymbolId } from "../notation.ts";
import type { SymbolValue } from "./figure.ts";

export type Bound = Partial<Record<SymbolId, SymbolValue>>;

export interface Equation {
  readonly id: string;
  /** `\sy{h}` is a symbol of the notation table; `\by` a product sign seen only when numbers stand for symbols; `\eye{A}` the identity, as large as A. */
  readonly tex: string;
  /** What the equation says, for readers who hear it. */
  readonly name: string;
  /** `file#region`: the excerpt shown beside the equation is the code that runs. */
  readonly code: string;
  /** The range of each symbol that may be chosen freely. */
  readonly given: Partial<Record<SymbolId, readonly [min: number, max: number]>>;
  /** The other symbols, computed from the given ones by the course's own code. */
  derive(given: Readonly<Record<string, number>>): Bound;
  /** Largest difference of the two sides, relative to their size; zero up to rounding wherever the equation holds. */
  residual(at: Bound): number;
}

export const defineEquation = (e: Equation): Equation => e;
