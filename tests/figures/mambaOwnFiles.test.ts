import * as plain from "node:buffer";
import { describe, expect, test, vi } from "vitest";
import sentences from "../../content/en/checkpoint.json" with { type: "json" };
import { chooseOwn } from "../../src/figures/mamba-live/chooseOwn.ts";
import type { Run } from "../../src/figures/mamba-live/compute.ts";
import figure from "../../src/figures/mamba-live/figure.ts";
import type { Setting } from "../../src/figures/mamba-live/params.ts";
import { phrases } from "../../src/figures/mamba-live/phrases.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { drive } from "../../src/tasks/drive.ts";
import type { FaultName } from "../../src/models/checkpoint/fault.ts";
import { mambaShape } from "../../src/models/mamba/shape.ts";
import { tensorSpecs } from "../../src/models/mamba/weights.ts";
import { fileOf } from "../models/checkpointFiles.ts";
import { byteTokenizer, drawnTensors, ownFolder, smallConfig } from "../models/ownFolder.ts";

// happy-dom's own cannot be cloned, as a worker's messages are
vi.stubGlobal("Blob", plain.Blob);
vi.stubGlobal("File", plain.File);

/** The setting with a reader's own files. */
async function setting(files: readonly File[] = ownFolder()): Promise<Setting> {
  const model = await chooseOwn(files);
  if (!model || "why" in model) throw new Error(JSON.stringify(model));
  return { ...settingOf(figure), model };
}

