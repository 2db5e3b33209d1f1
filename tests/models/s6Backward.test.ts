import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { expectClose } from "../near.ts";
import { s6Sample } from "./s6Sample.ts";
import { generator } from "../../src/numerics/random.ts";
import { pairStates } from "../../src/numerics/scanPairs.ts";
import { selectiveScan } from "../../src/models/s6.ts";
import { selectivePairs } from "../../src/models/s6Pairs.ts";
import type { S6Input, S6Options } from "../../src/models/s6.ts";
import { selectiveScanBackward } from "../../src/models/s6Backward.ts";

/** A number with its derivative: forward mode, written for this test alone. */
type Dual = readonly [value: number, slope: number];
const plus = (x: Dual, y: Dual): Dual => [x[0] + y[0], x[1] + y[1]];
const mul = (x: Dual, y: Dual): Dual => [x[0] * y[0], x[1] * y[0] + x[0] * y[1]];
const over = (x: Dual, y: Dual): Dual => [x[0] / y[0], (x[1] * y[0] - x[0] * y[1]) / (y[0] * y[0])];
const exp = (x: Dual): Dual => [Math.exp(x[0]), x[1] * Math.exp(x[0])];
const logistic = (x: Dual): Dual => over([1, 0], plus([1, 0], exp([-x[0], -x[1]])));
const soft = (x: Dual): Dual => [Math.log1p(Math.exp(x[0])), x[1] / (1 + Math.exp(-x[0]))];

const names = ["u", "delta", "A", "B", "C", "D", "z", "h0", "deltaBias"] as const;
type Name = (typeof names)[number];
type Everything = S6Input & Required<Pick<S6Options, "h0" | "deltaBias">>;

/** ∂/∂direction of Σ w·y + Σ v·last, in dual numbers. */
function forward(
  s: Everything,
  along: Name,
  direction: Float64Array,
  weights: { w: Float64Array; v: Float64Array },
  { rule, softplus }: S6Options,
): number {
  const at = (name: Name, i: number): Dual => [s[name]![i]!, along === name ? direction[i]! : 0];
  const { L, channels: E, states: N } = s;
  const h = Array.from({ length: E * N }, (_, i) => at("h0", i));
  let loss = 0;
  for (let t = 0; t < L; t++)
    for (let e = 0; e < E; e++) {
      const raw = at("delta", t * E + e);
      const d = softplus ? soft(plus(raw, at("deltaBias", e))) : raw;
      const u = at("u", t * E + e);
      let y = mul(at("D", e), u);
      for (let n = 0; n < N; n++) {
        const a = at("A", e * N + n);
        const Abar = exp(mul(d, a));
        const phi = rule === "zoh" ? over(plus(Abar, [-1, 0]), a) : d;
        const Bu = mul(at("B", t * N + n), u);
        h[e * N + n] = plus(mul(Abar, h[e * N + n]!), mul(phi, Bu));
        y = plus(y, mul(at("C", t * N + n), h[e * N + n]!));
      }
      if (s.z) y = mul(y, mul(at("z", t * E + e), logistic(at("z", t * E + e))));
      loss += weights.w[t * E + e]! * y[1];
    }
  h.forEach((x, i) => (loss += weights.v[i]! * x[1]));
  return loss;
}

function problem(seed: number, L: number, E: number, N: number, gated: boolean) {
  const { normal } = generator(seed + 1);
  const fill = (n: number) => Float64Array.from({ length: n }, normal);
  const s: Everything = {
    ...s6Sample(seed, [L, E, N], gated),
    h0: fill(E * N),
    deltaBias: fill(E),
  };
  return { s, weights: { w: fill(L * E), v: fill(E * N) }, fill };
}

const dot = (x: Float64Array, w: Float64Array) => x.reduce((sum, v, i) => sum + v * w[i]!, 0);

const options = fc.record({
  rule: fc.constantFrom("simplified" as const, "zoh" as const),
  softplus: fc.boolean(),
});

