import { generator } from "../../src/numerics/random.ts";
import type { S6Input } from "../../src/models/s6.ts";

const fill = (n: number, f: () => number) => Float64Array.from({ length: n }, f);

/** A selective scan on random numbers: Δ in (0, 1), A in (−2, −0.1). */
export function s6Sample(
  seed: number,
  [L, channels, states]: [number, number, number],
  gated = false,
): S6Input & { z?: Float64Array } {
  const { uniform, normal } = generator(seed);
  return {
    L,
    channels,
    states,
    u: fill(L * channels, normal),
    delta: fill(L * channels, uniform),
    A: fill(channels * states, () => -0.1 - 1.9 * uniform()),
    B: fill(L * states, normal),
    C: fill(L * states, normal),
    D: fill(channels, normal),
    ...(gated && { z: fill(L * channels, normal) }),
  };
}
