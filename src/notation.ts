import { discrete } from "./symbols/discrete.ts";
import { filter } from "./symbols/filter.ts";
import { kernel } from "./symbols/kernel.ts";
import { machine } from "./symbols/machine.ts";
import { memory } from "./symbols/memory.ts";
import { model } from "./symbols/model.ts";
import { scan } from "./symbols/scan.ts";
import { selection } from "./symbols/selection.ts";
import type { Notation } from "./symbols/symbol.ts";

export type { Notation } from "./symbols/symbol.ts";

const symbols = {
  ...model,
  ...filter,
  ...discrete,
  ...memory,
  ...kernel,
  ...selection,
  ...scan,
  ...machine,
};

export type SymbolId = keyof typeof symbols;
/**
 * Every symbol of the course, once: its TeX, its colour token, its plain name and its names in code. Equations,
 * sliders, curves, code and the glossary all read this table, so that a symbol looks the same wherever it stands.
 */
export const notation: Readonly<Record<SymbolId, Notation>> = symbols;

/** A symbol in plain text. */
export const letterOf = (id: SymbolId): string => notation[id].letter ?? notation[id].tex;

/** Whether a name from an address, a file or a TeX source is one of our symbols. */
export const isSymbol = (id: string): id is SymbolId => Object.hasOwn(symbols, id);
