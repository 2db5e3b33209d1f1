import { pyVector } from "./text.ts";
import { samples, type Signal } from "../kit/signal.ts";

/** A signal as an expression where it has one, as its samples otherwise; `t` is np.arange(L). */
export function pySignal(s: Signal, L: number): string {
  if (s.kind === "sine") return `np.sin(2 * np.pi * np.arange(${L}) / ${s.period})`;
  return pyVector(samples(s, L));
}
