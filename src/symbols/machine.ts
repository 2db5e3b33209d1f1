import type { Notation } from "./symbol.ts";

/** Filters that are merged, bytes that are moved. */
export const machine = {
  W1: { tex: "W^{(1)}", letter: "W¹", colour: "B", name: "first filter", code: ["W1"] },
  W2: { tex: "W^{(2)}", letter: "W²", colour: "D", name: "second filter", code: ["W2"] },
  Kseries: { tex: "K^*", letter: "K*", colour: "C", name: "kernel in series", code: ["merged"] },
  Kparallel: { tex: "K^+", letter: "K⁺", colour: "C", name: "kernel in parallel", code: [] },
  recipe: { tex: "r", colour: "ink", name: "steps of the recipe", code: ["steps"] },
  loads: { tex: "m", colour: "ink", name: "counterfuls", code: ["loads"] },
  walk: { tex: "w", colour: "ink", name: "time of a walk", code: ["walk"] },
  Tsteps: { tex: "T_r", letter: "Tᵣ", colour: "ink", name: "time step by step", code: [] },
  Tfused: { tex: "T_1", letter: "T₁", colour: "ink", name: "time fused", code: [] },
  channels: { tex: "D", colour: "ink", name: "number of channels", code: ["channels"] },
  movedApart: {
    tex: String.raw`M_\text{apart}`,
    letter: "Mₐ",
    colour: "ink",
    name: "bytes that separate programs move forward",
    code: ["bytes_apart"],
  },
  touched: { tex: "q", colour: "ink", name: "numbers that the scan moves for a pair", code: [] },
  moved: { tex: "M", colour: "ink", name: "bytes moved", code: ["bytes"] },
  operations: { tex: "W", colour: "ink", name: "operations", code: ["operations"] },
  intensity: { tex: "I", colour: "ink", name: "arithmetic intensity", code: ["intensity"] },
  peak: { tex: String.raw`\pi`, letter: "π", colour: "ink", name: "peak rate", code: ["peak"] },
  bandwidth: { tex: String.raw`\beta`, letter: "β", colour: "ink", name: "bandwidth", code: [] },
  attainable: { tex: "F", colour: "ink", name: "operations a second in reach", code: [] },
} as const satisfies Record<string, Notation>;
