// How well chapter 130's watchers of films do, shipped weights on films of a seed: npm run record:film. Writes
// src/figures/video-events/measured.json.
import { readFileSync, writeFileSync } from "node:fs";
import { type Given, judgeFilms } from "../src/models/film/judge.ts";
import { openWatcher } from "../src/models/film/watcher.ts";
import type { Card } from "../src/models/shipped/card.ts";

const watchers = ["film", "film-static"].map((id) => {
  const folder = new URL(`../public/models/${id}/`, import.meta.url);
  const card = JSON.parse(readFileSync(new URL("card.json", folder), "utf8")) as Card;
  return openWatcher(card, readFileSync(new URL("weights.bin", folder)));
});
const SEED = 130;

function measure(films: number, given: Given) {
  const [selective, fixed] = judgeFilms(watchers, SEED, films, given);
  const { glyphs } = selective!;
  const pair = (key: "named" | "whole") => [selective![key], fixed![key]];
  return { films, glyphs, named: pair("named"), whole: pair("whole") };
}

const noises = Array.from({ length: 11 }, (_, k) => k / 10);
const measured = {
  seed: SEED,
  any: measure(500, {}),
  four: noises.map((noise) => ({ noise, ...measure(100, { count: 4, lasts: 1, noise }) })),
};
writeFileSync(
  new URL("../src/figures/video-events/measured.json", import.meta.url),
  `${JSON.stringify(measured, undefined, 1)}\n`,
);
