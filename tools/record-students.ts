// How well chapter 120's students recall, by how much there was to remember and by how long ago it was said: npm run record:students.
// Lectures of a seed, the models of public/models in plain TypeScript; writes src/figures/three-students/measured.json, and recorded.json,
// what the figure shows before the models are there (npm run record:students recorded: that alone).
import { readFileSync, writeFileSync } from "node:fs";
import { type Answered, heldOut, sit } from "../src/models/notes/judge.ts";
import { run, type Run } from "../src/figures/three-students/compute.ts";
import figure from "../src/figures/three-students/figure.ts";
import { answersOf, rowAt } from "../src/figures/three-students/look.ts";
import type { Came } from "../src/figures/three-students/reading.ts";
import { idOf, type Student, students } from "../src/figures/three-students/students.ts";
import { readLecture } from "../src/figures/three-students/task.ts";
import { settingOf } from "../src/kit/derive.ts";
import { NAMES } from "../src/models/notes/lecture.ts";
import type { Card } from "../src/models/shipped/card.ts";
import { openReader } from "../src/models/shipped/open.ts";

const folder = "src/figures/three-students";
const ids = ["mamba", "mamba-4", "mamba-1", "transformer", "lstm", "lstm-wide"];
const names = [1, 4, 8, 12, 16, 20, 24];
/** Tokens since a number was last said, up to each; eight names in lectures four times as long as any that was trained on. */
const since = [80, 160, 240, 320, 480, 640];
const far = { seed: 122, lectures: 60, names: 8, length: 640, asked: 8 };
/** Which of the 24 names: lectures about twelve. */
const each = { seed: 123, lectures: 60, names: 12, length: 160, asked: 12 };
const crowded = { seed: 121, lectures: 24, length: 160 };

const counted = (answered: readonly Answered[]) => [
  answered.filter(({ right }) => right).length,
  answered.length,
];

function measure(id: string) {
  const at = `public/models/notes-${id}`;
  const card = JSON.parse(readFileSync(`${at}/card.json`, "utf8")) as Card;
  const student = openReader(card, new Uint8Array(readFileSync(`${at}/weights.bin`)));
  const answered = sit(student, far);
  const named = sit(student, each);
  return {
    parameters: card.training["parameters"],
    held: counted(sit(student, heldOut)),
    names: names.map((K) => counted(sit(student, { ...crowded, names: K }))),
    since: since.map((to, k) => {
      const from = since[k - 1] ?? 0;
      return counted(answered.filter(({ distance: d }) => d > from && d <= to));
    }),
    each: Array.from({ length: NAMES }, (_, id) =>
      counted(named.filter(({ name }) => name === id)),
    ),
  };
}

function measureAll(): void {
  const students = Object.fromEntries(
    ids.map((id) => {
      const found = measure(id);
      console.log(id, JSON.stringify(found));
      return [id, found];
    }),
  );
  writeFileSync(
    `${folder}/measured.json`,
    `${JSON.stringify({ names, since, students }, null, 1)}\n`,
  );
}

/** The figure as it is declared, read to the end. */
function record(): void {
  const v = settingOf(figure);
  const models = Object.fromEntries(
    students.map((student) => {
      const at = `public/models/${idOf(student, v)}`;
      const card = JSON.parse(readFileSync(`${at}/card.json`, "utf8")) as Card;
      return [student, { card, bytes: new Uint8Array(readFileSync(`${at}/weights.bin`)) }];
    }),
  ) as Record<Student, Came>;
  const slices = readLecture(v, new AbortController().signal, { models });
  let step = slices.next();
  while (!step.done) step = slices.next();
  const r: Run = { ...run(v), ...step.value };
  const t = r.ids.length - 1;
  const short = (x: number) => +x.toFixed(4);
  const row = (student: Student) => Array.from(rowAt(r, v, student, t)!, short);
  const answers = (student: Student) =>
    answersOf(r, student)!.map(({ number, share, fair, right }) => [
      number,
      short(share),
      short(fair),
      Number(right),
    ]);
  const kept = {
    names: v.names,
    length: v.length,
    seed: v.seed,
    t,
    answers: Object.fromEntries(students.map((student) => [student, answers(student)])),
    looks: row("transformer"),
    heard: row("mamba"),
    written: row("lstm"),
  };
  writeFileSync(`${folder}/recorded.json`, `${JSON.stringify(kept)}\n`);
  console.log(JSON.stringify(kept.answers));
}

if (process.argv[2] !== "recorded") measureAll();
record();
