import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { expectClose } from "../near.ts";
import { golden, randomMamba, tiny, tinyConfig, tinyFile, tokens } from "./mambaCases.ts";
import { forward, loadMamba, type Mamba, start, step, trace } from "../../src/models/mamba.ts";
import {
  intermediate,
  intermediateNames,
  type Intermediate,
} from "../../src/models/mamba/intermediates.ts";
import { s6Step } from "../../src/models/s6.ts";

const { ids: list, logits } = golden<{ ids: number[]; logits: number[][] }>("logits.json");
const ids = Int32Array.from(list);

const shapes = fc.record({
  hidden_size: fc.integer({ min: 1, max: 9 }),
  state_size: fc.integer({ min: 1, max: 6 }),
  num_hidden_layers: fc.integer({ min: 1, max: 3 }),
  vocab_size: fc.integer({ min: 1, max: 9 }),
  conv_kernel: fc.integer({ min: 1, max: 5 }),
  expand: fc.constantFrom(1, 2, 3),
  time_step_rank: fc.constantFrom("auto", 1, 2, 5),
  use_bias: fc.boolean(),
  use_conv_bias: fc.boolean(),
  tie_word_embeddings: fc.boolean(),
});
const seed = fc.integer({ min: 0, max: 1e6 });

describe("Mamba as Hugging Face computes it", () => {
  it("forward gives the logits of MambaForCausalLM, in single and in double precision of the weights", () => {
    expectClose(forward(tiny(), ids), logits.flat(), 1e-6);
    expectClose(forward(tiny({ precision: "f64" }), ids), logits.flat(), 1e-6); // the answer is single precision
  });

  it("step gives the same logits token by token", () => {
    const model = tiny();
    const state = start(model);
    list.forEach((id, t) => expectClose(step(model, state, id), logits[t]!, 1e-6));
  });

  it("forward = step = trace at any size, over more tokens than forward takes at a time, and what is later changes nothing", () => {
    fc.assert(
      fc.property(shapes, seed, fc.integer({ min: 1, max: 150 }), (config, seed, L) => {
        const model = randomMamba(config, seed);
        const text = tokens(seed, config.vocab_size, L);
        const all = forward(model, text);
        const state = start(model);
        const rows = [...text].flatMap((id) => [...step(model, state, id)]);
        expectClose(rows, all, 1e-6);
        expectClose(trace(model, text).logits, all, 1e-6);
        const half = Math.ceil(L / 2);
        expectClose(
          forward(model, text.slice(0, half)),
          all.slice(0, half * config.vocab_size),
          1e-6,
        );
      }),
      { numRuns: 40 },
    );
  });

  it("two states read two texts without touching each other", () => {
    const model = tiny();
    const [a, b] = [start(model), start(model)];
    step(model, a, 3);
    step(model, b, 7);
    const copy = structuredClone(a);
    expectClose(step(model, a, 5), forward(model, Int32Array.of(3, 5)).subarray(41), 1e-6);
    expectClose(step(model, copy, 5), forward(model, Int32Array.of(3, 5)).subarray(41), 1e-6);
    expectClose(step(model, b, 5), forward(model, Int32Array.of(7, 5)).subarray(41), 1e-6);
  });

  it("takes the defaults of transformers where the config is silent", () => {
    const { shape } = randomMamba({ vocab_size: 5, hidden_size: 20, num_hidden_layers: 1 }, 1);
    expect(shape).toMatchObject({ E: 40, N: 16, R: 2, taps: 4, eps: 1e-5, output: "tied" });
  });
});

