import type { Runnable } from "../../models/mamba/stack.ts";
import type { Coded } from "../../models/waveform/codec.ts";
import { s6Predictor } from "../../models/waveform/predictors.ts";
import { riceBits } from "../../models/waveform/rice.ts";

/** What S6 leaves of a sound, and its Δ. */
export interface Foretold extends Coded {
  /** For each layer hops × channels: Δ, its mean over the hop. */
  readonly delta: readonly Float64Array[];
}

/** How the clips that the figure brings are kept: by its own code, with coefficients from the past. */
export const KEPT = { kind: "past", p: 16 } as const;

/** Samples of a hop: 10 ms, the step of the playhead. */
export const HOP = 80;
export const hopsOf = (samples: number): number => Math.ceil(samples / HOP);

/** S6 over a sound, hop by hop: yields the share of it that is done. */
export function* foretell(
  x: Int32Array,
  stack: Runnable,
  each = 25,
): Generator<number, Foretold, undefined> {
  const predictor = s6Predictor(stack);
  const { layers, E } = stack.shape;
  const residual = new Int32Array(x.length);
  const hops = hopsOf(x.length);
  const delta = Array.from({ length: layers }, () => new Float64Array(hops * E));
  for (let hop = 0; hop < hops; hop++) {
    const end = Math.min(x.length, (hop + 1) * HOP);
    const count = end - hop * HOP;
    for (let t = hop * HOP; t < end; t++) {
      residual[t] = x[t]! - predictor.ahead();
      predictor.take(x[t]!);
      delta.forEach((mean, l) => {
        const now = predictor.delta(l);
        for (let c = 0; c < E; c++) mean[hop * E + c]! += now[c]! / count;
      });
    }
    if (hop % each === each - 1) yield (hop + 1) / hops;
  }
  return { residual, bits: riceBits(residual), side: 0, delta };
}
