import { recurrent } from "../s4d.ts";
import type { Net } from "./net.ts";
import { forward, kernels, newTrace, type Trace } from "./pass.ts";

/** A row as the block reads it in training: by its kernels, all steps at once. */
export function convolved(net: Net, u: Int8Array): Trace {
  const trace = newTrace(net, u.length);
  kernels(net, trace);
  forward(net, trace, u);
  return trace;
}

/** What enters the GELU, steps × channels, as the trained block reads a row one step at a time: each channel carries its state, no kernel. */
export function stepped({ sizes: { H, N }, weights: w }: Net, u: Int8Array): Float64Array {
  const half = N / 2;
  const y = new Float64Array(u.length * H);
  const ones = { re: new Float64Array(half).fill(1), im: new Float64Array(half) };
  for (let h = 0; h < H; h++) {
    const of = (x: Float64Array) => x.slice(h * half, (h + 1) * half);
    const { logDt, logMinusRe, im, CRe, CIm } = w.s4d;
    const A = { re: of(logMinusRe).map((x) => -Math.exp(x)), im: of(im) };
    const system = { A, B: ones, weight: new Float64Array(half).fill(2) };
    const channel = recurrent(system, { re: of(CRe), im: of(CIm) }, Math.exp(logDt[h]!));
    for (let t = 0; t < u.length; t++) {
      const x = w.enter[h]! * u[t]! + w.enterBias[h]!;
      y[t * H + h] = channel.step(x) + w.D[h]! * x;
    }
  }
  return y;
}
