import { describe, expect, it } from "vitest";
import {
  impulseResponse,
  inits,
  kernelOf,
  layer,
  realSystem,
  stepResponse,
  walk,
  type Layer,
} from "../../src/models/s4Layer.ts";
import { denseKernel } from "../../src/models/s4.ts";
import { discretize } from "../../src/numerics/discretize.ts";
import { causalConvolve } from "../../src/numerics/fft.ts";
import { generator } from "../../src/numerics/random.ts";
import { expectClose } from "../near.ts";

const rules = ["zoh", "bilinear"] as const;
const { normal } = generator(9);
const u = Float64Array.from({ length: 300 }, () => normal());
const rms = (a: Float64Array, b: Float64Array) =>
  Math.sqrt(a.reduce((s, x, i) => s + (x - b[i]!) ** 2, 0) / a.length);

describe.each(inits)("%s", (init) => {
  it("recurrence = convolution, whatever N, Δ and rule", () => {
    for (const N of [2, 8, 64])
      for (const dt of [1e-3, 0.05, 1])
        for (const rule of rules) {
          const l = layer(init, N, 4);
          expectClose(walk(l, u, dt, rule).y, causalConvolve(u, kernelOf(l, 300, dt, rule)), 1e-10);
        }
  });

  it("the output is C times the states that are kept", () => {
    const l = layer(init, 6, 2);
    const { states, y } = walk(l, u, 0.1, "zoh");
    expect(l.C.length).toBe(6);
    const read = y.map((_, k) => l.C.reduce((s, c, n) => s + c * states.data[k * 6 + n]!, 0));
    expectClose(read, y, 1e-13);
  });

  it("under a hold, K is the difference of the step response, and the sub-steps agree with the steps", () => {
    const l = layer(init, 10, 3);
    const fine = stepResponse(l, 80, 0.05);
    const coarse = stepResponse(l, 20, 0.2);
    expectClose(
      fine.filter((_, i) => i % 4 === 3),
      coarse,
      1e-12,
    );
    const K = kernelOf(l, 20, 0.2, "zoh");
    expectClose(
      K,
      coarse.map((s, i) => s - (coarse[i - 1] ?? 0)),
      1e-12,
    );
  });

  it("a step size for each step: all alike is one for all, and one that varies is another system", () => {
    const l: Layer = layer(init, 8, 1);
    const plain = walk(l, u, 0.1, "zoh").y;
    expectClose(walk(l, u, new Float64Array(300).fill(0.1), "zoh").y, plain, 1e-14);
    const varied = walk(
      l,
      u,
      u.map((x) => 0.1 * 2 ** Math.tanh(x)),
      "zoh",
    ).y;
    expect(rms(varied, plain)).toBeGreaterThan(1e-3);
  });
});

it("random poles lie in a disc of radius 1, the slowest at −½", () => {
  const { A } = layer("random", 64, 7).diagonal!.system;
  expect(Math.max(...A.re)).toBeCloseTo(-0.5, 12);
  A.re.forEach((x, n) => expect(Math.hypot(x + 1.5, A.im[n]!)).toBeLessThan(1.3));
});

/* SCIENCE, "HiPPO as feedback": the first number of S4D-LegS against that of LegS over t in .05 … 3. */
it.each([
  [16, 0.28, 0.0097],
  [64, 0.27, 0.0013],
])("S4D-LegS, N = %d: impulse responses stay %f apart, step responses %f", (N, impulse, step) => {
  const [dt, M] = [0.001, 3000];
  const seen = (v: Float64Array) => v.subarray(50);
  const [a, b] = (["legs", "legs-diag"] as const).map((i) => layer(i, N, 1, "first"));
  const K = [a!, b!].map((l) => seen(impulseResponse(l, M, dt)));
  expect(Math.abs(rms(K[0]!, K[1]!) - impulse)).toBeLessThan(0.01);
  const S = [a!, b!].map((l) => seen(stepResponse(l, M, dt)));
  expect(Math.abs(rms(S[0]!, S[1]!) / step - 1)).toBeLessThan(0.05);
});

it("refuses an odd number of states", () => expect(() => layer("lin", 5, 1)).toThrow(/even/));

it.each(inits)("%s: the impulse response is the slope of the step response", (init) => {
  const one = layer(init, 8, 3);
  const dt = 1e-5;
  const [h, S] = [impulseResponse(one, 400, dt), stepResponse(one, 400, dt)];
  expectClose(
    h.subarray(1, 399),
    h.subarray(1, 399).map((_, i) => (S[i + 1]! - (S[i - 1] ?? 0)) / (2 * dt)),
    1e-5,
  );
});

it.each(inits)("%s: its real system, made discrete, has its kernel", (init) => {
  const one = layer(init, 8, 6);
  const { A, B } = realSystem(one);
  for (const rule of rules) {
    const bar = discretize(A, B, 0.1, rule);
    expectClose(kernelOf(one, 50, 0.1, rule), denseKernel(bar.A, bar.B.data, one.C, 50), 1e-10);
  }
});
