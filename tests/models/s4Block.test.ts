import { describe, expect, it } from "vitest";
import {
  beginnings,
  newNet,
  paces,
  parameters,
  slow,
  weightsOf,
} from "../../src/models/s4Block/net.ts";
import { gelu, geluSlope, learn, roomFor } from "../../src/models/s4Block/pass.ts";
import { push } from "../../src/models/s4Block/push.ts";
import { convolved, stepped } from "../../src/models/s4Block/recur.ts";
import { fillSigns } from "../../src/models/s4Block/rows.ts";
import { newBlockTrainer } from "../../src/models/s4Block/trainer.ts";
import { generator } from "../../src/numerics/random.ts";

const signs = (seed: number, L: number) => {
  const row = new Int8Array(L);
  fillSigns(row, generator(seed));
  return row;
};
const sizes = { H: 3, N: 4 } as const;

describe.each(beginnings)("the block, %s", (beginning) => {
  it("its slopes are those of finite differences, by every weight", () => {
    const net = newNet(sizes, beginning, 5);
    net.weights.s4d.logDt.forEach((_, h) => (net.weights.s4d.logDt[h] = Math.log(0.1 + h / 5)));
    const room = roomFor(net, 9);
    const rows = [signs(1, 9), signs(2, 7), signs(3, 9)];
    const score = { loss: 0, accuracy: 0 };
    const lossAt = (i: number, x: number) => {
      const { flat } = net.weights;
      const was = flat[i]!;
      flat[i] = x;
      learn(net, room, rows, 3, score);
      flat[i] = was;
      return score.loss;
    };
    learn(net, room, rows, 3, score);
    const slopes = room.slopes.flat.slice();
    slopes.forEach((slope, i) => {
      const [x, e] = [net.weights.flat[i]!, 1e-5];
      const found = (lossAt(i, x + e) - lossAt(i, x - e)) / (2 * e);
      expect(Math.abs(found - slope), `weight ${i}`).toBeLessThan(1e-8 * (1 + Math.abs(slope)));
    });
    // the imaginary part of C says nothing where a pole does not turn
    const still = net.weights.s4d.im.filter((x) => x === 0).length;
    expect(slopes.filter((s) => s === 0).length).toBe(still);
  });

  it("untrained, its steps lie in S4's range, and its slowest pole decays as its beginning says", () => {
    const net = newNet({ H: 5, N: 12 }, beginning, 2);
    const { logDt, logMinusRe, im } = net.weights.s4d;
    for (const x of logDt) {
      expect(Math.exp(x)).toBeGreaterThanOrEqual(paces[0]);
      expect(Math.exp(x)).toBeLessThanOrEqual(paces[1]);
    }
    for (let h = 0; h < 5; h++) {
      const rates = Array.from(logMinusRe.subarray(h * 6, h * 6 + 6), Math.exp);
      expect(Math.min(...rates)).toBeCloseTo(beginning === "real" ? 1 : 0.5, 12);
      const turns = Array.from(im.subarray(h * 6, h * 6 + 6));
      if (beginning === "lin") expect(turns).toEqual([0, 1, 2, 3, 4, 5].map((n) => Math.PI * n));
      if (beginning === "real") expect(turns).toEqual([0, 0, 0, 0, 0, 0]);
      if (beginning === "disc")
        for (let n = 0; n < 6; n++) {
          const x = Math.min(...rates) - rates[n]!; // from the slowest
          expect(turns[n]).toBeGreaterThanOrEqual(0);
          expect(turns[n]).toBeLessThanOrEqual(1);
          expect(x).toBeGreaterThanOrEqual(-2);
        }
    }
  });

  it("as a recurrence and as a convolution it is the same", () => {
    const net = newNet({ H: 4, N: 16 }, beginning, 7);
    const u = signs(4, 200);
    const [one, other] = [convolved(net, u).y, stepped(net, u)];
    one.forEach((x, i) => expect(Math.abs(x - other[i]!)).toBeLessThan(1e-11));
  });

  it("a push moves the answer by the mean of the slopes", () => {
    const net = newNet({ H: 4, N: 8 }, beginning, 3);
    const L = 12;
    const { by } = push(net, L);
    // by finite differences: bits that are not whole go into an array of floats
    const chance = generator(4711);
    const found = new Float64Array(L);
    for (let probe = 0; probe < 32; probe++) {
      const row = new Int8Array(L);
      fillSigns(row, chance);
      for (let k = 0; k < L; k++) {
        const at = (e: number) => {
          const pushed = Float64Array.from(row);
          pushed[L - 1 - k]! += e;
          return convolved(net, pushed as unknown as Int8Array).logits[L - 1]!;
        };
        found[k]! += (at(1e-5) - at(-1e-5)) / 2e-5 / 32;
      }
    }
    by.forEach((x, k) => expect(x, `lag ${k}`).toBeCloseTo(found[k]!, 8));
  });
});

