import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import figure from "../../src/figures/mamba-live/figure.ts";
import { run, type Run, shownOf, textOf } from "../../src/figures/mamba-live/compute.ts";
import { cellLines } from "../../src/draw/cellLines.ts";
import { flow } from "../../src/figures/mamba-live/flow.ts";
import { compact, wide } from "../../src/figures/mamba-live/layout.ts";
import { medianOf } from "../../src/figures/mamba-live/look.ts";
import { models, type ModelName } from "../../src/figures/mamba-live/models.ts";
import { hiddenIn } from "../../src/figures/mamba-live/page.ts";
import { params, type Setting } from "../../src/figures/mamba-live/params.ts";
import type { Reading } from "../../src/figures/mamba-live/reading.ts";
import { halfOf } from "../../src/figures/mamba-live/readouts.ts";
import { halfLife } from "../../src/figures/mamba-live/statesView.ts";
import { readText } from "../../src/figures/mamba-live/task.ts";
import { tokensOf } from "../../src/figures/mamba-live/text.ts";
import { settingOf } from "../../src/kit/derive.ts";
import type { Shipped } from "../../src/tasks/shipped.ts";
import type { Report } from "../../src/kit/task.ts";
import type { Card } from "../../src/models/shipped/card.ts";

const setting = (more: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...more });
const card = (model: ModelName) =>
  JSON.parse(readFileSync(`public/models/${models[model].id}/card.json`, "utf8")) as Card;

test("the models are as large as their cards say", () => {
  for (const [name, { layers, channels }] of Object.entries(models)) {
    const { shape } = card(name as ModelName);
    expect([shape["num_hidden_layers"], 2 * shape["hidden_size"]!]).toEqual([layers, channels]);
    expect(shape["state_size"]).toBe(16);
  }
  const known = tokensOf("", "tiny", undefined).cells[0]!;
  expect(known).toMatchObject({ character: "\n", led: true });
  expect(textOf(run(setting()), setting()).ids.length).toBe([...setting().text].length);
});

describe("a text as it is taken", () => {
  const english = card("tiny").characters!;
  test("what the model does not know is shown, skipped and counted", () => {
    const { cells, ids, skipped } = tokensOf("Zoë 3", "tiny", english);
    expect(cells.map(({ character, token }) => [character, token])).toEqual([
      ["Z", 0],
      ["o", 1],
      ["ë", -1],
      [" ", 2],
      ["3", 3],
    ]);
    expect([ids.length, skipped]).toEqual([4, 1]);
  });

  test("nothing to read, and a poem, begin behind a new line", () => {
    for (const empty of ["", "é一"]) {
      const { ids, cells } = tokensOf(empty, "tiny", english);
      expect([...ids]).toEqual([0]);
      expect(cells[0]).toMatchObject({ character: "\n", token: 0, led: true });
    }
    const signs = card("chinese").characters!;
    expect(tokensOf("春。", "chinese", signs).cells.map((c) => c.character)).toEqual([
      "\n",
      "春",
      "。",
    ]);
    expect(tokensOf("\n春。", "chinese", signs).cells.length).toBe(3);
  });

  test("of a long one the last 240 are drawn, all are read", () => {
    const text = "To be, or not: ".repeat(7000);
    const began = tokensOf(text, "tiny", english);
    expect(began.ids.length).toBe(105_000);
    expect(began.passed).toBe(105_000 - 240);
    expect(began.cells.map(({ character }) => character).join("")).toBe(text.slice(-240));
    expect(began.cells[0]!.token).toBe(0);
    const strange = tokensOf("é".repeat(5000), "tiny", english);
    expect(strange.cells.length).toBeLessThan(700);
    expect(strange.skipped).toBe(5000);
  });

  test("goes into a link up to 600 characters; a longer one stays with the reader", () => {
    const { text } = params;
    for (const own of ["", "~", "~a", "a\nb", "一".repeat(600)])
      expect(text.parse(text.print(own))).toBe(own);
    const long = "a".repeat(601);
    expect(text.print(long)).toBe("~");
    expect(text.stays!(text.print(long))).toBe(true);
    expect(text.parse("~")).toBeUndefined();
    expect(text.parse("\uFFFD")).toBeUndefined();
    expect(text.parse("a\r\nb")).toBe("a\nb");
  });
});

