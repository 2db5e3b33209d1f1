import { printSignal } from "../../kit/params/signal.ts";
import { MOST } from "../../kit/signal.ts";
import { layer, type Layer } from "../../models/s4Layer.ts";
import { legs } from "../../numerics/hippo.ts";
import type { Setting } from "./params.ts";

/** The most states that are shown there. */
const STATES = 8;

/** The layer as the block [[A, B], [C, 0]] of its real numbers: LegS, or a block of two for each pair of eigenvalues. */
function blockOf({ N, C, diagonal }: Layer): readonly (readonly number[])[] {
  const A = Array.from({ length: N }, () => new Float64Array(N));
  const B = new Float64Array(N);
  if (!diagonal) {
    const { A: all, B: b } = legs(N);
    A.forEach((row, i) => row.set(all.data.subarray(i * N, (i + 1) * N)));
    B.set(b);
  } else {
    const { A: poles, B: b, weight } = diagonal.system;
    let at = 0;
    weight.forEach((wide, k) => {
      B[at] = b.re[k]!;
      A[at]![at] = poles.re[k]!;
      if (wide === 2) {
        A[at]![at + 1] = -poles.im[k]!;
        A[at + 1]![at] = poles.im[k]!;
        A[at + 1]![at + 1] = poles.re[k]!;
      }
      at += wide;
    });
  }
  return [...A.map((row, i) => [...row, B[i]!]), [...C, 0]];
}

/** Up to eight numbers of state with one step size for all steps. */
export function playground({ init, N, seed, dt, rule, input, varying, steps }: Setting) {
  if (varying || N > STATES || steps > MOST) return undefined;
  const block = blockOf(layer(init, N, seed));
  return {
    family: "own",
    kind: "continuous",
    own: block.map((row) => row.map((x) => String(+x.toPrecision(15))).join()).join(";"),
    dt: String(dt),
    rule,
    input: printSignal(input),
    steps: String(steps),
    readout: "immediate",
    way: "convolution",
    views: "time.kernel.frequency",
  };
}
