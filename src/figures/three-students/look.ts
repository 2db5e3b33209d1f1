import { keeping } from "../../kit/keeping.ts";
import { NUMBERS } from "../../models/notes/lecture.ts";
import { answeredAt, questionAt, standing, type Run } from "./compute.ts";
import { decaysOf, heardAt, type Heard } from "./heard.ts";
import measured from "./measured.json" with { type: "json" };
import type { Setting } from "./params.ts";
import type { MambaLayer, Reading } from "./reading.ts";
import { CONTEXT, measuredAs, statesOf, type Student, TAPS } from "./students.ts";

/** What a student answers: the number, how probable that was to it, and how probable the right one. */
export interface Answer {
  readonly number: number;
  readonly share: number;
  readonly fair: number;
  readonly right: boolean;
}

const answersIn = keeping((r: Run, reading: Reading) => {
  const of = (student: Student) =>
    r.questions.map(({ number: wanted }, q): Answer => {
      const at = answeredAt(r, q) * NUMBERS;
      const row = reading[student].said.subarray(at, at + NUMBERS);
      const share = row.reduce((a, b) => Math.max(a, b));
      const number = row.indexOf(share);
      return { number, share, fair: row[wanted]!, right: number === wanted };
    });
  return { lstm: of("lstm"), transformer: of("transformer"), mamba: of("mamba") };
});

/** Their answers, those read here or the recorded ones; nothing before there are any. */
export const answersOf = (r: Run, student: Student): readonly Answer[] | undefined =>
  r.reading ? answersIn(r, r.reading)[student] : r.recorded?.answers[student];

/** How many of the questions asked up to token t a student has answered rightly. */
export const rightSoFar = (r: Run, student: Student, t: number): number =>
  answersOf(r, student)
    ?.slice(0, questionAt(r, t) + 1)
    .filter(({ right }) => right).length ?? NaN;

const fading = keeping(decaysOf);
const listened = keeping((layer: MambaLayer, t: number, N: number) =>
  heardAt(layer, fading(layer, N), t, N),
);
const layerOf = (v: Setting) => v.layer - 1;

/** What the Mamba keeps and hears at token t. */
export const mambaAt = (r: Run, v: Setting, t: number): Heard | undefined =>
  r.reading && listened(r.reading.mamba.layers[layerOf(v)]!, Math.floor(t), statesOf(v));

const written = keeping((cells: Float64Array, L: number) => {
  const H = cells.length / L;
  return Float64Array.from({ length: L }, (_, t) => {
    let sum = 0;
    for (let k = t * H; k < (t + 1) * H; k++) sum += (cells[k]! - (t > 0 ? cells[k - H]! : 0)) ** 2;
    return Math.sqrt(sum);
  });
});

/** By how much each token changed the LSTM's cells: the length of the difference. */
export const writtenIn = (r: Run): Float64Array | undefined =>
  r.reading ? written(r.reading.lstm.cells, r.ids.length) : r.recorded?.written;

/** What each row shows at token t: shares of what is looked at or heard, of the LSTM what it wrote at each token. */
export function rowAt(r: Run, v: Setting, student: Student, t: number): Float64Array | undefined {
  const now = Math.floor(t);
  const kept = r.recorded?.t === now && v.layer === 2 ? r.recorded : undefined;
  if (student === "lstm") return writtenIn(r)?.subarray(0, now + 1);
  if (student === "mamba") return mambaAt(r, v, now)?.shares ?? kept?.heard;
  if (!r.reading) return kept?.looks;
  const L = r.ids.length;
  const rows = r.reading.transformer.looks[layerOf(v)]!;
  return Float64Array.from(rows.subarray(now * L, now * L + now + 1));
}

/** The share of what is looked at or heard at token t that comes from where the standing question's number was said, or, of Mamba, from the tokens whose window holds it. */
export function fromFact(r: Run, v: Setting, student: "transformer" | "mamba", t: number): number {
  const q = standing(r, t);
  const row = rowAt(r, v, student, t);
  if (q < 0 || !row) return NaN;
  const { at } = r.questions[q]!;
  const until = student === "mamba" ? at + TAPS : at + 1;
  return row.subarray(at, until).reduce((a, b) => a + b, 0);
}

/** Whether a token is still in the Transformer's cache at token t. */
export const inCache = (token: number, t: number): boolean => token > Math.floor(t) - CONTEXT;

type Counts = readonly (readonly [number, number])[];
interface Measured {
  readonly parameters: number;
  readonly held: readonly [number, number];
  readonly names: Counts;
  readonly since: Counts;
  readonly each: Counts;
}
const found = measured.students as unknown as Readonly<Record<string, Measured>>;

/** What was measured on lectures that were held out: names, tokens since, and the chosen three. */
export const heldOut = {
  names: measured.names,
  since: measured.since,
  of: (student: Student, v: Setting): Measured => found[measuredAs(student, v)]!,
  all: found,
};

/** Whether what a student answers is withheld. */
export const hides = (withheld: ReadonlySet<string> | undefined, student: string): boolean =>
  [...(withheld ?? [])].some((name) => name === "picture" || name.toLowerCase().endsWith(student));

export const percent = ([right, of]: readonly [number, number]): number => (100 * right) / of;