describe("what is wrong with a choice of files is said", () => {
  const folder = (change: Record<string, BlobPart | undefined>) => [
    ...ownFolder().filter(({ name }) => !(name in change)),
    ...Object.entries(change).flatMap(([name, part]) =>
      part === undefined ? [] : [new File([part], name)],
    ),
  ];
  const config = (more: object) => JSON.stringify({ ...smallConfig, ...more });
  const odd = JSON.stringify({
    ...(JSON.parse(byteTokenizer()) as object),
    pre_tokenizer: { type: "Strange" },
  });
  const weights = "model.safetensors";
  const [short] = ownFolder().filter(({ name }) => name === weights);
  const cases: Record<string, [File[], string, string]> = {
    "a lone file": [ownFolder().slice(1, 2), "files", "config.json, tokenizer.json"],
    "no config": [folder({ "config.json": undefined }), "files", "config.json"],
    "no weights": [folder({ [weights]: undefined }), "files", weights],
    "PyTorch's own format": [
      folder({ [weights]: undefined, "pytorch_model.bin": "PK" }),
      "pickle",
      "pytorch_model.bin",
    ],
    "no safetensors": [folder({ [weights]: "PK and so on, a zip" }), "format", ""],
    "a file cut off": [folder({ [weights]: short!.slice(0, 9000) }), "cut", ""],
    "no JSON": [folder({ "config.json": "{" }), "config", "config.json (JSON)"],
    "a Transformer": [
      folder({ "config.json": config({ model_type: "gpt2" }) }),
      "architecture",
      "gpt2",
    ],
    "Mamba-2": [
      folder({ "config.json": config({ model_type: "mamba2" }) }),
      "architecture",
      "mamba2",
    ],
    "other shapes": [
      folder({ "config.json": config({ intermediate_size: 48, expand: 1.5 }) }),
      "shape",
      "backbone.layers.0.mixer.A_log: 64×16 ≠ 48×16",
    ],
    "too many states": [[...ownFolder({ ...smallConfig, state_size: 24 })], "states", "24"],
    "too many layers": [
      [...ownFolder({ ...smallConfig, hidden_size: 16, num_hidden_layers: 65 })],
      "sizes",
      "65 × 32",
    ],
    "a tokenizer of another model": [
      folder({ "tokenizer.json": byteTokenizer(300) }),
      "tokenizer",
      "300 ≠ 264",
    ],
    "no tokenizer": [folder({ "tokenizer.json": "{}" }), "tokenizer", "0 ≠ 264"],
    "a tokenizer that cannot be read": [folder({ "tokenizer.json": odd }), "unread", ""],
    "a shard that is missing": [
      folder({
        "model.safetensors.index.json": JSON.stringify({
          weight_map: { a: weights, b: "model-2.safetensors" },
        }),
      }),
      "shard",
      "model-2.safetensors",
    ],
  };
  test.each(Object.entries(cases))("%s", async (_, [files, why, what]) => {
    expect(await chooseOwn(files)).toEqual({ why, what });
    expect(Object.keys(sentences)).toContain(why);
  });

  test("a shard goes by the name of the whole, a file in a folder by the folder's", async () => {
    const [first, ...rest] = ownFolder().toSorted((a, b) => b.size - a.size);
    const shard = new File([first!], "model-00001-of-00001.safetensors");
    const index = JSON.stringify({ weight_map: { a: shard.name } });
    const files = [...rest, shard, new File([index], "model.safetensors.index.json")];
    expect(await chooseOwn(files)).toMatchObject({ name: "model.safetensors" });
    Object.defineProperty(shard, "webkitRelativePath", { value: `mamba-small/${shard.name}` });
    expect(await chooseOwn(files)).toMatchObject({ name: "mamba-small" });
  });

  test("a model of two gigabytes, from its header", async () => {
    const large = { ...smallConfig, hidden_size: 1536, num_hidden_layers: 48, vocab_size: 50280 };
    let at = 0;
    const places = tensorSpecs(mambaShape(large)).map(({ name, shape, size }) => [
      name,
      { dtype: "BF16", shape, data_offsets: [at, (at += 2 * size)] },
    ]);
    const header = new TextEncoder().encode(JSON.stringify(Object.fromEntries(places)));
    const first = new Uint8Array(8 + header.length);
    new DataView(first.buffer).setBigUint64(0, BigInt(header.length), true);
    first.set(header, 8);
    const file = Object.defineProperty(new File([first], weights), "size", {
      value: first.length + at,
    });
    const files = [...folder({ [weights]: undefined, "config.json": JSON.stringify(large) }), file];
    expect(await chooseOwn(files)).toEqual({ why: "large", what: "793,204,224" });
  });

  test("of files that went away; of none nothing is made", async () => {
    const gone = () => Promise.reject(new DOMException("moved", "NotFoundError"));
    const lost = Object.defineProperty(new File(["{}"], "config.json"), "text", { value: gone });
    const files = [...folder({ "config.json": undefined }), lost];
    expect(await chooseOwn(files)).toEqual({ why: "unreadable", what: "" });
    expect(await chooseOwn(gone() as Promise<never>)).toEqual({ why: "unreadable", what: "" });
    expect(await chooseOwn([])).toBeUndefined();
  });

  test("every fault has its sentence", () => {
    const faults: Record<FaultName, true> = {
      format: true,
      cut: true,
      numbers: true,
      damaged: true,
      config: true,
      architecture: true,
      missing: true,
      shape: true,
      stray: true,
      shard: true,
      large: true,
    };
    for (const fault of Object.keys(faults)) expect(Object.keys(sentences)).toContain(fault);
  });

  /** What the reader is told where a task ends in words. */
  const problemOf = async (name: string, v: Setting, had: Partial<Run> = {}) => {
    let problem: string | undefined;
    const told = (m: { kind: string; phrase?: string }) => {
      if (m.kind === "problem") problem = m.phrase;
    };
    await drive(figure.tasks![name]!.run, v, told, undefined, had);
    return problem;
  };

  test("weights that hold no number, and a browser without room, end the task in words", async () => {
    const tensors = { ...drawnTensors(smallConfig) };
    const D = "backbone.layers.0.mixer.D";
    tensors[D] = { ...tensors[D]!, data: new Float32Array(64).fill(NaN) };
    const broken = [...folder({ [weights]: undefined }), new File([fileOf(tensors)], weights)];
    expect(await problemOf("model", await setting(broken))).toBe("ownBroken");
    const v = await setting();
    const full = { arrayBuffer: () => Promise.reject(new DOMException("", "NotReadableError")) };
    const had = { own: { packed: full as unknown as Blob, vocabulary: [] } };
    expect(await problemOf("read", v, had)).toBe("ownRoom");
    for (const phrase of ["ownBroken", "ownRoom"]) expect(Object.keys(phrases)).toContain(phrase);
  });
});
