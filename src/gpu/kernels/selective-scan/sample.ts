import { generator } from "../../../numerics/random.ts";
import type { ScanInput } from "./scan.ts";

/** What a sample has beside its sizes. */
export interface Extras {
  readonly batch?: number;
  /** Everything that Mamba's block gives: bias and softplus, D, z. */
  readonly full?: boolean;
  /** Largest Δ; 0 keeps every state, a huge one resets it. */
  readonly step?: number;
  /** Δ near 1e-4 out of the softplus, no D: all of y hangs on the small end of the softplus. */
  readonly faint?: boolean;
  readonly seed?: number;
}

/** A selective scan on random numbers: Δ in (0, step), A in (−2.1, −0.1). */
export function scanSample(
  [L, channels, states]: readonly [number, number, number],
  { batch = 1, full = false, step = 0.5, faint = false, seed = 1 }: Extras = {},
): ScanInput {
  const { uniform, normal } = generator(seed);
  const fill = (n: number, f: () => number) => {
    const x = new Float32Array(n); // Float32Array.from takes ten times as long, and benches draw 10⁸ numbers
    for (let i = 0; i < n; i++) x[i] = f();
    return x;
  };
  const tokens = batch * L;
  return {
    batch,
    L,
    channels,
    states,
    u: fill(tokens * channels, normal),
    delta: fill(tokens * channels, full ? () => 3 * normal() - 2 : () => step * uniform()),
    A: fill(channels * states, () => -0.1 - 2 * uniform()),
    B: fill(tokens * states, normal),
    C: fill(tokens * states, normal),
    D: fill(channels, normal),
    ...(full && {
      softplus: true,
      deltaBias: fill(channels, () => normal() - 2),
      z: fill(tokens * channels, () => 4 * normal()),
    }),
    ...(faint && {
      softplus: true,
      delta: fill(tokens * channels, () => normal() - 9),
      D: new Float32Array(channels),
    }),
  };
}
