import { keeping } from "../../kit/keeping.ts";
import { sigmoid } from "../../models/s6Gate.ts";
import examples from "./examples.json" with { type: "json" };
import { scoreOf, type Learned } from "./learn.ts";
import type { Setting } from "./params.ts";
import { recorded } from "./recorded.ts";
import { tongueOf, tongues, wordsIn, type Tongue, type Word } from "./split.ts";
import { chaptersWith, type Corpora } from "./texts.ts";

/** A text in its words, and what can be said of them without anything else. */
export interface Text {
  readonly tongue: Tongue;
  readonly words: readonly Word[];
  /** How often each word of the text stands in it, as a share; one number a word, repeated where the word is. */
  readonly tf: Float64Array;
}

export interface Run {
  /** The reader's own text, or the example in each language. */
  readonly texts: readonly Text[];
  readonly own: boolean;
  /** The reader's language; English where nobody reads. */
  readonly tongue?: Tongue;
  /** What the tasks add. */
  readonly corpora?: Corpora;
  readonly learned?: Readonly<Record<Tongue, Learned>>;
}

// #region tf
function counted(tongue: Tongue, words: readonly Word[]): Text {
  const times = (key: string) => words.filter((w) => w.key === key).length;
  return { tongue, words, tf: Float64Array.from(words, ({ key }) => times(key) / words.length) };
}
// #endregion

const textsOf = keeping((own: string, id: Setting["sentence"]): readonly Text[] => {
  if (own !== "") return [counted(tongueOf(own), wordsIn(own))];
  return tongues.map((tongue) => counted(tongue, wordsIn(examples[id][tongue], tongue)));
});

export const run = (v: Setting): Run => ({
  texts: textsOf(v.text, v.sentence),
  own: v.text !== "",
});

/** The text that the reader sees: their own, or the example in their language. */
export const textOf = ({ texts, tongue = "en" }: Run): Text =>
  texts.find((t) => t.tongue === tongue) ?? texts[0]!;

const count = keeping((corpora: Corpora) => ({
  en: chaptersWith(corpora.en),
  zh: chaptersWith(corpora.zh),
}));

/** Chapters that there are, and in how many of them a word stands; undefined as long as nobody knows. */
export function metBy({ corpora, own }: Run, tongue: Tongue) {
  if (corpora) {
    const known = count(corpora)[tongue];
    return { chapters: corpora[tongue].chapters.length, of: (key: string) => known.get(key) ?? 0 };
  }
  const { chapters, met } = recorded[tongue];
  return own ? undefined : { chapters, of: (key: string) => met[key] ?? 0 };
}

/** How rare a word is: ln of all texts by those it stands in, the text itself among both. */
export const rarity = (chapters: number, met: number): number =>
  Math.log((chapters + 1) / (met + 1));

/** TF-IDF of each word; undefined as long as the lessons are not here. */
export function tfIdf(r: Run, { tongue, words, tf }: Text): Float64Array | undefined {
  const met = metBy(r, tongue);
  return met && tf.map((share, k) => share * rarity(met.chapters, met.of(words[k]!.key)));
}

/** What was learned for the task; undefined as long as it is not. */
export function learnedBy({ learned, own }: Run, v: Setting, tongue: Tongue): Learned | undefined {
  return learned?.[tongue] ?? (own ? undefined : recorded[tongue].learned[v.task]);
}

/** The learned weight of each word, NaN where it was never met. */
export const weightsOf = ({ words }: Text, { weights }: Learned): Float64Array =>
  Float64Array.from(words, ({ key }) => (Object.hasOwn(weights, key) ? weights[key]! : NaN));

/** How sure the learned layer is that the answer is yes. */
export const yesOf = ({ words }: Text, learned: Learned): number =>
  sigmoid(
    scoreOf(
      words.map(({ key }) => key),
      learned,
    ),
  );

/** The word looked at: the last one where there are fewer. */
export const wordAt = ({ words }: Text, v: Setting): number => Math.min(words.length, v.word) - 1;
