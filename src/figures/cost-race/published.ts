import type { Phrase } from "./phrases.ts";

/** A published comparison: how many times as good Mamba was, from … to; below 1 it was worse. */
export interface Published {
  readonly what: Phrase;
  readonly on: Phrase;
  readonly from: number;
  readonly to: number;
}

/**
 * As printed: Gu & Dao 2023 (arXiv 2312.00752 v2), section 4.5, figure 8, appendices D and E.5; Dao & Gu 2024 (arXiv 2405.21060). None of
 * it was measured by us.
 */
export const published: readonly Published[] = [
  { what: "pubWriting", on: "pubWritingOn", from: 4, to: 5 },
  { what: "pubScanAttention", on: "pubScanOn", from: 1, to: 7 },
  { what: "pubScanPlain", on: "pubPlainOn", from: 20, to: 40 },
  { what: "pubMemory1", on: "pubMemoryOn", from: 4.6 / 4.8, to: 4.6 / 4.8 },
  { what: "pubMemory32", on: "pubMemoryOn", from: 34.5 / 38.2, to: 34.5 / 38.2 },
  { what: "pubSsd", on: "pubSsdOn", from: 2, to: 8 },
];
