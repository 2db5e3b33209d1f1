import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";
import figure from "../../src/figures/word-weights/figure.ts";
import {
  rarity,
  run,
  tfIdf,
  weightsOf,
  wordAt,
  yesOf,
  type Run,
} from "../../src/figures/word-weights/compute.ts";
import { flow } from "../../src/figures/word-weights/flow.ts";
import { compact, wide } from "../../src/figures/word-weights/layout.ts";
import {
  learn,
  scoreOf,
  type Learned,
  type Sentence,
} from "../../src/figures/word-weights/learn.ts";
import { MOST_WORDS, takeText, type Setting } from "../../src/figures/word-weights/params.ts";
import { phrases } from "../../src/figures/word-weights/phrases.ts";
import { recorded } from "../../src/figures/word-weights/recorded.ts";
import { tongueOf, wordsIn } from "../../src/figures/word-weights/split.ts";
import { taskNames, wantedBy } from "../../src/figures/word-weights/tasks.ts";
import { chaptersWith, corpusOf } from "../../src/figures/word-weights/texts.ts";
import { drive } from "../../src/tasks/drive.ts";
import { momentOf, settingOf, wordsOf, type Overlay } from "../../src/kit/derive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { openSession } from "../../src/session/session.ts";

const setting = (more: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...more });
const keys = (text: string) => wordsIn(text).map(({ key }) => key);
const corpora = Object.fromEntries(
  (["en", "zh"] as const).map((tongue) => [
    tongue,
    corpusOf(JSON.parse(readFileSync(`public/data/words-${tongue}.json`, "utf8"))),
  ]),
) as NonNullable<Run["corpora"]>;

