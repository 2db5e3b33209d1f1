// How well chapter 120's students recall, by how much there was to remember and by how long ago it was said: npm run record:students.
// Lectures of a seed, the models of public/models in plain TypeScript; writes src/figures/three-students/measured.json.
import { readFileSync, writeFileSync } from "node:fs";
import { type Answered, heldOut, sit } from "../src/models/notes/judge.ts";
import type { Card } from "../src/models/shipped/card.ts";
import { openReader } from "../src/models/shipped/open.ts";

const ids = ["mamba", "mamba-4", "mamba-1", "transformer", "lstm", "lstm-wide"];
const names = [1, 4, 8, 12, 16, 20, 24];
/** Tokens since a number was last said, up to each; eight names in lectures four times as long as any that was trained on. */
const since = [40, 80, 120, 160, 240, 320, 480, 640];
const far = { seed: 122, lectures: 60, names: 8, length: 640, asked: 8 };
const crowded = { seed: 121, lectures: 24, length: 160 };

const counted = (answered: readonly Answered[]) => [
  answered.filter(({ right }) => right).length,
  answered.length,
];

function measure(id: string) {
  const folder = `public/models/notes-${id}`;
  const card = JSON.parse(readFileSync(`${folder}/card.json`, "utf8")) as Card;
  const student = openReader(card, new Uint8Array(readFileSync(`${folder}/weights.bin`)));
  const answered = sit(student, far);
  return {
    parameters: card.training["parameters"],
    held: counted(sit(student, heldOut)),
    names: names.map((K) => counted(sit(student, { ...crowded, names: K }))),
    since: since.map((to, k) => {
      const from = since[k - 1] ?? 0;
      return counted(answered.filter(({ distance: d }) => d > from && d <= to));
    }),
  };
}

const students = Object.fromEntries(
  ids.map((id) => {
    const found = measure(id);
    console.log(id, JSON.stringify(found));
    return [id, found];
  }),
);
const file = "src/figures/three-students/measured.json";
writeFileSync(file, `${JSON.stringify({ names, since, students }, null, 1)}\n`);