describe("what goes on inside", () => {
  const model = tiny({ precision: "f64" });
  const { run } = trace(model, ids);
  const see = (name: Intermediate, layer = 1) => intermediate(run, layer, name);
  const { E, N, d } = model.shape;
  const weight = (name: string) => model.store.tensors[`backbone.layers.1.mixer.${name}`]!;
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

  it("every intermediate is there by name, for every step and layer", () => {
    for (const name of intermediateNames)
      for (let l = 0; l < 3; l++) {
        const { steps, width, data } = see(name, l);
        expect(data.length).toBe(steps * width);
        expect(steps).toBe(37);
        expect(
          data.some((x) => x !== 0),
          `${name} ${l}`,
        ).toBe(true);
      }
  });

  it("they are the steps of the block: in_proj, convolution, Δ, Ā, h, y, gate, out", () => {
    const W = weight("in_proj.weight");
    const row = (name: Intermediate, t: number) => {
      const { width, data } = see(name);
      return data.subarray(t * width, (t + 1) * width);
    };
    const dot = (w: ArrayLike<number>, at: number, x: Float64Array) =>
      x.reduce((sum, v, i) => sum + w[at + i]! * v, 0);
    for (const t of [0, 2, 36]) {
      const normed = row("normed", t);
      expectClose(
        row("x", t),
        Array.from({ length: E }, (_, e) => dot(W, e * d, normed)),
        1e-12,
      );
      expectClose(
        row("z", t),
        Array.from({ length: E }, (_, e) => dot(W, (E + e) * d, normed)),
        1e-12,
      );
      const conv = Array.from({ length: E }, (_, e) => {
        let sum = weight("conv1d.bias")[e]!;
        for (let k = 0; k < 4; k++)
          if (t - 3 + k >= 0) sum += weight("conv1d.weight")[4 * e + k]! * row("x", t - 3 + k)[e]!;
        return sum;
      });
      expectClose(row("conv", t), conv, 1e-12);
      expectClose(
        row("u", t),
        conv.map((x) => x * sigmoid(x)),
        1e-12,
      );
      const x = weight("x_proj.weight");
      const low = Float64Array.from({ length: 3 }, (_, r) => dot(x, r * E, row("u", t)));
      expectClose(
        row("B", t),
        Array.from({ length: N }, (_, n) => dot(x, (3 + n) * E, row("u", t))),
        1e-12,
      );
      expectClose(
        row("C", t),
        Array.from({ length: N }, (_, n) => dot(x, (3 + N + n) * E, row("u", t))),
        1e-12,
      );
      const delta = Array.from({ length: E }, (_, e) =>
        Math.log1p(
          Math.exp(dot(weight("dt_proj.weight"), e * 3, low) + weight("dt_proj.bias")[e]!),
        ),
      );
      expectClose(row("delta", t), delta, 1e-12);
      const A = Float64Array.from(weight("A_log"), (a) => -Math.exp(a));
      expectClose(
        row("Abar", t),
        A.map((a, i) => Math.exp(a * delta[Math.floor(i / N)]!)),
        1e-12,
      );
      const h = t === 0 ? new Float64Array(E * N) : row("h", t - 1).slice();
      const y = s6Step({ channels: E, states: N, A, D: Float64Array.from(weight("D")) }, h, {
        u: row("u", t),
        delta: row("delta", t),
        B: row("B", t),
        C: row("C", t),
      });
      expectClose(row("h", t), h, 1e-12);
      expectClose(row("y", t), y, 1e-12);
      expectClose(
        row("gate", t),
        row("z", t).map((z) => z * sigmoid(z)),
        1e-12,
      );
      expectClose(
        row("gated", t),
        row("gate", t).map((g, e) => g * y[e]!),
        1e-12,
      );
      const out = Array.from({ length: d }, (_, i) =>
        dot(weight("out_proj.weight"), i * E, row("gated", t)),
      );
      expectClose(row("out", t), out, 1e-12);
      expectClose(
        see("input", 2).data.subarray(t * d, (t + 1) * d),
        row("input", t).map((v, i) => v + out[i]!),
        1e-12,
      );
    }
  });

  it("a step shows the same as the trace", () => {
    const state = start(model);
    list.forEach((id, t) => {
      step(model, state, id);
      for (const name of intermediateNames) {
        const { width, data } = intermediate(state.run, 2, name);
        expectClose(data, see(name, 2).data.subarray(t * width, (t + 1) * width), 1e-12);
      }
    });
  });

  it("refuses names and layers that are none, and states that were not kept", () => {
    expect(() => intermediate(run, 3, "h")).toThrow(/^layer must be one of 0 to 2, got 3/);
    expect(() => intermediate(run, 0, "Bbar" as Intermediate)).toThrow(
      /^name must be one of input/,
    );
    expect(() =>
      intermediate({ ...run, blocks: run.blocks.map((b) => ({ ...b, kept: false })) }, 0, "h"),
    ).toThrow(/keeps its states/);
  });
});

describe("what cannot be loaded or read says so", () => {
  const load =
    (config: unknown, file = tinyFile()) =>
    () =>
      loadMamba(config, file);

  it.each<[Record<string, unknown>, RegExp]>([
    [{ hidden_size: undefined }, /^config\.hidden_size must be a whole number/],
    [{ hidden_size: 25 }, /^the tensor \S+ must be .* got /],
    [{ state_size: 9 }, /^the tensor backbone\.layers\.0\.mixer\.A_log must be 48×9, got 48×8/],
    [{ num_hidden_layers: 4 }, /with the tensor backbone\.layers\.3/],
    [{ num_hidden_layers: 2 }, /got the tensor backbone\.layers\.2/],
    [{ tie_word_embeddings: false }, /with the tensor lm_head\.weight/],
    [{ hidden_act: "relu" }, /^config\.hidden_act must be silu, got relu/],
    [{ model_type: "mamba2" }, /^config\.model_type must be mamba, got mamba2/],
    [{ use_bias: "yes" }, /^config\.use_bias must be true or false/],
    [{ layer_norm_epsilon: -1 }, /^config\.layer_norm_epsilon must be/],
  ])("config with %j", (change, message) =>
    expect(load({ ...tinyConfig, ...change })).toThrow(message),
  );

  it("no config, NaN among the weights", () => {
    expect(load(null)).toThrow(/^config must be the object of a config\.json/);
    const file = tinyFile();
    new DataView(file).setFloat32(file.byteLength - 4, NaN, true);
    expect(load(tinyConfig, file)).toThrow(
      /^backbone\.norm_f\.weight\[23\] must be a finite number, got NaN/,
    );
  });

  it("tokens outside the vocabulary, no tokens", () => {
    const model: Mamba = tiny();
    expect(() => forward(model, Int32Array.of(1, 41))).toThrow(
      /^the input\[1\] must be a token from 0 to 40, got 41/,
    );
    expect(() => forward(model, new Int32Array(0))).toThrow(
      /^the input must be at least one token/,
    );
    expect(() => step(model, start(model), 1.5)).toThrow(/^id must be a whole number/);
    expect(() => step(model, start(model), -1)).toThrow(/^id must be/);
  });
});
