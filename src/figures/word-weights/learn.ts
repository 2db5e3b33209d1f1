import type { Report } from "../../kit/task.ts";
import { sigmoid } from "../../models/s6Gate.ts";

/** A sentence of the lessons: its chapter, whether it is a question, its words. */
export interface Sentence {
  readonly chapter: number;
  readonly question: boolean;
  readonly words: readonly string[];
}

/** What was learned for a task: a weight for each word, and how often that is right of sentences that were held back. */
export interface Learned {
  readonly weights: Readonly<Record<string, number>>;
  readonly bias: number;
  readonly trained: number;
  /** Held-back sentences for which the answer is yes, and no; and how many of each were told right. */
  readonly yes: number;
  readonly no: number;
  readonly rightYes: number;
  readonly rightNo: number;
}

/** Every fifth sentence is held back; a word must be met so often in the others; steps of gradient descent, their size, and the pull to 0. */
export const HELD_BACK = 5;
export const LEAST_MET = 2;
export const STEPS = 300;
export const RATE = 4;
export const PULL = 0.002;

/** The training set as numbers: which words, how often each, what is wanted, and how much a sentence counts. */
function setOf(sentences: readonly Sentence[], wanted: (s: Sentence) => boolean) {
  const train = sentences.filter((_, k) => k % HELD_BACK !== 0);
  const met = new Map<string, number>();
  for (const { words } of train) for (const w of words) met.set(w, (met.get(w) ?? 0) + 1);
  const vocabulary = [...met].flatMap(([w, n]) => (n >= LEAST_MET ? [w] : []));
  const index = new Map(vocabulary.map((w, i) => [w, i]));
  const rows = train.map(({ words }) => words.flatMap((w) => index.get(w) ?? []));
  const labels = train.map((s) => Number(wanted(s)));
  const yes = labels.reduce((sum, x) => sum + x, 0);
  // Both answers count alike, however rare one is.
  const share = labels.map((x) => 0.5 / (x ? yes : train.length - yes));
  return { vocabulary, rows, labels, share };
}

/**
 * Logistic regression on the words of a sentence, from weights of zero, by full gradients: nothing in it is random. What it learns is the
 * linear layer by which S6 turns a token into Δ, were the tokens words and the task this one.
 */
export function* learn(
  sentences: readonly Sentence[],
  wanted: (s: Sentence) => boolean,
): Generator<Report<never>, Learned, undefined> {
  const { vocabulary, rows, labels, share } = setOf(sentences, wanted);
  const weights = new Float64Array(vocabulary.length);
  const slope = new Float64Array(vocabulary.length);
  let bias = 0;
  for (let n = 0; n < STEPS; n++) {
    // #region learn
    slope.set(weights.map((w) => PULL * w));
    let up = 0;
    rows.forEach((row, k) => {
      const score = row.reduce((sum, i) => sum + weights[i]!, bias);
      const off = (sigmoid(score) - labels[k]!) * share[k]!;
      for (const i of row) slope[i]! += off;
      up += off;
    });
    weights.forEach((w, i) => (weights[i] = w - RATE * slope[i]!));
    bias -= RATE * up;
    // #endregion
    if (n % 30 === 29) yield { done: (n + 1) / STEPS };
  }
  const known = Object.fromEntries(vocabulary.map((w, i) => [w, weights[i]!]));
  return { weights: known, bias, trained: rows.length, ...judged(sentences, wanted, known, bias) };
}

/** The score of a sentence: above 0 the answer is yes. Words that were never met say nothing. */
export const scoreOf = (
  words: readonly string[],
  { weights, bias }: Pick<Learned, "weights" | "bias">,
): number => words.reduce((sum, w) => sum + (Object.hasOwn(weights, w) ? weights[w]! : 0), bias);

function judged(
  sentences: readonly Sentence[],
  wanted: (s: Sentence) => boolean,
  weights: Readonly<Record<string, number>>,
  bias: number,
) {
  const held = sentences.filter((_, k) => k % HELD_BACK === 0);
  const right = (yes: boolean) => {
    const mine = held.filter((s) => wanted(s) === yes);
    return [
      mine.length,
      mine.filter((s) => scoreOf(s.words, { weights, bias }) > 0 === yes).length,
    ] as const;
  };
  const [[yes, rightYes], [no, rightNo]] = [right(true), right(false)];
  return { yes, no, rightYes, rightNo };
}
