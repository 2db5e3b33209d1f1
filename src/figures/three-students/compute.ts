import { keeping } from "../../kit/keeping.ts";
import { ASKED, exam, type Fact, factsOf, lecture, withExam } from "../../models/notes/lecture.ts";
import { generator } from "../../numerics/random.ts";
import type { Setting } from "./params.ts";
import type { Came, Reading } from "./reading.ts";
import { type Recorded, recordedFor } from "./recorded.ts";
import type { Student } from "./students.ts";
import { tokensOf } from "./tokens.ts";

/** A lecture and what is asked about it. */
export interface Session {
  /** Lecture and exam as they are read, and how many tokens of these are the lecture. */
  readonly ids: Int32Array;
  readonly lecture: number;
  readonly facts: readonly Fact[];
  readonly questions: readonly Fact[];
}

export interface Run extends Session {
  readonly recorded?: Recorded;
  /** What the tasks add. */
  readonly models?: Readonly<Record<Student, Came>>;
  readonly reading?: Reading;
}

/** The lecture of a setting with its exam: every fact once, sixteen at most. */
export function sessionOf(v: Setting): Session {
  const random = generator(v.seed);
  const tokens = v.source === "own" ? tokensOf(v.own) : lecture(random, v.names, v.length);
  const facts = factsOf(tokens);
  const questions = exam(random, facts, Math.min(ASKED, facts.length));
  return { ids: withExam(tokens, questions), lecture: tokens.length, facts, questions };
}

const session = keeping(
  (source: Setting["source"], own: string, names: number, length: number, seed: number) =>
    sessionOf({ source, own, names, length, seed } as Setting),
);

export function run(v: Setting): Run {
  const recorded = recordedFor(v);
  return {
    ...session(v.source, v.own, v.names, v.length, v.seed),
    ...(recorded && { recorded }),
  };
}

/** The question whose name has been read last at token t; −1 before the first. */
export function questionAt({ lecture: L, questions }: Session, t: number): number {
  const q = Math.floor((Math.floor(t) - L - 1) / 2);
  return Math.min(q, questions.length - 1) < 0 ? -1 : Math.min(q, questions.length - 1);
}

/** The token at which a question is answered. */
export const answeredAt = ({ lecture: L }: Session, question: number): number =>
  L + 2 * question + 1;

/** The question that stands at token t: it has been answered there and nothing else has been asked yet. */
export const standing = (r: Session, t: number): number => {
  const q = questionAt(r, t);
  return q >= 0 && Math.floor(t) === answeredAt(r, q) ? q : -1;
};
