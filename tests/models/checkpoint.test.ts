import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Fault } from "../../src/models/checkpoint/fault.ts";
import type { Source } from "../../src/models/checkpoint/source.ts";
import { loadMamba } from "../../src/models/mamba.ts";
import { mambaShape } from "../../src/models/mamba/shape.ts";
import { tag } from "../../src/models/mamba/stack.ts";
import { tensorSpecs } from "../../src/models/mamba/weights.ts";
import { linear, rows } from "../../src/numerics/dense.ts";
import { linearOf } from "../../src/numerics/dense8.ts";
import { generator } from "../../src/numerics/random.ts";
import { expectClose } from "../near.ts";
import { fileOf, opened, tensorsOf, type Tensor } from "./checkpointFiles.ts";
import { golden, tinyConfig, tinyFile } from "./mambaCases.ts";

const { ids: list, logits } = golden<{ ids: number[]; logits: number[][] }>("logits.json");
const ids = Int32Array.from(list);
const tensors = tensorsOf(tinyFile());
const largest = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((most, x, k) => Math.max(most, Math.abs(x - b[k]!)), 0);

describe("a checkpoint, packed as it streams in", () => {
  test("in single precision gives the logits of MambaForCausalLM", async () => {
    const { model, plan, done } = await opened(tinyConfig, [new Blob([tinyFile()])]);
    expect(plan.exact).toBe(true);
    expectClose(tag(model, ids), logits.flat(), 1e-6);
    expect(done.at(-1)).toBe(1);
    expect(done.every((x, k) => k === 0 || x > done[k - 1]!)).toBe(true);
  });

  test("in eight bits gives them to 2 % of their range, and takes about half as much even where rows are short", async () => {
    const exact = await opened(tinyConfig, [new Blob([tinyFile()])]);
    const eight = await opened(tinyConfig, [new Blob([tinyFile()])], false);
    const all = logits.flat();
    const range = Math.max(...all) - Math.min(...all);
    const off = largest(tag(eight.model, ids), all);
    expect(off).toBeGreaterThan(0);
    expect(off).toBeLessThan(0.02 * range);
    expect(eight.plan.bytes).toBeLessThan(0.55 * exact.plan.bytes); // rows of 24 numbers: scales weigh
  });

  test.each(["F16", "BF16"] as const)("%s is widened exactly", async (dtype) => {
    const file = fileOf(tensors, dtype);
    const { model } = await opened(tinyConfig, [file]);
    const whole = loadMamba(tinyConfig, await file.arrayBuffer());
    expect([...tag(model, ids)]).toEqual([...tag(whole, ids)]);
    expect(largest(tag(model, ids), logits.flat())).toBeGreaterThan(1e-6);
  });

  test("in several files is the same model; so is one in the original code's names", async () => {
    const names = Object.keys(tensors);
    const part = (from: number, to: number) =>
      fileOf(Object.fromEntries(names.slice(from, to).map((name) => [name, tensors[name]!])));
    const sharded = await opened(tinyConfig, [part(0, 9), part(9, names.length)]);
    expectClose(tag(sharded.model, ids), logits.flat(), 1e-6);
    const { "backbone.embeddings.weight": embedding, ...rest } = tensors;
    const original = {
      "backbone.embedding.weight": embedding!,
      ...rest,
      "lm_head.weight": embedding!,
    };
    const { model } = await opened(tinyConfig, [fileOf(original)]);
    expectClose(tag(model, ids), logits.flat(), 1e-6);
  });

  test("reads the header, then never more than some megabytes at a time", async () => {
    const config = { hidden_size: 512, num_hidden_layers: 1, vocab_size: 9000, state_size: 16 };
    const file = fileOf(randomTensors(config), "BF16");
    const asked: number[] = [];
    const spy: Source = {
      size: file.size,
      slice: (from, to) => {
        asked.push(to - from);
        return file.slice(from, to);
      },
    };
    const { plan } = await opened(config, [spy], false);
    expect(asked[0]).toBe(10);
    expect(Math.max(...asked)).toBeLessThanOrEqual(4 << 20);
    expect(asked.reduce((a, b) => a + b) - 10).toBe(file.size - 8);
    expect(plan.bytes).toBeLessThan(0.28 * 4 * plan.parameters);
  });
});

/** A model of a config, its numbers drawn. */
function randomTensors(config: unknown): Record<string, Tensor> {
  const { normal } = generator(3);
  return Object.fromEntries(
    tensorSpecs(mambaShape(config)).map(({ name, shape, size }) => [
      name,
      { shape, data: Float32Array.from({ length: size }, () => 0.1 * normal()) },
    ]),
  );
}

