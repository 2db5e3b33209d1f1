import { Refusal, type Report } from "../../kit/task.ts";
import type { Sentence } from "./learn.ts";
import { tongues, type Tongue } from "./split.ts";

/** The lessons in one language, sentence by sentence. */
export interface Corpus {
  readonly chapters: readonly string[];
  readonly sentences: readonly Sentence[];
}

export type Corpora = Readonly<Record<Tongue, Corpus>>;

/** The lessons as tools/course-words.ts wrote them down. Refuses with a phrase where they do not come, or are not what they should be. */
export async function* fetchTexts(
  stop: AbortSignal,
): AsyncGenerator<Report<never>, Corpora, undefined> {
  const found: Partial<Record<Tongue, Corpus>> = {};
  for (const [k, tongue] of tongues.entries()) {
    found[tongue] = await fetchOne(tongue, stop);
    yield { done: (k + 1) / tongues.length };
  }
  return found as Corpora;
}

async function fetchOne(tongue: Tongue, signal: AbortSignal): Promise<Corpus> {
  const answer = await fetch(`${import.meta.env.BASE_URL}data/words-${tongue}.json`, {
    signal,
  }).catch(() => undefined);
  if (!answer?.ok) throw new Refusal("missing");
  try {
    return corpusOf(await answer.json());
  } catch {
    throw new Refusal("damaged");
  }
}

/** Throws where the file is none of ours. */
export function corpusOf(json: unknown): Corpus {
  const { chapters, sentences } = json as {
    chapters: string[];
    sentences: [number, number, string][];
  };
  const read = sentences.map(([chapter, question, words]): Sentence => {
    if (chapters[chapter] === undefined) throw new RangeError("a sentence of no chapter");
    return { chapter, question: question === 1, words: words.split(" ") };
  });
  return { chapters, sentences: read };
}

/** In how many chapters each word stands. */
export function chaptersWith({ sentences }: Corpus): ReadonlyMap<string, number> {
  const found = new Map<string, Set<number>>();
  for (const { chapter, words } of sentences)
    for (const word of words) {
      const known = found.get(word) ?? new Set();
      found.set(word, known.add(chapter));
    }
  return new Map([...found].map(([word, chapters]) => [word, chapters.size]));
}
