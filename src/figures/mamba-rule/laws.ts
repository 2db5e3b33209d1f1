import { apart, ratioAt, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** B̄ of zero-order hold is ΔB times (1 − e^{−x})/x, x = −ΔA. */
export const ratioHolds = ({ x, ratio }: Run): boolean =>
  x.every((at, n) => Math.abs(ratio[n]! - ratioAt(at)) <= 1e-12);

/** Between 0 and 1, smaller for states that forget faster. */
export const falls = ({ ratio }: Run): boolean =>
  ratio.every((r, n) => r > 0 && r <= 1 && (n === 0 || r <= ratio[n - 1]!));

/** With a fixed Δ a learned C can take the ratio up without a trace. */
export const absorbed = (r: Run, v: Setting): boolean =>
  !v.absorb || v.wander > 0 || apart(r) <= 1e-9;

/** Both rules let the same share of the old state through: they differ in what is written, not in what is kept. */
export const sameMemory = ({ x, Abar }: Run): boolean =>
  Abar.every((a, n) => Math.abs(a - Math.exp(-x[n]!)) <= 1e-12);
