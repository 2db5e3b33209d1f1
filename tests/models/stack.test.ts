import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { expectClose } from "../near.ts";
import { tokens } from "./mambaCases.ts";
import type { Input } from "../../src/models/mamba/forward.ts";
import { newStack } from "../../src/models/mamba/initial.ts";
import { intermediate } from "../../src/models/mamba/intermediates.ts";
import { begin, type Stack, stepStack, tag, traceStack } from "../../src/models/mamba/stack.ts";
import { lossAndGradients, trainSteps } from "../../src/models/mambaTrain.ts";
import { generator, normals } from "../../src/numerics/random.ts";

const setting = fc.record({
  seed: fc.integer({ min: 0, max: 1e6 }),
  d: fc.integer({ min: 1, max: 6 }),
  N: fc.integer({ min: 1, max: 4 }),
  layers: fc.integer({ min: 1, max: 2 }),
  core: fc.constantFrom("s6" as const, "s4d" as const),
  reals: fc.integer({ min: 0, max: 3 }), // 0: tokens
  output: fc.integer({ min: 1, max: 4 }),
  L: fc.integer({ min: 1, max: 10 }),
});

interface Setting {
  seed: number;
  d: number;
  N: number;
  layers: number;
  core: "s6" | "s4d";
  reals: number;
  output: number;
}

function make({ seed, reals, ...sizes }: Setting): Stack {
  const stack = newStack({ ...sizes, input: reals ? { reals } : { vocab: 5 } }, seed, [0.05, 2]);
  const { normal } = generator(seed + 1);
  stack.store.flat.forEach((x, i) => (stack.store.flat[i] = x + 0.2 * normal())); // norms and biases too
  return stack;
}
const input = ({ seed, reals }: Setting, L: number): Input =>
  reals ? normals(seed + 2, L * reals) : tokens(seed + 2, 5, L);

describe("a stack as classifier and tagger", () => {
  it("gradients are the slopes of central differences: S6 and S4D, tokens and numbers in", () => {
    fc.assert(
      fc.property(setting, (s) => {
        const stack = make(s);
        const rows = [input(s, s.L), input({ ...s, seed: s.seed + 9 }, 3)];
        const targets = [tokens(s.seed, s.output, s.L), Int32Array.of(-1, 0, -1)];
        const { loss, gradients } = lossAndGradients(stack, rows, targets);
        let want = 0;
        rows.forEach((row, r) => {
          const logits = tag(stack, row);
          targets[r]!.forEach((target, t) => {
            if (target < 0) return;
            const now = logits.subarray(t * s.output, (t + 1) * s.output);
            want += Math.log(now.reduce((sum, x) => sum + Math.exp(x - now[target]!), 0));
          });
        });
        expect(Math.abs(want / (s.L + 1) - loss)).toBeLessThan(1e-12 * (1 + loss));
        for (const [name, gradient] of Object.entries(gradients)) {
          const tensor = stack.store.tensors[name]!;
          const kept = tensor.slice();
          const along = gradient.map((_, i) => Math.cos(i * i + s.seed));
          const moved = (by: number) => {
            tensor.forEach((_, i) => (tensor[i] = kept[i]! + by * along[i]!));
            const { loss } = lossAndGradients(stack, rows, targets);
            tensor.set(kept);
            return loss;
          };
          const h = 1e-4;
          const slope = (8 * (moved(h) - moved(-h)) - moved(2 * h) + moved(-2 * h)) / (12 * h);
          const got = gradient.reduce((sum, g, i) => sum + g * along[i]!, 0);
          const size = gradient.reduce((sum, g, i) => sum + Math.abs(g * along[i]!), 1e-3);
          expect(Math.abs(got - slope), name).toBeLessThan(1e-6 * size);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("reads long sequences in pieces, step by step and all at once alike", () => {
    fc.assert(
      fc.property(setting, fc.integer({ min: 1, max: 140 }), (s, L) => {
        const stack = make(s);
        const sequence = input(s, L);
        const all = tag(stack, sequence);
        expectClose(traceStack(stack, sequence).logits, all, 1e-12);
        if (s.core === "s4d") return;
        const run = begin(stack, 1, false);
        const width = s.reals || 1;
        const steps = Array.from({ length: L }, (_, t) => [
          ...stepStack(stack, run, sequence.slice(t * width, (t + 1) * width)),
        ]);
        expectClose(steps.flat(), all, 1e-12);
      }),
      { numRuns: 25 },
    );
  });

  it("learns: which of two numbers came last, after a silence", () => {
    const stack = newStack({ d: 8, N: 4, layers: 1, input: { reals: 1 }, output: 2 }, 1);
    const rows = [1, -1, 0.5, -0.5].map((x) => Float64Array.of(0, x, 0, 0, 0, 0));
    const targets = rows.map((row) => Int32Array.of(-1, -1, -1, -1, -1, row[1]! > 0 ? 1 : 0));
    const options = {
      lr: 0.02,
      betas: [0.9, 0.98],
      eps: 1e-8,
      weightDecay: 0,
      decayed: [],
      clipNorm: 1,
    } as const;
    const { losses } = trainSteps(stack, rows, targets, 100, options);
    expect(losses[0]).toBeGreaterThan(0.3);
    expect(losses[100]).toBeLessThan(0.05);
  });

  it("begins with the sizes of Mamba's own code: Δ within the range asked for, A = −(1 … N), 2,920 parameters at d = 16, N = 8", () => {
    const shape = { d: 16, N: 8, layers: 1, input: { vocab: 10 }, output: 8 };
    const stack = newStack(shape, 3);
    expect(stack.store.flat.length).toBe(2920);
    const { dtBias, ALog } = stack.weights.blocks[0]!.s6!;
    for (const b of dtBias) {
      const dt = Math.log1p(Math.exp(b));
      expect(dt).toBeGreaterThan(0.00099);
      expect(dt).toBeLessThan(0.101);
    }
    expectClose(Float64Array.from(ALog, Math.exp).subarray(0, 8), [1, 2, 3, 4, 5, 6, 7, 8], 1e-12);
    expect(newStack(shape, 3).store.flat).toEqual(stack.store.flat);
    expect(newStack(shape, 4).store.flat).not.toEqual(stack.store.flat);
  });

  it("refuses what it does not read, and S4D what it has not", () => {
    const s6 = newStack({ d: 2, N: 2, layers: 1, input: { reals: 2 }, output: 2 }, 1);
    expect(() => tag(s6, Int32Array.of(1))).toThrow(/^the input must be a Float64Array/);
    expect(() => tag(s6, Float64Array.of(1, 2, 3))).toThrow(
      /^the length of the input by 2 must be a whole number/,
    );
    expect(() => tag(s6, Float64Array.of(1, NaN))).toThrow(
      /^the input\[1\] must be a finite number/,
    );
    const s4d = newStack({ d: 2, N: 2, layers: 1, core: "s4d", input: { vocab: 2 }, output: 2 }, 1);
    expect(() => stepStack(s4d, begin(s4d, 1, false), Int32Array.of(1))).toThrow(/whole sequences/);
    const { run } = traceStack(s4d, Int32Array.of(0, 1));
    expect(() => intermediate(run, 0, "delta")).toThrow(/S4D/);
    expect(intermediate(run, 0, "y").data.length).toBe(8);
  });
});
