import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import figure from "../../src/figures/hidden-attention/figure.ts";
import {
  mambaMap,
  rowOf,
  run,
  type Run,
  sharedBy,
  transformerMap,
} from "../../src/figures/hidden-attention/compute.ts";
import * as laws from "../../src/figures/hidden-attention/laws.ts";
import {
  CHARACTERS,
  MAMBA,
  MOST,
  TEXT,
  TRANSFORMER,
} from "../../src/figures/hidden-attention/model.ts";
import {
  knownIn,
  type Setting,
  strangeIn,
  takeText,
} from "../../src/figures/hidden-attention/params.ts";
import { read, type Reading } from "../../src/figures/hidden-attention/reading.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { influence } from "../../src/models/selectiveState.ts";
import type { Card } from "../../src/models/shipped/card.ts";

const model = (id: string) => ({
  card: JSON.parse(readFileSync(`public/models/${id}/card.json`, "utf8")) as Card,
  bytes: new Uint8Array(readFileSync(`public/models/${id}/weights.bin`)),
});
const models = { mamba: model(MAMBA.id), transformer: model(TRANSFORMER.id) };
const readAll = (text: string): Reading => {
  const slices = read(models, knownIn(text));
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
};
const reading = readAll(TEXT);
const setting = (more: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...more });
const whole = (v: Setting): Run => ({ ...run(v), models, reading });

test("the models are those that their cards tell of, and know the same characters", () => {
  const [m, t] = [models.mamba.card, models.transformer.card];
  expect([m.characters, t.characters]).toEqual([CHARACTERS, CHARACTERS]);
  expect(m.shape).toMatchObject({ num_hidden_layers: MAMBA.layers, state_size: MAMBA.states });
  expect(2 * m.shape["hidden_size"]!).toBe(MAMBA.channels);
  expect(t.shape).toMatchObject({
    num_hidden_layers: TRANSFORMER.layers,
    num_heads: TRANSFORMER.heads,
  });
});

test("the hidden attention is the influence of the selective scan", () => {
  const v = setting();
  const map = mambaMap(whole(v), v)!;
  const layer = reading.layers[v.layer - 1]!;
  const { T } = reading;
  const input = {
    L: T,
    channels: MAMBA.channels,
    states: MAMBA.states,
    u: layer.u,
    delta: layer.delta,
    A: layer.A,
    B: layer.B,
    C: layer.C,
    D: new Float64Array(MAMBA.channels),
  };
  for (const t of [0, 7, T - 1])
    influence(input, v.channel - 1, t).forEach((w, s) =>
      expect(map.data[t * T + s]).toBeCloseTo(w, 9),
    );
});

describe("the laws", () => {
  test("hold at many places of both models", () => {
    for (const layer of [1, 4, 7])
      for (const channel of [0, 1, 146, 256]) {
        const v = setting({ layer, channel, block: Math.min(layer, 6), head: channel % 5 });
        expect(laws.rowsMakeOutputs(whole(v), v)).toBe(true);
        expect(laws.rowsAreShares(whole(v), v)).toBe(true);
      }
  });
  test("hold for the record, and a text read shorter", () => {
    for (const name of [undefined, ...Object.keys(figure.presets)]) {
      const v = settingOf(figure, name);
      if (v.text !== TEXT) continue;
      expect(run(v).recorded, name).toBeDefined();
      expect(laws.asRecorded(whole(v), v), name).toBe(true);
      expect(laws.rowsAreShares(run(v), v), name).toBe(true);
    }
    expect(laws.nothingAhead(whole(setting()), setting())).toBe(true);
  });
  test("notice a wrong number", () => {
    const v = setting();
    const bent = (x: Float64Array) =>
      x.map((value, k) => (k === 5 * 256 + 145 ? value + 0.01 : value));
    const layers = reading.layers.map((one) => ({ ...one, y: bent(one.y) }));
    expect(laws.rowsMakeOutputs({ ...whole(v), reading: { ...reading, layers } }, v)).toBe(false);
    const attention = reading.attention.map((heads) =>
      heads.map((m) => ({ ...m, data: m.data.map((w, k) => (k === 60 ? w + 1e-6 : w)) })),
    );
    expect(laws.rowsAreShares({ ...whole(v), reading: { ...reading, attention } }, v)).toBe(false);
  });
});

test("a row's words are those of its numbers", () => {
  const row = rowOf({ rows: 3, cols: 3, data: Float64Array.of(1, 0, 0, 0, 1, 0, -6, 1, 3) }, 2);
  expect(row).toMatchObject({ strongest: 0, reach: 2, negative: 0.6, sum: -2, size: 10 });
  expect(sharedBy(row, row)).toBeCloseTo(1, 12);
  const none = rowOf({ rows: 1, cols: 1, data: Float64Array.of(0) }, 0);
  expect(none).toMatchObject({ reach: 0, negative: 0, size: 0 });
  expect(sharedBy(none, none)).toBe(0);
});

test("what the presets promise, their numbers show", () => {
  const at = (name: string) => {
    const v = settingOf(figure, name);
    const r = { ...whole(v), reading: v.text === TEXT ? reading : readAll(v.text) };
    const [m, t] = [mambaMap(r, v)!, transformerMap(r, v)!];
    const rows = (map: typeof m) => Array.from({ length: map.rows }, (_, k) => rowOf(map, k));
    return { mamba: rows(m), heads: rows(t) };
  };
  // From the fifth character on the channel hears most the first blank, whatever comes.
  expect(
    at("far")
      .mamba.slice(4)
      .every(({ strongest }) => strongest === 2),
  ).toBe(true);
  const signs = at("signs").mamba.reduce((sum, { negative }) => sum + negative / TEXT.length, 0);
  expect(signs).toBeGreaterThan(0.4);
  expect(signs).toBeLessThan(0.7);
  const back = at("previous").heads.filter(({ strongest }, t) => t - strongest === 1);
  expect(back.length).toBeGreaterThan(10);
});

test("what is typed is read as far as it is known", () => {
  expect(takeText("")).toEqual({ note: "empty" });
  expect(takeText("光明")).toEqual({ note: "strange" });
  expect(takeText("光a")).toEqual({ note: "tooFew" });
  expect(takeText("a\nb")).toEqual({ value: "a b" });
  expect(takeText("a光b")).toEqual({ value: "a光b", note: "skipped" });
  expect([knownIn("a光b"), strangeIn("a光b")]).toEqual([["a", "b"], ["光"]]);
  const long = takeText("ab".repeat(1e5));
  expect(long).toEqual({ value: "ab".repeat(MOST / 2), note: "long" });
  expect(takeText(`ab${"光".repeat(1e5)}`).note).toBe("long");
});
