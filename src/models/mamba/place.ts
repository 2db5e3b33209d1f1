import { vector } from "../../numerics/check.ts";
import type { Run } from "./forward.ts";

/** All that a run keeps of what it has read: for each block the states (E × N) and the window of its convolution, (taps − 1) × E. */
export interface Place {
  readonly states: readonly Float64Array[];
  readonly windows: readonly Float64Array[];
}

/** Where a run stands, copied out. */
export function placeOf({ shape: { E, N, taps }, blocks }: Run): Place {
  return {
    states: blocks.map(({ h }) => h.slice(0, E * N)),
    windows: blocks.map(({ xPast: { data } }) => {
      const window = new Float64Array((taps - 1) * E);
      for (let k = 0; k < taps - 1; k++) window.set(data.subarray(k * 2 * E, k * 2 * E + E), k * E);
      return window;
    }),
  };
}

/** Puts a run of S6 where `placeOf` found one of the same shape. Throws on arrays of other lengths. */
export function standAt({ shape: { E, N, taps }, blocks }: Run, { states, windows }: Place): void {
  blocks.forEach(({ h, xPast: { data } }, l) => {
    h.set(vector(`states[${l}]`, states[l]!, E * N));
    const window = vector(`windows[${l}]`, windows[l]!, (taps - 1) * E);
    for (let k = 0; k < taps - 1; k++) data.set(window.subarray(k * E, (k + 1) * E), k * 2 * E);
  });
}