describe("what is wrong is found and named", () => {
  const bytes = new Uint8Array(tinyFile());
  const without = (name: string) =>
    fileOf(Object.fromEntries(Object.entries(tensors).filter(([n]) => n !== name)));
  const D = "backbone.layers.1.mixer.D";
  const cases: Record<string, [unknown, BlobPart | Blob, string, string]> = {
    "an empty file": [tinyConfig, "", "format", ""],
    "a page": [tinyConfig, "<!doctype html><title>Not found</title>", "format", ""],
    "PyTorch's own format": [tinyConfig, "PK\x03\x04 and more bytes of a zip", "format", ""],
    "a file cut off in its header": [tinyConfig, bytes.slice(0, 500), "cut", ""],
    "a file cut off in its numbers": [tinyConfig, bytes.slice(0, -8), "cut", ""],
    integers: [tinyConfig, fileOf(tensors, "I16"), "numbers", "I16"],
    "another architecture": [
      { ...tinyConfig, model_type: "llama" },
      bytes,
      "architecture",
      "llama",
    ],
    "Mamba-2": [{ ...tinyConfig, model_type: "mamba2" }, bytes, "architecture", "mamba2"],
    "no config": [[], bytes, "config", "config"],
    "a config without a size": [
      { ...tinyConfig, hidden_size: undefined },
      bytes,
      "config",
      "hidden_size",
    ],
    "a missing tensor": [tinyConfig, without(D), "missing", D],
    "another width": [{ ...tinyConfig, hidden_size: 25, time_step_rank: 3 }, bytes, "shape", ""],
    "a layer too many": [{ ...tinyConfig, num_hidden_layers: 2 }, bytes, "stray", ""],
    "no number": [
      tinyConfig,
      fileOf({ ...tensors, [D]: { shape: [48], data: Array(48).fill(NaN) } }),
      "damaged",
      D,
    ],
  };
  test.each(Object.entries(cases))("%s", async (_, [config, file, fault, what]) => {
    const error = await opened(config, [file instanceof Blob ? file : new Blob([file])]).then(
      () => undefined,
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(Fault);
    expect((error as Fault).fault).toBe(fault);
    if (what) expect((error as Fault).what).toBe(what);
  });

  test("two gigabytes are refused from their header", async () => {
    const config = { hidden_size: 1536, num_hidden_layers: 48, vocab_size: 50280 };
    let at = 0;
    const places = tensorSpecs(mambaShape(config)).map(({ name, shape, size }) => [
      name,
      { dtype: "BF16", shape, data_offsets: [at, (at += 2 * size)] },
    ]);
    const header = new TextEncoder().encode(JSON.stringify(Object.fromEntries(places)));
    const first = new Uint8Array(8 + header.length);
    new DataView(first.buffer).setBigUint64(0, BigInt(header.length), true);
    first.set(header, 8);
    let read = 0;
    const file: Source = {
      size: first.length + at,
      slice: (from, to) => {
        read += to - from;
        expect(to).toBeLessThanOrEqual(first.length);
        return new Blob([first.slice(from, to)]);
      },
    };
    expect(file.size).toBeGreaterThan(1.5e9);
    await expect(opened(config, [file])).rejects.toMatchObject({ fault: "large" });
    expect(read).toBe(header.length + 10);
  });
});

test("a product in eight bits is that of the numbers its rows stand for", () => {
  const sizes = fc.record({
    outs: fc.integer({ min: 1, max: 11 }),
    ins: fc.integer({ min: 1, max: 9 }),
    L: fc.integer({ min: 1, max: 5 }),
    seed: fc.integer({ min: 0, max: 1e6 }),
    bias: fc.boolean(),
  });
  fc.assert(
    fc.property(sizes, ({ outs, ins, L, seed, bias }) => {
      const { normal } = generator(seed);
      const data = Int8Array.from({ length: outs * ins }, () => Math.round(40 * normal()));
      const scales = Float32Array.from({ length: outs }, normal);
      const wide = Float64Array.from(data, (q, i) => q * scales[Math.floor(i / ins)]!);
      const b = bias ? Float32Array.from({ length: outs }, normal) : undefined;
      const x = { ...rows(L, ins), data: Float64Array.from({ length: L * ins }, normal) };
      const [y, z] = [rows(L, outs), rows(L, outs)];
      linearOf(y, x, { data, scales }, b, 0, L);
      linear(z, x, wide, b, 0, L);
      expectClose(y.data, z.data, 1e-12);
    }),
  );
});