it("GELU is its formula, and its slope the slope", () => {
  for (const x of [-4, -1, -0.2, 0, 0.3, 2, 5]) {
    const bent = Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3);
    expect(gelu(x)).toBeCloseTo(0.5 * x * (1 + Math.tanh(bent)), 14);
    expect(geluSlope(x)).toBeCloseTo((gelu(x + 1e-6) - gelu(x - 1e-6)) / 2e-6, 8);
  }
});

describe("its numbers", () => {
  it.each([
    [2, 4],
    [8, 32],
    [16, 20],
  ])("H = %i, N = %i: H (2N + 2) in the channels, 2H (H + 1) in the mixing", (H, N) => {
    const { poles, delta, read, mix, ends, all } = parameters({ H, N });
    expect(poles + delta + read).toBe(H * (2 * N + 2));
    expect(mix).toBe(2 * H * (H + 1));
    expect(ends).toBe(3 * H + 1);
    const { flat, s4d, ...rest } = weightsOf({ H, N }, new Float64Array(all));
    for (const part of [...Object.values(s4d), ...Object.values(rest)]) part.fill(1);
    expect(flat.reduce((a, b) => a + b)).toBe(all);
    expect(slow({ H, N }).reduce((a, b) => a + b)).toBe(poles + delta);
  });

  it("refuses sizes that are none", () => {
    expect(() => parameters({ H: 0, N: 4 })).toThrow(/H/);
    expect(() => parameters({ H: 2, N: 5 })).toThrow(/even/);
  });
});

describe("its training", () => {
  const options = { H: 3, N: 8, beginning: "lin", lag: 5, seed: 3, lr: 0.02, most: 0.001 } as const;

  it("goes on from a checkpoint as if it had never stopped", () => {
    const [whole, before] = [1, 2].map(() => newBlockTrainer({ ...options, steps: 20 }));
    const losses = Array.from({ length: 20 }, () => whole!.step().loss);
    for (let k = 0; k < 9; k++) before!.step();
    const after = newBlockTrainer({ ...options, steps: 20 }, structuredClone(before!.checkpoint()));
    expect(Array.from({ length: 11 }, () => after.step().loss)).toEqual(losses.slice(9));
    expect(after.checkpoint().weights).toEqual(whole!.checkpoint().weights);
  });

  it("Δ and the poles move by no more than their own rate, the rest by the other", () => {
    const trainer = newBlockTrainer({ ...options, steps: 1000 });
    const before = trainer.net.weights.flat.slice();
    for (let k = 0; k < 25; k++) trainer.step();
    // AdamW moves a number by little more than its rate a step; the first twenty steps warm up
    const moved = trainer.net.weights.flat.map((x, i) => Math.abs(x - before[i]!));
    const own = slow(options);
    const most = (which: number) => Math.max(...moved.filter((_, i) => own[i] === which));
    expect(most(1)).toBeLessThan(25 * 0.001);
    expect(most(1)).toBeGreaterThan(0.004);
    expect(most(0)).toBeGreaterThan(0.1);
    const { logDt, logMinusRe, im, CRe } = weightsOf(options, moved).s4d;
    for (const part of [logDt, logMinusRe, im]) expect(Math.max(...part)).toBeLessThan(0.025);
    expect(Math.max(...CRe)).toBeGreaterThan(0.1);
  });

  it("a rate above the common one is the common one", () => {
    const run = (most: number) => {
      const trainer = newBlockTrainer({ ...options, most, steps: 10 });
      for (let k = 0; k < 10; k++) trainer.step();
      return trainer.checkpoint().weights;
    };
    expect(run(0.02)).toEqual(run(5));
    expect(run(0.02)).not.toEqual(run(0.01));
  });

  it("learns a short delay, and from random poles it does not (lag 8, 300 steps)", () => {
    const reached = (beginning: "lin" | "disc") => {
      const set = { H: 4, N: 16, lag: 8, lr: 0.03, steps: 300 } as const;
      const trainer = newBlockTrainer({ ...options, ...set, beginning });
      let sum = 0;
      for (let k = 0; k < 300; k++) {
        const { accuracy } = trainer.step();
        if (k >= 280) sum += accuracy / 20;
      }
      return sum;
    };
    expect(reached("lin")).toBeGreaterThan(0.85);
    expect(reached("disc")).toBeLessThan(0.8);
  });
});
