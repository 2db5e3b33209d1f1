import { count, fail } from "../../numerics/check.ts";
import type { Generator } from "../../numerics/random.ts";

/** The tokens that the three students know: names, numbers, fillers and the question mark, in the order of their ids (tools/train/notes.py). */
export const [NAMES, NUMBERS, FILLERS] = [24, 24, 15];
export const [NUMBER, FILLER, ASK] = [NAMES, NAMES + NUMBERS, NAMES + NUMBERS + FILLERS];
export const VOCAB = ASK + 1;
/** Tokens of a lecture at most, and questions of an exam, as they were trained. */
export const [LECTURE, ASKED] = [160, 16];

/** What a lecture said of a name: its last number counts. */
export interface Fact {
  /** 0 … NAMES − 1 and 0 … NUMBERS − 1. */
  readonly name: number;
  readonly number: number;
  /** The token at which the number was last said, how often the name had one, and whether that was always the same. */
  readonly at: number;
  readonly times: number;
  readonly changed: boolean;
}

/** The facts of a lecture in the order in which they were last said: a name with a number right behind it. */
export function factsOf(tokens: ArrayLike<number>): readonly Fact[] {
  const facts = new Map<number, Fact>();
  for (let t = 1; t < tokens.length; t++) {
    const [name, number] = [tokens[t - 1]!, tokens[t]! - NUMBER];
    if (name >= NAMES || number < 0 || number >= NUMBERS) continue;
    const had = facts.get(name);
    facts.delete(name);
    const changed = had !== undefined && (had.changed || had.number !== number);
    facts.set(name, { name, number, at: t, times: (had?.times ?? 0) + 1, changed });
  }
  return [...facts.values()];
}

// #region lecture
/**
 * A lecture about K names: each is said with a number, a quarter of them a second time, half of those with another number; filler
 * stands between. As the students' training has it, of any length up to LECTURE where none is given. Throws where there is no room.
 */
export function lecture({ uniform }: Generator, K: number, length?: number): Int32Array {
  if (count("K", K) > NAMES) fail("K", `up to ${NAMES} names`, K);
  const below = (n: number) => Math.floor(uniform() * n);
  const names = shuffled(
    Array.from({ length: NAMES }, (_, i) => i),
    uniform,
  ).slice(0, K);
  const number = new Map(names.map((name) => [name, below(NUMBERS)]));
  const again = names.filter(() => uniform() < 0.25);
  const order = shuffled([...names, ...again], uniform);
  const least = 2 * order.length;
  const filler = count("length", length ?? least + below(LECTURE - least + 1)) - least;
  if (filler < 0) fail("length", `at least ${least} tokens`, length);
  const items = order.length + filler;
  const tokens: number[] = [];
  for (let left = order.length, k = 0, item = 0; item < items; item++) {
    if (uniform() * (items - item) >= left) {
      tokens.push(FILLER + below(FILLERS));
      continue;
    }
    const name = order[k]!;
    // said before: half of them get another number
    if (order.indexOf(name) < k && uniform() < 0.5)
      number.set(name, (number.get(name)! + 1 + below(NUMBERS - 1)) % NUMBERS);
    tokens.push(name, NUMBER + number.get(name)!);
    k++;
    left--;
  }
  return Int32Array.from(tokens);
}
// #endregion

/** The exam: every fact is asked for, in any order, from the first again where there are fewer than `asked`. */
export function exam<T>({ uniform }: Generator, facts: readonly T[], asked: number): readonly T[] {
  if (facts.length === 0) return [];
  const order = shuffled(facts, uniform);
  return Array.from({ length: asked }, (_, i) => order[i % order.length]!);
}

/** Lecture and exam as they are read: a question mark and the name, for each question. */
export function withExam(tokens: Int32Array, questions: readonly Fact[]): Int32Array {
  const all = new Int32Array(tokens.length + 2 * questions.length);
  all.set(tokens);
  questions.forEach(({ name }, i) => all.set([ASK, name], tokens.length + 2 * i));
  return all;
}

function shuffled<T>(items: readonly T[], uniform: () => number): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(uniform() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