describe("selectiveScanBackward", () => {
  it("is the derivative by every input: forward mode in dual numbers, to 1e-9", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        options,
        (seed, L, E, N, gated, how) => {
          const { s, weights, fill } = problem(seed, L, E, N, gated);
          const deltaBias = how.softplus ? s.deltaBias : undefined;
          const grads = selectiveScanBackward(s, weights.w, {
            ...how,
            h0: s.h0,
            deltaBias,
            dlast: weights.v,
          });
          for (const name of names) {
            if (name === "deltaBias" && !how.softplus) continue;
            const x = s[name];
            if (!x) continue;
            const direction = fill(x.length);
            const want = forward(s, name, direction, weights, how);
            let got = 0;
            let size = 1;
            grads[name]!.forEach((g, i) => {
              got += g * direction[i]!;
              size += Math.abs(g * direction[i]!);
            });
            expect(Math.abs(got - want), `along ${name}`).toBeLessThan(1e-9 * size);
          }
        },
      ),
    );
  });

  it("is the slope of central differences, entry by entry", () => {
    const { s, weights } = problem(3, 5, 2, 3, true);
    const how = { rule: "zoh", softplus: true } as const;
    const loss = (t: Everything) => {
      const { y, last } = selectiveScan(t, { ...how, h0: t.h0, deltaBias: t.deltaBias });
      return dot(y, weights.w) + dot(last, weights.v);
    };
    const { h0, deltaBias } = s;
    const grads = selectiveScanBackward(s, weights.w, { ...how, h0, deltaBias, dlast: weights.v });
    for (const name of names)
      s[name]!.forEach((_, i) => {
        const moved = (by: number) =>
          loss({ ...s, [name]: s[name]!.map((x, k) => (k === i ? x + by : x)) });
        expect(Math.abs((moved(1e-5) - moved(-1e-5)) / 2e-5 - grads[name]![i]!)).toBeLessThan(1e-7);
      });
  });

  it("runs the same recurrence in reverse: dh0 and dB come from a scan of reversed pairs", () => {
    const { s, weights } = problem(4, 23, 1, 1, false);
    const { a } = selectivePairs(s, 0, 0);
    const seen = weights.w.map((w, t) => w * s.C[t]!);
    const later = a.toReversed().map((_, k) => (k === 0 ? 0 : a[23 - k]!)); // a_{t+1} of the reversed walk
    const g = pairStates(later, seen.toReversed()).toReversed();
    const grads = selectiveScanBackward(s, weights.w);
    expectClose(
      grads.B,
      g.map((x, t) => x * s.delta[t]! * s.u[t]!),
      1e-12,
    );
    expect(grads.h0[0]).toBeCloseTo(a[0]! * g[0]!, 12);
  });

  it("goes through A = 0 and tiny ΔA under exact ZOH", () => {
    const { s, weights } = problem(5, 6, 1, 2, false);
    const at = (A: number) =>
      selectiveScanBackward({ ...s, A: new Float64Array([A, A]) }, weights.w, { rule: "zoh" });
    expectClose(at(0).A, at(1e-9).A, 1e-7);
    expectClose(at(-1e-12).delta, at(0).delta, 1e-9);
    expect([...at(0).A].every(Number.isFinite)).toBe(true);
  });

  it("has no gradient by what was not given, and refuses wrong shapes", () => {
    const { s, weights } = problem(6, 4, 2, 3, false);
    const grads = selectiveScanBackward(s, weights.w);
    expect(grads.z).toBeUndefined();
    expect(grads.deltaBias).toBeUndefined();
    expect(() => selectiveScanBackward(s, weights.w.subarray(1))).toThrow(/^dy must be/);
    expect(() => selectiveScanBackward(s, weights.w, { dlast: weights.v.subarray(1) })).toThrow(
      /^dlast/,
    );
    const huge = weights.w.map(() => 1e308);
    expect(() => selectiveScanBackward({ ...s, C: s.C.map(() => 1e300) }, huge)).toThrow(
      /^∂loss\/∂\w+\[0\] must be finite/,
    );
  });
});