describe("the text's lines", () => {
  const cells = shownOf(run(setting()), setting());
  test("break behind the last of some ↵ and between words, and lose nothing", () => {
    const lines = cellLines(cells, 20).map((line) =>
      line.map(({ character }) => character).join(""),
    );
    expect(lines.join("")).toBe(cells.map(({ character }) => character).join(""));
    expect(lines[0]).toBe("ROMEO:\n");
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(20);
    expect(lines.some((line) => line.endsWith("?\n\n"))).toBe(true);
    expect(lines).toContain("JULIET:\n");
    expect(cellLines(cells.slice(0, 6), 3).length).toBeGreaterThan(1);
  });

  test("show the playhead's, wherever it is", () => {
    const long = run(
      setting({ text: "Now is the winter of our discontent\n".repeat(12), write: 0 }),
    );
    const all = shownOf(
      long,
      setting({ text: "Now is the winter of our discontent\n".repeat(12) }),
    );
    for (const layout of [wide, compact])
      for (const t of [0, 50, 239]) {
        const { spots } = flow(all, t, layout, "tiny");
        expect(spots.some(({ cell }) => cell.token === t)).toBe(true);
        for (const { top } of spots) expect(top).toBeLessThan(layout.text.bottom - 30);
      }
  });
});

test("a picture hides what is asked, and nothing that has no part in it", () => {
  const hidden = (show: Setting["show"], ...names: string[]) => hiddenIn(show, new Set(names));
  expect(hidden("tokens", "next", "picture")).toEqual({ bars: false, next: true });
  expect(hidden("tokens", "half", "picture")).toEqual({ bars: false, next: false });
  expect(hidden("tokens", "picture", "caption")).toEqual({ bars: true, next: true });
  expect(hidden("tokens", "largest")).toEqual({ bars: true, next: false });
  expect(hidden("hears", "half", "picture")).toEqual({ bars: true, next: true });
  expect(hiddenIn("whatif", undefined)).toEqual({ bars: false, next: false });
});

test("half-lives, medians, halves", () => {
  expect(halfLife(-2, 0.1)).toBeCloseTo(Math.log(2) / 0.2, 12);
  expect(medianOf(Float64Array.of(3, 1, 2))).toBe(2);
  expect(halfOf([1, -5, 2, 2])).toBe(1);
  expect(halfOf([1, 1], 10)).toBeNaN();
});

test("the examples' texts hold nothing that their models do not know", () => {
  for (const preset of Object.keys(figure.presets)) {
    const v = settingOf(figure, preset);
    expect(tokensOf(v.text, v.model, card(v.model as ModelName).characters).skipped, preset).toBe(
      0,
    );
  }
});

test("a long text is told of at most some ten times a second until it is drawn, stops at once and goes on to the same end", async () => {
  const folder = `public/models/${models.tiny.id}`;
  const bytes = new Uint8Array(readFileSync(`${folder}/weights.bin`));
  const model: Shipped = { card: card("tiny"), bytes };
  const v = setting({ text: "The king said so, and no one heard. ".repeat(120).trim() });
  const reports: Reading[] = [];
  const began = performance.now();
  let whole: Partial<Run> = {};
  const slices = readText(v, new AbortController().signal, { model });
  for (;;) {
    const { value, done } = await slices.next();
    if (done) {
      whole = value;
      break;
    }
    reports.push(value.product!.reading!);
  }
  const behind = reports.filter(({ ids }) => ids.length === 0);
  expect(behind.length).toBeLessThan((performance.now() - began) / 100 + 1);
  expect(whole.reading!.passed).toBe(v.text.length - 240);

  const first = readText(v, new AbortController().signal, { model });
  const { value } = await first.next();
  const half = (value as Report<Run>).product!.reading!;
  await first.return({});
  const rest = readText(v, new AbortController().signal, { model, reading: half });
  let last: IteratorResult<Report<Run>, Partial<Run>>;
  do last = await rest.next();
  while (!last.done);
  expect(last.value.reading).toEqual(whole.reading);
}, 60_000);
