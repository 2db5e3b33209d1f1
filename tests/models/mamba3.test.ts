import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  costOf,
  exactOutput,
  respond,
  respondTurned,
  type Smooth,
  stepWeights,
} from "../../src/models/mamba3.ts";
import { selectiveScan } from "../../src/models/s6.ts";

const rates = (re: readonly number[], im: readonly number[]) => ({
  re: Float64Array.from(re),
  im: Float64Array.from(im),
});
const some = rates([-0.5, -1, -3], [0, 2, -1.5]);
const sine: Smooth = { kind: "sine", omega: 2 };

describe("the step of Mamba-3", () => {
  it("has the weights of the paper", () => {
    const { alpha, beta, gamma } = stepWeights({ re: -1, im: 0 }, 0.5, 0.25);
    expect(alpha.re).toBeCloseTo(Math.exp(-0.5), 15);
    expect(beta.re).toBeCloseTo(0.75 * 0.5 * Math.exp(-0.5), 15);
    expect(gamma).toBe(0.125);
    expect(() => stepWeights({ re: -1, im: 0 }, 0, 1)).toThrow(/^delta/);
    expect(() => stepWeights({ re: -1, im: 0 }, 1, 1.1)).toThrow(/^lambda/);
  });

  it("with λ = 1 and no turn is the selective scan of Mamba-1", () => {
    const [L, N, d] = [40, 4, 0.3];
    const A = Float64Array.of(-1, -2, -3, -4);
    const u = Float64Array.from({ length: L }, (_, t) => Math.sin(t * t));
    const { y } = selectiveScan({
      L,
      channels: 1,
      states: N,
      u,
      delta: new Float64Array(L).fill(d),
      A,
      B: new Float64Array(L * N).fill(1),
      C: new Float64Array(L * N).fill(1 / N),
      D: Float64Array.of(0),
    });
    const ours = respond({ re: A, im: new Float64Array(N) }, u, d, 1).y;
    ours.forEach((x, t) => expect(x).toBeCloseTo(y[t]!, 12));
  });

  it("turning B and C is turning the state (mamba3_siso_step_ref's form)", () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 30 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (u, delta, lambda) => {
          const input = Float64Array.from(u);
          const turned = respondTurned(some, input, delta, lambda);
          respond(some, input, delta, lambda).y.forEach((y, t) =>
            expect(Math.abs(y - turned[t]!)).toBeLessThan(1e-11),
          );
        },
      ),
    ));
});

describe("the exact response", () => {
  it.each<Smooth>([sine, { kind: "step" }])("$kind: solves h' = a h + u", (input) => {
    const [t, e] = [1.7, 1e-5];
    for (const a of [
      [-0.5, 0],
      [-2, 3],
    ] as const) {
      const one = rates([a[0]], [a[1]]);
      const at = (time: number) => exactOutput(one, input, time);
      expect(at(0)).toBeCloseTo(0, 14);
      if (a[1] !== 0) continue; // the real part alone does not close
      const u = input.kind === "sine" ? Math.sin(2 * t) : 1;
      expect((at(t + e) - at(t - e)) / (2 * e)).toBeCloseTo(a[0] * at(t) + u, 8);
    }
  });

  it("errors fall as Δ for λ = 1, as Δ² for λ = ½", () => {
    const error = (n: number, lambda: number) => {
      const delta = 8 / n;
      const u = Float64Array.from({ length: n + 1 }, (_, t) => Math.sin(2 * t * delta));
      const { y } = respond(some, u, delta, lambda);
      return Math.max(...y.map((x, t) => Math.abs(x - exactOutput(some, sine, t * delta))));
    };
    const order = (lambda: number) => Math.log2(error(1024, lambda) / error(2048, lambda));
    expect(order(1)).toBeCloseTo(1, 1);
    expect(order(0.5)).toBeCloseTo(2, 1);
    expect(order(0.7)).toBeCloseTo(1, 1);
  });
});

it("what a token costs is what the steps count", () => {
  const plain = { shared: false, trapezoid: false, turns: false };
  expect(costOf(64, 16, plain)).toEqual({ kept: 1024, decays: 1024, products: 3136 });
  expect(costOf(64, 16, { ...plain, shared: true }).decays).toBe(1);
  expect(costOf(64, 16, { shared: true, trapezoid: true, turns: true })).toEqual({
    kept: 1024 + 80 + 8,
    decays: 1,
    products: 3136 + 1088 + 72,
  });
});
