import { discrete } from "./discrete.ts";
import { filter } from "./filter.ts";
import { kernel } from "./kernel.ts";
import { machine } from "./machine.ts";
import { memory } from "./memory.ts";
import { model } from "./model.ts";
import { scan } from "./scan.ts";
import { selection } from "./selection.ts";
import type { Notation } from "./symbol.ts";

export type { Notation } from "./symbol.ts";

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
