// What chapter 130's figure `signals` shows before its receivers are there, and the errors that they were counted to make: npm run record:radio.
// Transmissions of a seed, the models of public/models in plain TypeScript; writes src/figures/signals/recorded.json.
import { readFileSync, writeFileSync } from "node:fs";
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
