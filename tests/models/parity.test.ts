import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapsOf } from "../../src/models/parity/maps.ts";
import { kinds, newNet, parameters, weightsOf } from "../../src/models/parity/net.ts";
import { learn, roomFor, traceOf } from "../../src/models/parity/pass.ts";
import {
  askedIn,
  fillBits,
  newExam,
  newParityTrainer,
  parities,
  windows,
} from "../../src/models/parity/trainer.ts";
import { generator } from "../../src/numerics/random.ts";

const bitsOf = (seed: number, L: number) => {
  const row = new Uint8Array(L);
  fillBits(row, generator(seed));
  return row;
};

describe.each(kinds)("the net, %s", (kind) => {
  const sizes = { kind, N: 4, units: 3 } as const;

  it("its slopes are those of finite differences, by every weight", () => {
    const net = newNet(sizes, 5);
    net.weights.out.forEach((_, j) => (net.weights.out[j] = 1 + j)); // so that every path counts
    const room = roomFor(net, 7);
    const rows = [bitsOf(1, 7), bitsOf(2, 4), bitsOf(3, 7)];
    const score = { loss: 0, accuracy: 0 };
    const lossAt = (i: number, x: number) => {
      const { flat } = net.weights;
      const was = flat[i]!;
      flat[i] = x;
      learn(net, room, rows, 0.1, score);
      flat[i] = was;
      return score.loss;
    };
    learn(net, room, rows, 0.1, score);
    const slopes = room.slopes.flat.slice();
    slopes.forEach((slope, i) => {
      const [x, e] = [net.weights.flat[i]!, 1e-5];
      const found = (lossAt(i, x + e) - lossAt(i, x - e)) / (2 * e);
      expect(Math.abs(found - slope), `weight ${i}`).toBeLessThan(1e-8 * (1 + Math.abs(slope)));
    });
    expect(slopes.filter((s) => s === 0).length).toBe(0);
  });

  it("what it multiplies by lies where its kind says", () =>
    fc.assert(
      fc.property(fc.array(fc.double({ min: -30, max: 30, noNaN: true })), (some) => {
        const net = newNet(sizes, 1);
        some.slice(0, 28).forEach((x, i) => (net.weights.flat[i] = x / 4));
        const { re, im } = mapsOf(sizes, net.weights);
        re.forEach((x, i) => {
          expect(Math.hypot(x, im[i]!)).toBeLessThanOrEqual(1 + 1e-12);
          if (kind === "positive") expect(x).toBeGreaterThanOrEqual(0);
          if (kind !== "rotation") expect(im[i]).toBe(0);
        });
      }),
    ));

  it("goes on from a checkpoint as if it had never stopped", () => {
    const options = { kind, seed: 3, lr: 0.05, L: 6, steps: 20 };
    const [whole, before] = [newParityTrainer(options), newParityTrainer(options)];
    const losses = Array.from({ length: 20 }, () => whole.step().loss);
    for (let k = 0; k < 9; k++) before.step();
    const after = newParityTrainer(options, structuredClone(before.checkpoint()));
    expect(Array.from({ length: 11 }, () => after.step().loss)).toEqual(losses.slice(9));
    expect(after.checkpoint().weights).toEqual(whole.checkpoint().weights);
  });
});

describe("parity held exactly", () => {
  it("by one number that a one multiplies by −1: right at any length", () => {
    // e^{ΔA} is 0 for the one (Δ = 1000, B = 1/1000) and 1 for the nought (Δ = 0): h ← 1 − h, h ← h
    const sizes = { kind: "negative", N: 2, units: 1 } as const;
    const flat = new Float64Array(parameters(sizes));
    const w = weightsOf(sizes, flat);
    w.dt.set([-1000, -1000, 1000, 1000]);
    w.B.set([0, 0, 1e-3, 1e-3]);
    w.W.set([1, 0]);
    w.bias.set([-0.5]);
    w.out.set([1]);
    const bits = bitsOf(9, 10_000);
    const { logits, h } = traceOf({ sizes, weights: w }, bits);
    expect(Array.from(logits, (x) => Number(x > 0))).toEqual([...parities(bits)]);
    expect(h[10_000 * 2]).toBe(parities(bits)[9999]);
  });

  it("never by positive multipliers: they keep two states in their order, and a one would have to swap them", () => {
    const net = newNet({ kind: "positive", N: 4, units: 2 }, 2);
    const tail = bitsOf(4, 40);
    const [one, other] = [0, 1].map((first) => traceOf(net, Uint8Array.of(first, ...tail)).h);
    for (let n = 0; n < 4; n++) {
      const ahead = Math.sign(one![4 + n]! - other![4 + n]!);
      for (let t = 2; t <= 41; t++)
        expect(ahead * (one![t * 4 + n]! - other![t * 4 + n]!)).toBeGreaterThanOrEqual(0);
    }
  });
});

describe("learned (rows of 8 bits, 300 steps, seed 1)", () => {
  const reached = (kind: (typeof kinds)[number]) => {
    const trainer = newParityTrainer({ kind, seed: 1, lr: 0.1, L: 8, steps: 300 });
    for (let k = 0; k < 300; k++) trainer.step();
    return newExam(8)(trainer.net).map((n, k) => n / askedIn(8)[k]!);
  };

  it("positive: better than chance at the length of training (.72 and more), chance from twice that on", () => {
    const right = reached("positive");
    expect(right[0]).toBeGreaterThan(0.7);
    expect(right[0]).toBeLessThan(0.98);
    for (const share of right.slice(2)) expect(Math.abs(share - 0.5)).toBeLessThan(0.06);
  });

  it.each(["negative", "rotation"] as const)("%s: right at twice the length, too", (kind) => {
    const right = reached(kind);
    expect(right[0]).toBe(1);
    expect(right[1]).toBeGreaterThan(0.99);
  });
});

it("the windows of the test are all of its answers, once each", () => {
  expect(askedIn(16).reduce((a, b) => a + b)).toBe(64 * 16 * 16);
  expect(windows.at(-1)).toBe(16);
  const right = newExam(4)(newNet({ kind: "negative", N: 2, units: 2 }, 1));
  right.forEach((n, k) => expect(n).toBeLessThanOrEqual(askedIn(4)[k]!));
});
