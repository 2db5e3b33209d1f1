import * as plain from "node:buffer";
import { describe, expect, test, vi } from "vitest";
import { chooseOwn } from "../../src/figures/mamba-live/chooseOwn.ts";
import {
  lengthOf,
  readingOf,
  run,
  shownOf,
  writtenOf,
  type Run,
} from "../../src/figures/mamba-live/compute.ts";
import figure from "../../src/figures/mamba-live/figure.ts";
import { channelOf, statesOf, topOf } from "../../src/figures/mamba-live/look.ts";
import type { Own } from "../../src/figures/mamba-live/own.ts";
import { params, type Setting } from "../../src/figures/mamba-live/params.ts";
import {
  describe as describeAt,
  momentOf,
  type Overlay,
  settingOf,
  wordsOf,
} from "../../src/kit/derive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { tag } from "../../src/models/mamba/stack.ts";
import { loadMamba } from "../../src/models/mamba.ts";
import { fileOf } from "../models/checkpointFiles.ts";
import { golden, tinyConfig, tinyFile } from "../models/mambaCases.ts";
import { drawnTensors, ownFolder, smallConfig, wordTokenizer } from "../models/ownFolder.ts";
import chinese from "../../content/zh-Hans/figures/mamba-live.json" with { type: "json" };
import { clashes } from "./clash.ts";
import { stageOf } from "./portrait.ts";
import { whole } from "./runs.ts";

// happy-dom's own cannot be cloned, as a worker's messages are
vi.stubGlobal("Blob", plain.Blob);
vi.stubGlobal("File", plain.File);

const f = figure as unknown as Figure;
const chosen = async (files: readonly File[]): Promise<Own> => {
  const found = await chooseOwn(files);
  if (!found || "why" in found) throw new Error(JSON.stringify(found));
  return found;
};
/** Labels that lie on others in a picture, at both widths. */
function drawnOddly(values: Setting, result: Run, t: number): string[] {
  return [false, true].flatMap((narrow) => {
    const { host, view } = stageOf(f, narrow);
    view.draw({ result, values, t, ghost: undefined } as never);
    const found = clashes(host.querySelector("svg")!, narrow);
    view.destroy();
    host.remove();
    const { show, zoom, layer } = values;
    return found.map((c) => `${show} ${zoom} ${layer}, ${narrow ? "narrow" : "wide"}: ${c}`);
  });
}
const text = "Let the cat and the dog\nbe the judge of all that.";
let usual: Promise<Own> | undefined;
const setting = async (more: Partial<Setting> = {}): Promise<Setting> => ({
  ...settingOf(figure),
  model: await (usual ??= chosen(ownFolder())),
  text,
  ...more,
});
const after = async (name: string, v: Setting): Promise<Run> => ({
  ...run(v),
  ...(await whole(f, name, v as never)),
});

