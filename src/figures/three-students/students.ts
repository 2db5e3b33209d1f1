import type { Setting } from "./params.ts";

/** The three, in the order of their rows. */
export const students = ["lstm", "transformer", "mamba"] as const;
export type Student = (typeof students)[number];

/** Where the chosen ones lie in public/models. */
export const idOf = (student: Student, v: Setting): string =>
  `notes-${student}${variantOf(student, v)}`;

/** Under which name they were measured. */
export const measuredAs = (student: Student, v: Setting): string =>
  `${student}${variantOf(student, v)}`;

function variantOf(student: Student, v: Setting): string {
  if (student === "lstm") return v.lstm === "wide" ? "-wide" : "";
  return student === "mamba" && v.mamba !== "n16" ? `-${statesOf(v)}` : "";
}

/** Mamba's channels, states of one, and taps of its window; layers; width of the Transformer and how far it looks back. */
export const [CHANNELS, TAPS, LAYERS, WIDTH, CONTEXT] = [128, 4, 2, 52, 192];
export const statesOf = ({ mamba }: Pick<Setting, "mamba">) => Number(mamba.slice(1));
export const cellsOf = ({ lstm }: Pick<Setting, "lstm">) => (lstm === "wide" ? 256 : 102);

/** The numbers that a measured one keeps, the Transformer when its cache is full. */
export function keptBy(id: string): number {
  const [student, variant = "n16"] = id.split("-") as [Student, string?];
  const mamba = `n${variant.replace("n", "")}` as Setting["mamba"];
  return kept(student, { mamba, lstm: variant === "wide" ? "wide" : "same" }, CONTEXT);
}

// #region memory
/** The numbers that a student keeps after so many tokens: all that it goes on from. */
export function kept(student: Student, v: Pick<Setting, "mamba" | "lstm">, tokens: number): number {
  if (student === "lstm") return 2 * cellsOf(v); // h and c
  if (student === "mamba") return LAYERS * CHANNELS * (statesOf(v) + TAPS - 1); // states, window
  return LAYERS * 2 * WIDTH * Math.min(tokens, CONTEXT); // a key and a value for each token
}
// #endregion
