import type { SymbolValue } from "../../kit/figure.ts";
import { keeping } from "../../kit/keeping.ts";
import type { Run as Trace } from "../../models/mamba/forward.ts";
import { intermediate } from "../../models/mamba/intermediates.ts";
import type { Stack } from "../../models/mamba/stack.ts";
import { trainerDefaults } from "../../models/train/options.ts";
import type { SymbolId } from "../../notation.ts";
import { modelOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { layerOf, readingOf } from "./reading.ts";

/** One token as it passes through the slowest state of the channel looked at. */
export interface Passing {
  readonly Deltat: number;
  readonly A: number;
  readonly Bt: number;
  readonly u: number;
  readonly hbefore: number;
  readonly h: number;
}

const passed = keeping(
  (trace: Trace, stack: Stack, layer: number, e: number, now: number): Passing => {
    const { E, N } = trace.shape;
    const of = (name: "delta" | "B" | "u" | "h") => intermediate(trace, layer, name).data;
    const h = of("h");
    const at = e * N;
    return {
      Deltat: of("delta")[now * E + e]!,
      A: -Math.exp(stack.weights.blocks[layer]!.s6!.ALog[at]!),
      Bt: of("B")[now * N]!,
      u: of("u")[now * E + e]!,
      hbefore: now > 0 ? h[(now - 1) * E * N + at]! : 0,
      h: h[now * E * N + at]!,
    };
  },
);

/** What step t does to that state of S6. */
export function passing(r: Run, v: Setting, t: number): Passing {
  const { trace, order, delta } = readingOf(r, v);
  const now = Math.min(delta.cols - 1, Math.floor(t));
  return passed(trace, modelOf(r, v, "s6").stack, layerOf(v), order[v.channel - 1]!, now);
}

/** The symbols of the selective recurrence, where a sequence is read. */
export function symbols(r: Run, v: Setting, t: number): Partial<Record<SymbolId, SymbolValue>> {
  const sizes = { L: v.L, N: trainerDefaults.N };
  return v.show === "own" ? { ...sizes, t: Math.floor(t), ...passing(r, v, t) } : sizes;
}