function finish(slices: Generator<unknown, Learned>): Learned {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

describe("words", () => {
  test("of English and of Chinese, and of both together", () => {
    expect(keys("What's new? Δ = 0.5, the “HiPPO”!")).toEqual([
      "what's",
      "new",
      "δ",
      "0.5",
      "the",
      "hippo",
    ]);
    expect(keys("滤波器怎么做？")).toEqual(["滤波", "器", "怎么", "做"]);
    expect(tongueOf("Mamba 模型")).toBe("zh");
    expect(keys("Mamba 模型")).toEqual(["mamba", "模型"]);
  });

  test("a browser without a segmenter takes sign by sign", () => {
    vi.stubGlobal("Intl", {});
    expect(keys("滤波器 S4")).toEqual(["滤", "波", "器", "s4"]);
    vi.unstubAllGlobals();
  });

  test("of a long text the first 24 are taken, and taken again they are the same", () => {
    for (const typed of [
      "the cat sat ".repeat(10_000),
      "滤波器怎么做？".repeat(10_000),
      "a-b ".repeat(30_000),
    ]) {
      const { value, note } = takeText(typed);
      expect(note).toBe("long");
      expect(wordsIn(value!).length).toBeLessThanOrEqual(MOST_WORDS);
      expect(takeText(value!)).toEqual({ value });
    }
    expect(takeText("?!… —")).toEqual({ note: "wordless" });
    expect(takeText("😀".repeat(50_000))).toEqual({ note: "wordless" });
    expect(takeText("x".repeat(100_000)).value!.length).toBeLessThan(500);
    expect(takeText("  ")).toEqual({ value: "" });
  });

  test("have a place each, at any width and however long they are", () => {
    for (const layout of [wide, compact])
      for (const text of ["measurement ".repeat(24), "a ".repeat(24), "卡尔曼滤波器".repeat(4)]) {
        const words = wordsIn(takeText(text).value!);
        const cells = flow(words, layout);
        expect(cells.length).toBe(words.length);
        for (const { left, width, middle, half } of cells) {
          expect(left + width).toBeLessThanOrEqual(layout.words.right);
          expect(middle + half).toBeLessThanOrEqual(layout.words.bottom + 2);
        }
      }
  });
});

test("TF and TF-IDF by hand", () => {
  const v = setting({ text: "the filter and the zebra" });
  const r = { ...run(v), corpora };
  const [text] = r.texts;
  expect(Array.from(text!.tf)).toEqual([0.4, 0.2, 0.2, 0.4, 0.2]);
  const met = chaptersWith(corpora.en);
  expect(met.get("the")).toBe(8);
  const here = ["the", "filter", "and", "the", "zebra"].map(
    (w, k) => text!.tf[k]! * Math.log(9 / ((met.get(w) ?? 0) + 1)),
  );
  expect(tfIdf(r, text!)).toEqual(Float64Array.from(here));
  expect(rarity(8, 8)).toBe(0);
  expect(wordAt(text!, setting({ word: 24 }))).toBe(4);
});

describe("learning", () => {
  const made = (words: string, question: boolean): Sentence => ({
    chapter: 0,
    question,
    words: words.split(" "),
  });

  test("finds the word that the answers hang on, not the frequent ones", () => {
    const sentences = Array.from({ length: 50 }, (_, k) =>
      made(
        k % 3 ? `the cat sat on the mat n${k % 7}` : `the cat what on the mat n${k % 7}`,
        k % 3 === 0,
      ),
    );
    const l = finish(learn(sentences, (s) => s.question));
    expect([l.trained, l.yes + l.no]).toEqual([40, 10]);
    expect([l.rightYes, l.rightNo]).toEqual([l.yes, l.no]);
    expect(l.weights["what"]).toBeGreaterThan(2);
    expect(l.weights["sat"]).toBeLessThan(-1);
    for (const word of ["the", "cat", "mat"]) expect(Math.abs(l.weights[word]!)).toBeLessThan(0.5);
    expect(scoreOf(["what", "unheard"], l)).toBe(l.bias + l.weights["what"]!);
  });

  test("what is recorded is what is learned from the lessons as they are kept", () => {
    for (const tongue of ["en", "zh"] as const) {
      const { chapters, sentences } = corpora[tongue];
      expect(recorded[tongue].chapters).toBe(chapters.length);
      for (const [word, n] of Object.entries(recorded[tongue].met))
        expect(chaptersWith(corpora[tongue]).get(word) ?? 0, word).toBe(n);
      for (const task of taskNames) {
        const now = finish(learn(sentences, wantedBy(task, chapters)));
        const then = recorded[tongue].learned[task];
        const { trained, yes, no, rightYes, rightNo } = then;
        expect(now).toMatchObject({ trained, yes, no, rightYes, rightNo });
        expect(then.bias).toBeCloseTo(now.bias, 4);
        for (const [word, x] of Object.entries(then.weights))
          expect(now.weights[word]).toBeCloseTo(x, 4);
      }
    }
  });

  test("for another task the same word has another weight; its TF-IDF is the same", () => {
    const [a, b] = (["question", "kalman"] as const).map((task) => {
      const r = run(setting({ task }));
      const text = r.texts[0]!;
      const l = recorded.en.learned[task];
      return { weights: weightsOf(text, l), rare: tfIdf(r, text)!, yes: yesOf(text, l) };
    });
    expect(a!.rare).toEqual(b!.rare);
    expect(a!.weights[0]).toBeGreaterThan(2); // what
    expect(Math.abs(b!.weights[0]!)).toBeLessThan(0.2);
    expect(b!.weights[3]).toBeGreaterThan(1.5); // filter
    expect([a!.yes > 0.9, b!.yes > 0.9]).toEqual([true, true]);
  });
});

describe("the lessons' file", () => {
  afterEach(() => void vi.unstubAllGlobals());
  const problemOf = async (answer: () => Promise<Response>) => {
    vi.stubGlobal("fetch", answer);
    let problem = "";
    await drive(figure.tasks!["texts"]!.run, setting(), (m) => {
      if (m.kind === "problem") problem = m.phrase;
    });
    return problem;
  };

  test("that is missing or damaged is told in the figure's words", async () => {
    const answers = [
      () => Promise.reject(new TypeError("Failed to fetch")),
      () => Promise.resolve(new Response("", { status: 404 })),
      () => Promise.resolve(new Response("<!doctype html>")),
      () => Promise.resolve(new Response('{"chapters":["a"],"sentences":[[3,0,"b c"]]}')),
    ];
    const told = [];
    for (const answer of answers) told.push(await problemOf(answer));
    expect(told).toEqual(["missing", "missing", "damaged", "damaged"]);
    for (const phrase of told) expect(Object.keys(phrases)).toContain(phrase);
  });
});

describe("in a reader's language", () => {
  const f = figure as unknown as Figure;
  const overlay = JSON.parse(
    readFileSync("content/zh-Hans/figures/word-weights.json", "utf8"),
  ) as Overlay;
  const [english, chinese] = [wordsOf(f), wordsOf(f, overlay)];
  const told = ({ result, values }: { result: unknown; values: unknown }) =>
    Object.values(figure.readouts).map(({ of }) => of(result as Run, values as Setting, 0));
  /** Of the example of a language by itself: what stands in the recording, counted here. */
  const ofExample = (tongue: "en" | "zh") =>
    told({ result: { ...run(setting()), tongue }, values: setting() });

  test("every number is of the example that is shown, and follows when the language changes", async () => {
    expect(told(momentOf(f, undefined, chinese))).toEqual(ofExample("zh"));
    const session = openSession(f, {}, chinese);
    expect(told(session.store.getState())).toEqual(ofExample("zh"));
    const { values, result } = session.store.getState();
    expect(await f.numpy(values, result)).toContain("data/words-zh.json");
    session.set({ word: 2 });
    session.set({ word: setting().word });
    expect(told(session.store.getState())).toEqual(ofExample("zh"));
    session.speak(english);
    expect(told(session.store.getState())).toEqual(ofExample("en"));
    expect(ofExample("en")).not.toEqual(ofExample("zh"));
  });

  test("the reader's own text is the same in both", () => {
    const own = { text: "the cat sat on the mat" };
    expect(told(openSession(f, own, chinese).store.getState())).toEqual(
      told(openSession(f, own, english).store.getState()),
    );
  });
});
