import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Overlay } from "../../src/kit/derive.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { run, type Run } from "../../src/figures/three-students/compute.ts";
import figure from "../../src/figures/three-students/figure.ts";
import { heldOut, hides, percent, rowAt } from "../../src/figures/three-students/look.ts";
import type { Setting } from "../../src/figures/three-students/params.ts";
import { phrases } from "../../src/figures/three-students/phrases.ts";
import type { Came } from "../../src/figures/three-students/reading.ts";
import { recordedFor } from "../../src/figures/three-students/recorded.ts";
import {
  idOf,
  kept,
  keptBy,
  type Student,
  students,
} from "../../src/figures/three-students/students.ts";
import { readLecture } from "../../src/figures/three-students/task.ts";
import { lectures, takeLecture, tokensOf } from "../../src/figures/three-students/tokens.ts";
import { factsOf, FILLERS, NAMES } from "../../src/models/notes/lecture.ts";
import type { Card } from "../../src/models/shipped/card.ts";

const setting = (set: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...set });
const cardOf = (id: string) =>
  JSON.parse(readFileSync(`public/models/${id}/card.json`, "utf8")) as Card;

/** The figure's result with its tasks done. */
function whole(v: Setting): Run {
  const models = Object.fromEntries(
    students.map((student) => {
      const id = idOf(student, v);
      const bytes = new Uint8Array(readFileSync(`public/models/${id}/weights.bin`));
      return [student, { card: cardOf(id), bytes }];
    }),
  ) as Record<Student, Came>;
  const slices = readLecture(v, new AbortController().signal, { models });
  let step = slices.next();
  while (!step.done) step = slices.next();
  return { ...run(v), ...step.value };
}
const read = (name: keyof typeof figure.readouts, r: Run, v: Setting, t = r.ids.length - 1) =>
  figure.readouts[name]!.of(r, v, t);

describe("a typed lecture", () => {
  test.each([
    ["Ann 7 and so on, Bob 3.", "Ann 7 . . . Bob 3 ."],
    ["安7，然后 博 3", "Ann 7 . . Bob 3"],
    ["A 07 b 3 ANN 9", "Ann 7 . 3 Ann 9"],
  ])("%s is read as %s", (typed, value) => {
    expect(takeLecture(typed)).toEqual({ value });
    expect(takeLecture(value)).toEqual({ value });
  });

  test("what cannot be read is said", () => {
    expect(takeLecture(" , ")).toEqual({ note: "nothingSaid" });
    expect(takeLecture("Ann 24")).toEqual({ value: "Ann .", note: "numberTooLarge" });
    const long = takeLecture("x ".repeat(9000));
    expect([long.value!.split(" ").length, long.note]).toEqual([320, "tooLong"]);
  });

  test("early, late, twice, put right", () => {
    const facts = factsOf(tokensOf(lectures.four));
    expect(facts.map(({ number, times, changed }) => [number, times, changed])).toEqual([
      [7, 1, false],
      [3, 2, false],
      [20, 2, true],
      [5, 1, false],
    ]);
  });

  test("there is a word for each name and each filler in both languages; typed names are the words", () => {
    const overlay = JSON.parse(
      readFileSync("content/zh-Hans/figures/three-students.json", "utf8"),
    ) as Overlay;
    const chinese = (overlay["phrases.names"] as unknown as [string, string])[1].split(" ");
    const english = phrases.names.split(" ");
    const fillers = (overlay["phrases.fillers"] as unknown as [string, string])[1].split(" ");
    expect([new Set(english).size, new Set(chinese).size]).toEqual([NAMES, NAMES]);
    expect([new Set(phrases.fillers.split(" ")).size, new Set(fillers).size]).toEqual([
      FILLERS,
      FILLERS,
    ]);
    expect(takeLecture(chinese.join(" ")).value).toBe(english.join(" "));
    expect(Array.from(tokensOf(english.join(" ")))).toEqual(english.map((_, k) => k));
  });
});

test("the numbers that each keeps", () => {
  const v = setting();
  expect(students.map((student) => kept(student, v, 10))).toEqual([204, 2080, 4864]);
  expect(kept("transformer", v, 1000)).toBe(39_936);
  expect(["lstm-wide", "mamba-1", "mamba-4"].map(keptBy)).toEqual([512, 1024, 1792]);
});

