import type { ScanInput } from "../../gpu/kernels/selective-scan/scan.ts";
import { generator } from "../../numerics/random.ts";

/** Numbers between two pauses. */
const SLICE = 2 ** 20;

/** The seed of what is measured on: times hardly hang on it. */
const SEED = 1;

/** Inputs as a trained layer has them, in slices: Δ in (0, 0.1), A in (−2.1, −0.1), the others in (−1, 1). */
export function* sampleOf(
  L: number,
  channels: number,
  states: number,
): Generator<undefined, ScanInput & { readonly D: Float32Array }> {
  const { uniform } = generator(SEED);
  function* fill(n: number, from: number, to: number): Generator<undefined, Float32Array> {
    const out = new Float32Array(n);
    for (let i = 0; i < n; i++) {
      out[i] = from + (to - from) * uniform();
      if (i % SLICE === SLICE - 1) yield;
    }
    return out;
  }
  return {
    L,
    channels,
    states,
    u: yield* fill(L * channels, -1, 1),
    delta: yield* fill(L * channels, 0, 0.1),
    A: yield* fill(channels * states, -2.1, -0.1),
    B: yield* fill(L * states, -1, 1),
    C: yield* fill(L * states, -1, 1),
    D: yield* fill(channels, -1, 1),
  };
}

/** The first channels of it. */
export function channelsOf(
  input: ScanInput & { readonly D: Float32Array },
  channels: number,
): ScanInput & { readonly D: Float32Array } {
  const { L, channels: all, states } = input;
  const cut = (x: Float32Array) => {
    const out = new Float32Array(L * channels);
    for (let t = 0; t < L; t++) out.set(x.subarray(t * all, t * all + channels), t * channels);
    return out;
  };
  return {
    ...input,
    channels,
    u: cut(input.u),
    delta: cut(input.delta),
    A: input.A.subarray(0, channels * states),
    D: input.D.subarray(0, channels),
  };
}
