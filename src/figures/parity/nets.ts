import { parityDefaults } from "../../models/parity/trainer.ts";
import type { Kind } from "../../models/parity/net.ts";
import type { SymbolId } from "../../notation.ts";
import type { Setting } from "./params.ts";

/** Training steps that make one point of a curve. */
export const POINT = 50;

/** What a training depends on, beside its kind. */
export const trained = ["L", "lr", "steps", "seed"] as const;
export type Trained = Pick<Setting, (typeof trained)[number]>;

/** The colours of the three: plain, that of Ā, that of an angle. */
export const symbolOf = {
  positive: "Deltat",
  negative: "Abar",
  rotation: "phi",
} as const satisfies Record<Kind, SymbolId>;

const { doubt } = parityDefaults;
/** The loss of a guess, and the lowest that the doubt asked for leaves: nats. */
export const GUESS = Math.LN2;
export const LEAST = -doubt * Math.log(doubt) - (1 - doubt) * Math.log1p(-doubt);
