import { generator } from "../../numerics/random.ts";
import type { Reader } from "../shipped/open.ts";
import { ASKED, exam, factsOf, lecture, NAMES, NUMBER, NUMBERS, withExam } from "./lecture.ts";

/** One answered question of a lecture that was held out. */
export interface Answered {
  /** Names in the lecture, and the one asked for. */
  readonly names: number;
  readonly name: number;
  /** Tokens from the number's last mention to the name in the question. */
  readonly distance: number;
  readonly right: boolean;
}

/** The number that is most probable after a token, 0 … NUMBERS − 1: other tokens are no answer. */
export function answerOf(logits: ArrayLike<number>): number {
  let best = 0;
  for (let k = 1; k < NUMBERS; k++) if (logits[NUMBER + k]! > logits[NUMBER + best]!) best = k;
  return best;
}

/** What a sitting is about; lectures of any length and any number of names, as in training, where none is given. */
export interface Sitting {
  readonly seed: number;
  readonly lectures: number;
  readonly names?: number;
  readonly length?: number;
  /** Questions after each lecture. */
  readonly asked?: number;
}

/** A student reads lectures of a seed and is asked after each: all its answers. */
export function sit(student: Reader, { seed, lectures, asked = ASKED, ...given }: Sitting) {
  const random = generator(seed);
  const answered: Answered[] = [];
  for (let k = 0; k < lectures; k++) {
    const names = given.names ?? 1 + Math.floor(random.uniform() * NAMES);
    const tokens = lecture(random, names, given.length);
    const questions = exam(random, factsOf(tokens), asked);
    student.reset();
    withExam(tokens, questions).forEach((id, t) => {
      const logits = student.read(id);
      const q = (t - tokens.length - 1) / 2;
      if (q < 0 || !Number.isInteger(q)) return;
      const { at, name, number } = questions[q]!;
      answered.push({ names, name, distance: t - at, right: answerOf(logits) === number });
    });
  }
  return answered;
}

/** The sitting that a card's figure is from. */
export const heldOut: Sitting = { seed: 120, lectures: 256 };

/** The share that was right. */
export const shareRight = (answered: readonly Answered[]): number =>
  answered.filter(({ right }) => right).length / answered.length;
