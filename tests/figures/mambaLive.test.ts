import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import figure from "../../src/figures/mamba-live/figure.ts";
import {
  lengthOf,
  readingOf,
  run,
  textOf,
  writtenOf,
  type Run,
} from "../../src/figures/mamba-live/compute.ts";
import {
  chancesAt,
  channelOf,
  hearingOf,
  memoryOf,
  sharesOf,
  statesOf,
  topOf,
} from "../../src/figures/mamba-live/look.ts";
import { models, type ModelName } from "../../src/figures/mamba-live/models.ts";
import type { Setting } from "../../src/figures/mamba-live/params.ts";
import { phrases } from "../../src/figures/mamba-live/phrases.ts";
import { recordedFor } from "../../src/figures/mamba-live/recorded.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { drive } from "../../src/tasks/drive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { chances, drawn } from "../../src/models/sampling.ts";
import type { Card } from "../../src/models/shipped/card.ts";
import { openReader } from "../../src/models/shipped/open.ts";
import { generator } from "../../src/numerics/random.ts";
import recurrence from "../../src/equations/selective-recurrence.ts";
import stillHeard from "../../src/equations/still-heard.ts";
import { clashes } from "./clash.ts";
import { stageOf } from "./portrait.ts";
import { whole } from "./runs.ts";

const f = figure as unknown as Figure;
const setting = (more: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...more });
const card = (model: ModelName) =>
  JSON.parse(readFileSync(`public/models/${models[model].id}/card.json`, "utf8")) as Card;
const reader = (model: ModelName) =>
  openReader(
    card(model),
    new Uint8Array(readFileSync(`public/models/${models[model].id}/weights.bin`)),
  );

/** What there is in a setting when a task has ended, its own among it. */
const after = async (name: string, v: Setting): Promise<Run> => ({
  ...run(v),
  ...(await whole(f, name, v as never)),
});

/** What a plain reader of the same weights says behind each character. */
function plainly(model: ModelName, ids: ArrayLike<number>): Float64Array[] {
  const one = reader(model);
  return Array.from(ids, (id) => one.read(id).slice());
}

describe("the text is read and written on", () => {
  test.each(["tiny", "chinese"] as const)(
    "%s: as the plain reader reads and draws",
    async (model) => {
      const v = setting({
        model,
        temperature: 0.8,
        topk: 5,
        seed: 7,
        text: model === "tiny" ? "KING " : "春眠",
      });
      const r = await after("write", v);
      const reading = readingOf(r)!;
      const { ids, prompt, logits } = reading;
      const said = plainly(model, ids);
      const width = said[0]!.length;
      expect([...logits.subarray(-width)]).toEqual([...said.at(-1)!]);
      const { uniform } = generator(7);
      for (let k = prompt; k < ids.length; k++)
        expect(ids[k]).toBe(drawn(chances(said[k - 1]!, 0.8, 5), uniform()));
      expect([...writtenOf(r, { ...v, write: 12 })].length).toBe(12);
      expect(lengthOf(r, { ...v, write: 12 })).toBe(prompt + 12);
      const last = { ...v, write: 12 };
      const top = topOf(r, last, prompt + 11, 3)!;
      const shares = chancesAt(r, last, prompt + 11)!;
      expect(top[0]!.share).toBe(Math.max(...shares));
    },
  );

  test("what comes before the drawn ones is in the state that they begin with", async () => {
    const v = setting({
      text: "What light is light, if Silvia be not seen?\n".repeat(20),
      channel: 3,
    });
    const r = await after("read", v);
    const reading = readingOf(r)!;
    expect([reading.passed, reading.ids.length]).toEqual([880 - 240, 240]);
    const said = plainly("tiny", textOf(r, v).ids).at(-1)!;
    expect([...reading.logits.subarray(-said.length)]).toEqual([...said]);
    const { row, before, skip } = hearingOf(r, v, 30)!;
    const sum = row.reduce((s, k, i) => s + k * channelOf(r, v)!.u[i]!, before + skip);
    expect(Math.abs(before)).toBeGreaterThan(1e-6);
    expect(Math.abs(sum - statesOf(r, v)!.y[30]!)).toBeLessThan(1e-12 * (1 + Math.abs(sum)));
  });

  test("the record is this reading, to its precision", async () => {
    const v = setting({ channel: 1 });
    const [r, kept] = [await after("write", v), recordedFor(v)!];
    expect(writtenOf(r, v)).toBe(kept.written);
    const channel = channelOf(r, v)!;
    const near = (a: Float64Array, b: Float64Array) => {
      const most = a.reduce((m, x) => Math.max(m, Math.abs(x)), 0);
      b.forEach((x, i) => expect(Math.abs(x - a[i]!)).toBeLessThan(most / 120));
    };
    near(channel.delta, kept.delta);
    kept.top.forEach(([first], t) => {
      const now = topOf(r, v, t, 1)![0]!;
      expect(first!.character).toBe(now.character);
      expect(Math.abs(first!.share - now.share)).toBeLessThan(1e-3);
    });
    expect(recordedFor(setting({ seed: 3 }))).toBeUndefined();
  });

  test("shares of a layer sum to one, and its states are the channels'", async () => {
    const v = setting({ channel: 5 });
    const r = await after("write", v);
    const { share, before } = sharesOf(r, v, 40)!;
    expect(share.reduce((a, b) => a + b, before)).toBeCloseTo(1, 12);
    const { h } = statesOf(r, v)!;
    const all = memoryOf(readingOf(r)!, v, 40);
    const mine = [...h.subarray(40 * 16, 41 * 16)];
    expect(
      all.some((_, i) => i % 16 === 0 && mine.every((x, n) => Math.abs(x - all[i + n]!) < 1e-12)),
    ).toBe(true);
  });
});

