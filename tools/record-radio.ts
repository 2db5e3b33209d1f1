// What chapter 130's figures `signals` and `pilot-gate` show before their receivers are there, and the errors that they were counted to make: npm run record:radio.
// Transmissions of a seed, the models of public/models in plain TypeScript; writes recorded.json of both.
import { readFileSync, writeFileSync } from "node:fs";
import { watch } from "../src/figures/pilot-gate/task.ts";
import { eachPart, type Part } from "../src/figures/pilot-gate/parts.ts";
import { settingOf } from "../src/kit/derive.ts";
import gateFigure from "../src/figures/pilot-gate/figure.ts";
import { RATIOS, trained } from "../src/figures/signals/compute.ts";
import { angleOf } from "../src/figures/signals/look.ts";
import { judge } from "../src/models/radio/judge.ts";
import { link } from "../src/models/radio/link.ts";
import { believed, listen } from "../src/models/radio/trained.ts";
import type { Card } from "../src/models/shipped/card.ts";
import { openTagger } from "../src/models/shipped/open.ts";

const setting = { snr: 15, a: 0.995, every: 16, seed: 9 };
const LINKS = 64;

function load(id: string) {
  const at = `public/models/${id}`;
  const card = JSON.parse(readFileSync(`${at}/card.json`, "utf8")) as Card;
  return openTagger(card, new Uint8Array(readFileSync(`${at}/weights.bin`)));
}

const both = { two: load(trained.two), three: load(trained.three) };
const l = link(setting, setting.seed);
const directions = believed(both.two, l);
const kept = {
  setting,
  said: Array.from(listen(both.two, l)).join(""),
  believed: Array.from({ length: l.L }, (_, t) => Math.round(angleOf(directions, t))),
  counted: RATIOS.map((snr) => judge({ ...setting, snr }, setting.seed, LINKS, both)),
};
writeFileSync("src/figures/signals/recorded.json", `${JSON.stringify(kept)}\n`);
kept.counted.forEach((count, k) => console.log(RATIOS[k], "dB", JSON.stringify(count)));

/** The figure as it is declared, watched to the end. */
function recordGate(): void {
  const v = settingOf(gateFigure);
  const at = "public/models/radio";
  const card = JSON.parse(readFileSync(`${at}/card.json`, "utf8")) as Card;
  const model = { card, bytes: new Uint8Array(readFileSync(`${at}/weights.bin`)) };
  const slices = watch(v, new AbortController().signal, { model });
  let step = slices.next();
  while (!step.done) step = slices.next();
  const { gates, forgotten } = { ...step.value.watched!, gates: step.value.watched!.gates! };
  const short = (x: number) => +x.toPrecision(4);
  const part = (name: Part) => ({
    A: gates[name].A,
    delta: Array.from(gates[name].delta, short),
    state: Array.from(gates[name].state, short),
    forgotten: forgotten[name].map(short),
  });
  const { snr, a, every, seed } = v;
  const gate = { setting: { snr, a, every, seed }, parts: eachPart(part) };
  writeFileSync("src/figures/pilot-gate/recorded.json", `${JSON.stringify(gate)}\n`);
  for (const [name, { forgotten: shares }] of Object.entries(gate.parts))
    console.log(name, "forgets", shares.join(" "));
}

recordGate();
