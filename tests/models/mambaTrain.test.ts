import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { expectClose } from "../near.ts";
import { golden, randomMamba, tiny, tokens } from "./mambaCases.ts";
import { forward, type Mamba } from "../../src/models/mamba.ts";
import { lossAndGradients, trainSteps } from "../../src/models/mambaTrain.ts";

interface Golden {
  inputs: number[][];
  targets: number[][];
  loss: number;
  gradients: Record<string, number[]>;
  adamw: {
    lr: number;
    betas: [number, number];
    eps: number;
    weight_decay: number;
    decayed: string[];
    clip_norm: number;
    loss_before_each_step_and_after_the_last: number[];
    gradient_norms_before_clipping: number[];
  };
}
const want = golden<Golden>("gradients.json");
const ints = (rows: number[][]) => rows.map((row) => Int32Array.from(row));
const [inputs, targets] = [ints(want.inputs), ints(want.targets)];
const a = want.adamw;
const options = {
  lr: a.lr,
  betas: a.betas,
  eps: a.eps,
  weightDecay: a.weight_decay,
  decayed: a.decayed,
  clipNorm: a.clip_norm,
};

/** Mean cross-entropy from `forward` alone; target −1 is not scored. */
function lossOf(model: Mamba, inputs: Int32Array[], targets: Int32Array[]): number {
  let [sum, scored] = [0, 0];
  inputs.forEach((ids, r) => {
    const logits = forward(model, ids);
    const width = logits.length / ids.length;
    ids.forEach((_, t) => {
      const target = targets[r]![t]!;
      if (target < 0) return;
      const row = logits.subarray(t * width, (t + 1) * width);
      sum += Math.log(row.reduce((s, x) => s + Math.exp(x - row[target]!), 0));
      scored++;
    });
  });
  return sum / scored;
}

describe("against PyTorch's autograd in Float64", () => {
  it("the loss and the gradient of every tensor, to 1e-9 of its largest entry", () => {
    const { loss, gradients } = lossAndGradients(tiny({ precision: "f64" }), inputs, targets);
    expect(Math.abs(loss - want.loss)).toBeLessThan(1e-12);
    expect(Object.keys(gradients).toSorted()).toEqual(Object.keys(want.gradients).toSorted());
    for (const [name, gradient] of Object.entries(want.gradients))
      expectClose(gradients[name]!, gradient, 1e-9, 0);
  });

  it("twenty steps of AdamW: every loss, and every norm before clipping", () => {
    const model = tiny({ precision: "f64" });
    const { losses, norms } = trainSteps(model, inputs, targets, 20, options);
    expectClose(losses, a.loss_before_each_step_and_after_the_last, 1e-9);
    expectClose(norms, a.gradient_norms_before_clipping, 1e-9);
    expect(Math.abs(lossOf(model, inputs, targets) - losses[20]!)).toBeLessThan(1e-6); // forward is single precision
  });

  it("single precision follows to 1e-5", () => {
    const { losses } = trainSteps(tiny(), inputs, targets, 20, options);
    expectClose(losses, a.loss_before_each_step_and_after_the_last, 1e-5);
  });
});

const shapes = fc.record({
  hidden_size: fc.integer({ min: 1, max: 7 }),
  state_size: fc.integer({ min: 1, max: 5 }),
  num_hidden_layers: fc.integer({ min: 1, max: 3 }),
  vocab_size: fc.integer({ min: 2, max: 6 }),
  conv_kernel: fc.integer({ min: 1, max: 5 }),
  expand: fc.constantFrom(1, 2, 3),
  time_step_rank: fc.integer({ min: 1, max: 3 }),
  use_bias: fc.boolean(),
  use_conv_bias: fc.boolean(),
  tie_word_embeddings: fc.boolean(),
});