describe("a change", () => {
  const text = "KING RICHARD III:\nMy horse is dead.\n\nKING ";
  const changed = async (more: Partial<Setting>) => {
    const v = setting({ text, show: "whatif", ...more });
    const r = await after("change", v);
    return { r, v, changed: r.changed!, reading: readingOf(r)! };
  };

  test("that clears all reads what follows as if nothing had been", async () => {
    const { changed: c, reading } = await changed({ change: "both", at: 37 });
    expect(c.at).toBe(36);
    const width = reading.logits.length / reading.ids.length;
    const rest = plainly("tiny", reading.ids.subarray(36));
    rest.forEach((said, k) => {
      const t = 36 + k;
      expect([...c.logits.subarray(t * width, (t + 1) * width)]).toEqual([...said]);
    });
    expect(c.moved.subarray(0, 36).every((x) => x === 0)).toBe(true);
    expect(c.moved[36]).toBeGreaterThan(0.1);
    // and writes on from there with the same seed
    const { uniform } = generator(13);
    const one = reader("tiny");
    let said = new Float64Array();
    reading.ids.subarray(36, reading.prompt).forEach((id) => (said = one.read(id).slice()));
    for (const id of c.written.subarray(0, 20)) {
      expect(id).toBe(drawn(chances(said, 0.6), uniform()));
      said = one.read(id).slice();
    }
  });

  test("in one layer is less than in all, and none is none", async () => {
    const { changed: none } = await changed({ change: "none", at: 42 });
    expect(Math.max(...none.moved)).toBe(0);
    const { changed: one } = await changed({ change: "unheard", at: 42, scope: "layer", layer: 2 });
    const { changed: all } = await changed({ change: "unheard", at: 42 });
    expect(one.moved[41]).toBeGreaterThan(0);
    expect(one.moved[41]).not.toBe(all.moved[41]);
  });

  test("beyond the end is at the end", async () => {
    const { changed: c, reading } = await changed({ change: "hold", at: 400 });
    expect(c.at).toBe(reading.ids.length - 1);
    expect(c.moved.findIndex((x) => x > 0)).toBe(c.at);
  });
});

test("its equations hold with the numbers that it gives", async () => {
  for (const preset of ["line", "everyone", "chinese"]) {
    const v = settingOf(figure, preset);
    const r = await after("write", v);
    for (const t of [0, 5, lengthOf(r, v) - 1]) {
      const at = figure.symbols(r, v, t);
      expect(recurrence.residual(at), preset).toBeLessThan(1e-12);
      expect(stillHeard.residual(at), preset).toBeLessThan(1e-12);
    }
  }
});

test("a model that cannot be fetched is said in the figure's words", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 404 })));
  let problem = "";
  await drive(figure.tasks!["model"]!.run, setting(), (m) => {
    if (m.kind === "problem") problem = m.phrase;
  });
  vi.unstubAllGlobals();
  expect(Object.keys(phrases)).toContain(problem);
});

test("with everything computed, no label lies on another, at both widths", async () => {
  const found: string[] = [];
  for (const preset of Object.keys(figure.presets)) {
    const values = settingOf(figure, preset);
    const result = await after(values.show === "whatif" ? "change" : "write", values);
    const t = Math.min(figure.presets[preset]!.t ?? Infinity, lengthOf(result, values) - 1);
    const moment = { result, values, t, ghost: undefined };
    for (const narrow of [false, true]) {
      const { host, view } = stageOf(f, narrow);
      view.draw(moment as never);
      for (const clash of clashes(host.querySelector("svg")!, narrow))
        found.push(`${preset}, ${narrow ? "narrow" : "wide"}: ${clash}`);
      view.destroy();
      host.remove();
    }
  }
  expect(found).toEqual([]);
});