describe("a reader's own model", () => {
  test("reads its tokens as its checkpoint does, and writes on", async () => {
    const v = await setting({ write: 10 });
    const r = await after("write", v);
    const { ids, prompt, logits } = readingOf(r)!;
    const pieces = shownOf(r, v).map(({ character }) => character);
    expect(pieces.slice(0, prompt).join("")).toBe(text);
    expect(pieces.slice(0, 6)).toEqual(["L", "e", "t", " the", " ", "c"]);
    expect(pieces.slice(prompt).join("")).toBe(writtenOf(r, v));
    expect([lengthOf(r, v), ids.length]).toEqual([prompt + 10, prompt + 24]);
    const file = await fileOf(drawnTensors(smallConfig)).arrayBuffer();
    const all = tag(loadMamba(smallConfig, file), ids);
    logits.forEach((x, k) => expect(Math.abs(x - all[k]!)).toBeLessThan(1e-5));
    expect(topOf(r, v, 3, 2)!.length).toBe(2);
    for (const law of Object.values(figure.laws)) expect(law.holds(r, v), law.label).toBe(true);
  });

  test("of a long text reads and draws the end, and says what it left out", async () => {
    const v = await setting({ text: "ab ".repeat(200) });
    const { reading, ...r } = await after("read", v);
    expect(reading!.tokens).toMatchObject({ passed: 192, left: 161 });
    expect(reading!.ids.length).toBe(48);
    const none = await after("read", { ...v, text: "" });
    expect([...none.reading!.ids]).toEqual([0]);
    expect(shownOf(none, { ...v, text: "" })[0]!.character).toBe("<|endoftext|>");
    expect(r.own!.vocabulary.length).toBe(264);
  });

  test("what is changed inside is recomputed, and every picture of it is drawn", async () => {
    const v = await setting({ show: "whatif", change: "state", at: 12, layer: 40, channel: 3000 });
    const r = await after("change", v);
    expect(r.changed!.moved[11]).toBeGreaterThan(1e-6);
    expect(r.changed!.moved.subarray(0, 11).every((x) => x === 0)).toBe(true);
    expect(statesOf(r, v)!.y.length).toBe(channelOf(r, v)!.u.length);
    const shows = ["tokens", "states", "hears", "whatif"] as const;
    const zooms = ["model", "layer", "block", "channel"] as const;
    expect(shows.flatMap((show) => drawnOddly({ ...v, show }, r, 20))).toEqual([]);
    const inside = { ...v, show: "inside" } as const;
    expect(zooms.flatMap((zoom) => drawnOddly({ ...inside, zoom }, r, 20))).toEqual([]);
  });

  test("deep ones and those of few states are drawn without a label on another", async () => {
    const deep = { ...smallConfig, hidden_size: 16, state_size: 8 };
    for (const [num_hidden_layers, layers] of [
      [24, [1, 2, 5, 12, 24]],
      [64, [1, 33, 64]],
    ] as const) {
      const model = await chosen(ownFolder({ ...deep, num_hidden_layers }));
      const v = await setting({ model, text: "Let the cat and the dog", write: 2 });
      const r = await after("write", v);
      for (const law of Object.values(figure.laws)) expect(law.holds(r, v), law.label).toBe(true);
      const found = layers.flatMap((layer) => drawnOddly({ ...v, layer, show: "inside" }, r, 9));
      expect([...found, ...drawnOddly({ ...v, show: "states" }, r, 9)]).toEqual([]);
    }
  });

  test("of the reference's own checkpoint the logits are MambaForCausalLM's", async () => {
    const { ids, logits } = golden<{ ids: number[]; logits: number[][] }>("logits.json");
    const model = await chosen([
      new File([JSON.stringify(tinyConfig)], "config.json"),
      new File([tinyFile()], "model.safetensors"),
      new File([wordTokenizer(41)], "tokenizer.json"),
    ]);
    const v = await setting({ model, text: ids.map((id) => `w${id}`).join(" ") });
    const { reading } = await after("read", v);
    expect([...reading!.ids]).toEqual(ids);
    reading!.logits.forEach((x, k) => expect(Math.abs(x - logits.flat()[k]!)).toBeLessThan(1e-5));
  });

  test("what the tokenizer has no token for is left out and counted", async () => {
    const folder = ownFolder().filter(({ name }) => name !== "tokenizer.json");
    const model = await chosen([...folder, new File([wordTokenizer(264)], "tokenizer.json")]);
    const { reading } = await after("read", await setting({ model, text: "w1 who w2 w3 where" }));
    expect(reading!.tokens).toMatchObject({ skipped: 2, passed: 0 });
    expect([...reading!.ids]).toEqual([1, 2, 3]);
  });

  test("its sentences speak of tokens, ours of characters", async () => {
    const v = await setting();
    const r = await after("write", v);
    const zh = wordsOf(f, chinese as unknown as Overlay);
    for (const [words, token, character] of [
      [wordsOf(f), "token", "character"],
      [zh, "词元", "字符"],
    ] as const)
      for (const show of ["tokens", "states", "hears", "inside"] as const) {
        const said = describeAt(f, words, { result: r, values: { ...v, show }, t: 4 } as never);
        expect(said).toContain(token);
        expect(said).not.toContain(character);
      }
    expect(describeAt(f, wordsOf(f), momentOf(f))).toContain("character");
  });

  test("is in no address, and a link that names it says so", async () => {
    const { model } = await setting();
    expect(params.model.print(model)).toBe("own");
    expect(params.model.parse("own")).toBeUndefined();
    expect(params.model.stays!("own")).toBe(true);
  });
});