describe("at any size", () => {
  it("is the slope of central differences along a direction in every tensor, rows of any length, some steps not scored", () => {
    fc.assert(
      fc.property(
        shapes,
        fc.integer({ min: 0, max: 1e6 }),
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (config, seed, lengths, gaps) => {
          const V = config.vocab_size;
          const ids = lengths.map((L, r) => tokens(seed + r, V, L));
          const wanted = lengths.map((L, r) =>
            tokens(seed + 50 + r, V, L).map((id, t) => (gaps && (t + r) % 3 !== 0 ? -1 : id)),
          );
          if (wanted.every((row) => row.every((id) => id < 0))) wanted[0]![0] = 0;
          const model = randomMamba(config, seed);
          const { loss, gradients } = lossAndGradients(model, ids, wanted);
          expect(Math.abs(loss - lossOf(model, ids, wanted))).toBeLessThan(1e-6 * (1 + loss));
          for (const [name, gradient] of Object.entries(gradients)) {
            const tensor = model.store.tensors[name]!;
            const kept = tensor.slice();
            const along = gradient.map((_, i) => Math.cos(i * i + seed));
            const moved = (by: number) => {
              tensor.forEach((_, i) => (tensor[i] = kept[i]! + by * along[i]!));
              const { loss } = lossAndGradients(model, ids, wanted);
              tensor.set(kept);
              return loss;
            };
            const h = 1e-4;
            // fourth order, so that the error of the quotient stays below that of rounding
            const slope = (8 * (moved(h) - moved(-h)) - moved(2 * h) + moved(-2 * h)) / (12 * h);
            const got = gradient.reduce((sum, g, i) => sum + g * along[i]!, 0);
            const size = gradient.reduce((sum, g, i) => sum + Math.abs(g * along[i]!), 1e-3);
            expect(Math.abs(got - slope), name).toBeLessThan(1e-6 * size);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it("rows of a batch count by their steps, in any order", () => {
    const model = tiny({ precision: "f64" });
    const forwards = lossAndGradients(model, inputs, targets);
    const backwards = lossAndGradients(model, inputs.toReversed(), targets.toReversed());
    expect(Math.abs(forwards.loss - backwards.loss)).toBeLessThan(1e-12);
    const single = inputs.map((row, r) => lossAndGradients(model, [row], [targets[r]!]));
    for (const [name, gradient] of Object.entries(forwards.gradients)) {
      expectClose(backwards.gradients[name]!, gradient, 1e-11);
      const mean = gradient.map((_, i) =>
        single.reduce((s, g) => s + g.gradients[name]![i]! / 4, 0),
      );
      expectClose(mean, gradient, 1e-11);
    }
  });

  it("a step of size 0 changes nothing, decay alone shrinks the tensors it names", () => {
    const model = tiny({ precision: "f64" });
    const before = model.store.flat.slice();
    trainSteps(model, inputs, targets, 2, { ...options, lr: 0 });
    expect(model.store.flat).toEqual(before);
    const decayed = ["backbone.norm_f.weight"];
    const [plain, shrunk] = [tiny({ precision: "f64" }), tiny({ precision: "f64" })];
    trainSteps(plain, inputs, targets, 1, { ...options, decayed: [] });
    trainSteps(shrunk, inputs, targets, 1, { ...options, decayed });
    const lost = before.subarray(-24).map((x) => x * options.lr * options.weightDecay);
    const last = (m: Mamba) => m.store.tensors[decayed[0]!]!;
    expectClose(
      last(plain).map((x, i) => x - last(shrunk)[i]!),
      lost,
      1e-9,
    );
    expect(plain.store.flat.subarray(0, -24)).toEqual(shrunk.store.flat.subarray(0, -24));
  });
});

describe("a batch that does not fit says so", () => {
  const model = tiny({ precision: "f64" });
  const row = (...ids: number[]) => Int32Array.from(ids);
  it.each<[Int32Array[], Int32Array[], RegExp]>([
    [[], [], /^targets must be one row for each of at least one of inputs, got 0/],
    [[row(1)], [], /^targets must be one row for each of 1 of inputs, got 0/],
    [[row(1, 2)], [row(1)], /^targets\[0\] must be as long as its inputs \(2/],
    [[row()], [row()], /^inputs\[0\] must be at least one token/],
    [[row(41)], [row(1)], /^inputs\[0\]\[0\] must be a token from 0 to 40, got 41/],
    [[row(-1)], [row(1)], /^inputs\[0\]\[0\]/],
    [[row(1)], [row(41)], /^targets\[0\]\[0\] must be below 41/],
    [[row(1)], [row(-1)], /^targets must be of at least one step that is scored/],
  ])("%j → %j", (inputs, targets, message) =>
    expect(() => lossAndGradients(model, inputs, targets)).toThrow(message),
  );

  it("and so do options", () => {
    const run =
      (change: object, steps = 1) =>
      () =>
        trainSteps(model, inputs, targets, steps, { ...options, ...change });
    expect(run({ lr: NaN })).toThrow(/^lr must be/);
    expect(run({ betas: [1, 0.9] })).toThrow(/^betas must be/);
    expect(run({ clipNorm: 0 })).toThrow(/^clipNorm must be/);
    expect(run({ decayed: ["head"] })).toThrow(/^decayed must be names of tensors, got head/);
    expect(run({}, -1)).toThrow(/^steps must be/);
  });
});
