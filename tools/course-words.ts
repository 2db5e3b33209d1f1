// The sentences of the lessons, word by word, for the figure word-weights: npm run record:words
// Writes public/data/words-<en|zh>.json: the chapters, and for each sentence its chapter, whether it is a question, and its words; and
// src/figures/word-weights/recorded.json: what is counted and learned from them for the words of the figure's examples.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { chaptersIn } from "../src/chapters/compile/folders.ts";
import { compilePage } from "../src/chapters/compile/markdown.ts";
import { tagOf } from "../src/chapters/directives.ts";
import type { Node } from "../src/chapters/page.ts";
import examples from "../src/figures/word-weights/examples.json" with { type: "json" };
import { learn, type Learned } from "../src/figures/word-weights/learn.ts";
import { tongues, wordsIn, type Tongue } from "../src/figures/word-weights/split.ts";
import { taskNames, wantedBy } from "../src/figures/word-weights/tasks.ts";
import { chaptersWith, corpusOf, type Corpus } from "../src/figures/word-weights/texts.ts";

const folders: Readonly<Record<Tongue, string>> = { en: "en", zh: "zh-Hans" };
/** Chapters that word-weights itself stands in would know its examples. */
const without = "80-selection";
const left = new Set<string>([tagOf("teacher"), tagOf("equation")]);
const LEAST = 4;

/** The paragraphs of a text, without formulas and numbers that change. */
function paragraphs(nodes: readonly Node[]): string[] {
  return nodes.flatMap((n): string[] => {
    if (typeof n === "string" || left.has(n[0])) return [];
    const children = n.slice(2) as Node[];
    const own = children.filter((c) => typeof c === "string" || !isBlock(c));
    const text = own.map(plain).join("").trim();
    return [
      ...(text ? [text] : []),
      ...paragraphs(children.filter((c) => typeof c !== "string" && isBlock(c))),
    ];
  });
}
const isBlock = (n: Node) =>
  typeof n !== "string" && /^(p|li|ol|ul|blockquote|x-(?!val)[\w-]+)$/.test(n[0]);
const plain = (n: Node): string =>
  typeof n === "string"
    ? n
    : n[1].html === undefined
      ? (n.slice(2) as Node[]).map(plain).join("")
      : " ";

const sentences = (text: string): string[] => text.split(/(?<=[.!?]["”’)]?\s)|(?<=[。！？])/u);

/** What the figure shows of its examples before it has fetched anything. */
function record(tongue: Tongue, corpus: Corpus) {
  const met = chaptersWith(corpus);
  const keys = new Set(
    Object.values(examples).flatMap((e) => wordsIn(e[tongue], tongue).map(({ key }) => key)),
  );
  const learned = taskNames.map((task) => {
    const all = finish(learn(corpus.sentences, wantedBy(task, corpus.chapters)));
    const mine = Object.entries(all.weights).filter(([word]) => keys.has(word));
    const weights = Object.fromEntries(mine.map(([word, x]) => [word, round(x)]));
    return [task, { ...all, weights, bias: round(all.bias) }];
  });
  return {
    chapters: corpus.chapters.length,
    met: Object.fromEntries([...keys].map((key) => [key, met.get(key) ?? 0])),
    learned: Object.fromEntries(learned),
  };
}
const round = (x: number) => +x.toPrecision(6);

function finish(slices: Generator<unknown, Learned>): Learned {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

const recorded: Partial<Record<Tongue, unknown>> = {};
for (const tongue of tongues) {
  const chapters = chaptersIn("content").filter((folder) => folder !== without);
  const list = chapters.flatMap((folder, chapter) => {
    const file = `content/${folders[tongue]}/${folder}/index.md`;
    const page = compilePage(readFileSync(file, "utf8"), file);
    return paragraphs([...page.intro, ...page.steps.flatMap((s) => s.body)])
      .flatMap(sentences)
      .map(
        (s) =>
          [
            chapter,
            /[?？]["”’)]?\s*$/.test(s) ? 1 : 0,
            wordsIn(s, tongue).map(({ key }) => key),
          ] as const,
      )
      .filter(([, , words]) => words.length >= LEAST)
      .map(([c, q, words]) => [c, q, words.join(" ")]);
  });
  mkdirSync("public/data", { recursive: true });
  const names = chapters.map((folder) => folder.replace(/^\d+-/, ""));
  const lines = list.map((one) => JSON.stringify(one)).join(",\n");
  writeFileSync(
    `public/data/words-${tongue}.json`,
    `{"chapters":${JSON.stringify(names)},"sentences":[\n${lines}\n]}\n`,
  );
  recorded[tongue] = record(tongue, corpusOf({ chapters: names, sentences: list }));
  console.log(
    tongue,
    list.length,
    "sentences,",
    list.filter(([, q]) => q === 1).length,
    "questions",
  );
}
writeFileSync(
  "src/figures/word-weights/recorded.json",
  `${JSON.stringify(recorded, undefined, 1)}\n`,
);
