import { notation, type SymbolId } from "./table.ts";

const ids = Object.keys(notation) as SymbolId[];

/** Each symbol's letter in plain text. */
export const letters: Readonly<Record<string, string>> = Object.fromEntries(
  ids.map((id) => [id, notation[id].letter ?? notation[id].tex]),
);

/** Those whose value is a list of complex numbers. */
export const complex: readonly string[] = ids.filter((id) => notation[id].complex);