describe("the exam as it is declared", () => {
  const v = setting();
  const r = whole(v);

  test("the LSTM is right three times of eight, the others always, as recorded", () => {
    const rights = ["rightLstm", "rightTransformer", "rightMamba"] as const;
    expect(rights.map((name) => read(name, r, v))).toEqual([3, 8, 8]);
    expect(rights.map((name) => read(name, run(v), v))).toEqual([3, 8, 8]);
    const kept = recordedFor(v)!;
    for (const [student, row] of [
      ["transformer", kept.looks],
      ["mamba", kept.heard],
      ["lstm", kept.written],
    ] as const)
      rowAt(r, v, student, kept.t)!.forEach((x, s) => expect(x).toBeCloseTo(row[s]!, 3));
  });

  test("the Transformer looks at the number; Mamba hears it through the window of the tokens behind it", () => {
    const at = r.lecture + 1;
    expect(read("looksFact", r, v, at)).toBeCloseTo(50, 0); // one head of two, wholly
    const heard = rowAt(r, v, "mamba", at)!;
    const { at: said } = r.questions[0]!;
    expect(heard.indexOf(Math.max(...heard))).toBe(said + 2);
    expect(read("heardFact", r, v, at)).toBeGreaterThan(50);
    expect(read("looksFact", r, v, at - 1)).toBeNaN(); // a question mark: nothing is asked yet
  });

  test("the LSTM writes more at numbers than at filler", () => {
    const written = rowAt(r, v, "lstm", r.lecture - 1)!;
    const mean = (of: (id: number) => boolean) => {
      const some = written.filter((_, t) => t > 0 && of(r.ids[t]!));
      return some.reduce((a, b) => a + b, 0) / some.length;
    };
    const [numbers, filler] = [mean((id) => id >= 24 && id < 48), mean((id) => id >= 48)];
    expect(numbers).toBeGreaterThan(2 * filler);
  });

  test("what is withheld is not told", () => {
    expect(hides(new Set(["rightLstm"]), "lstm")).toBe(true);
    expect(hides(new Set(["rightLstm"]), "mamba")).toBe(false);
    expect(hides(new Set(["picture"]), "mamba")).toBe(true);
    expect(hides(undefined, "mamba")).toBe(false);
  });
});

test("twice as long as any lecture they know: the Transformer has let the oldest go, Mamba has not", () => {
  const v = settingOf(figure, "long") as Setting;
  const r = whole(v);
  expect(read("rightTransformer", r, v)).toBe(6);
  expect(read("rightMamba", r, v)).toBe(8);
  const lost = r.questions.findIndex(({ at }) => at < r.lecture - 190);
  expect(figure.describe(r, v, r.lecture + 2 * lost + 1)).toBe(
    lost === r.questions.length - 1 ? "over" : "lost",
  );
});

test("a lecture without a number is read, and nothing is asked", () => {
  const v = setting({ source: "own", own: "Ann . ." });
  const r = whole(v);
  expect([r.questions.length, r.ids.length]).toEqual([0, 3]);
  expect(figure.describe(r, v, 2)).toBe("noFacts");
});

describe("what was measured", () => {
  test.each(Object.entries(heldOut.all))("%s is as its card says", (id, { held }) => {
    expect(percent(held)).toBeCloseTo(cardOf(`notes-${id}`).heldOut.value, 2);
  });

  test("the LSTM knows some names well and others hardly better than by chance", () => {
    const each = heldOut.all["lstm"]!.each.map(percent);
    expect(Math.max(...each)).toBe(100);
    expect(read("known", run(setting()), setting())).toBe(7);
    expect(each.filter((x) => x < 25)).toHaveLength(13);
  });

  test("further back than 240 tokens the Transformer guesses, all Mambas remember", () => {
    const beyond = (id: string) => heldOut.all[id]!.since.slice(3).map(percent);
    expect(Math.max(...beyond("transformer"))).toBeLessThan(10);
    expect(beyond("mamba")).toEqual([100, 100, 100]);
    expect(Math.min(...beyond("mamba-1"))).toBeGreaterThan(90);
  });
});

test("the preset of what the Transformer no longer keeps stands where it no longer does", () => {
  const v = settingOf(figure, "gone") as Setting;
  const r = whole(v);
  const { t } = figure.presets["gone"]!;
  expect(figure.describe(r, v, t!)).toBe("lost");
  expect(read("looksFact", r, v, t)).toBe(0);
  expect([read("fairTransformer", r, v, t) < 1, read("fairMamba", r, v, t) > 99]).toEqual([
    true,
    true,
  ]);
});
