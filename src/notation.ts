import { complex, letters } from "./symbols/letters.ts";
import type { SymbolId } from "./symbols/table.ts";

// What a page asks of its symbols; the whole table, with TeX, names and colours, is for the build.
export type { SymbolId } from "./symbols/table.ts";

/** A symbol in plain text. */
export const letterOf = (id: SymbolId): string => letters[id]!;

/** Whether a name from an address, a file or a TeX source is one of our symbols. */
export const isSymbol = (id: string): id is SymbolId => Object.hasOwn(letters, id);

/** Whether its value is a list of complex numbers: a row [real, imaginary] each. */
export const isComplex = (id: SymbolId): boolean => complex.includes(id);
