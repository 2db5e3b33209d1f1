import { readdirSync, readFileSync } from "node:fs";
import type { BookItem, Section } from "../../book.ts";
import { findAll, type Node } from "../../page.ts";
import type { Library } from "../library.ts";
import { addressOfPaper, references, type Reference } from "../references.ts";
import { between, facts } from "./nodes.ts";
import { addressOf, linkTo, placesIn, type Place } from "./places.ts";

/** Every paper of the course by its year, each with the steps that cite it and those whose figure takes numbers from it. */
export async function referencesSections(from: Library): Promise<Section[]> {
  const places = placesIn(from);
  const all = Object.entries(references).toSorted(
    ([, a], [, b]) => a.year - b.year || (a.authors[0]! < b.authors[0]! ? -1 : 1),
  );
  const decades = [...new Set(all.map(([, { year }]) => periodOf(year)))];
  return decades.map((period) => ({
    id: `from-${period}`,
    title: period === BEFORE ? from.word("before") : `${period}–`,
    body: [],
    entries: all
      .filter(([, { year }]) => periodOf(year) === period)
      .map(([key, paper]) => itemOf(key, paper, places, from)),
  }));
}

const BEFORE = 1900;
/** Deep state space models begin in 2020. */
const periodOf = (year: number): number => (year < 2020 ? BEFORE : 2020);

function itemOf(
  key: string,
  paper: Reference,
  places: readonly Place[],
  { word, root }: Library,
): BookItem {
  const { authors, year, title, venue, arxiv, doi } = paper;
  const href = addressOfPaper(paper);
  const cite = places.filter(({ step }) =>
    findAll(step.body, "a").some(([, a]) => a.href === href),
  );
  const shown = places.filter(
    ({ step, volume }) =>
      arxiv !== undefined &&
      step.figure !== undefined &&
      sourceOf(`${root}src/figures/${step.figure}`).includes(arxiv) &&
      // Once a chapter: its first step with that figure.
      places.find((p) => p.volume === volume && p.step.figure === step.figure)?.step === step,
  );
  const named = arxiv ? `arXiv ${arxiv}` : doi ? `doi ${doi}` : new URL(href).hostname;
  return {
    id: key,
    title: `${authors[0]} ${year}: ${title}`,
    head: [["span", { lang: "en" }, `${authors.join(", ")} (${year})`]],
    body: [
      ["p", { lang: "en" }, ["i", {}, title], `. ${venue ? `${venue}. ` : ""}`, link(href, named)],
      facts([
        [word("cited"), listOf(cite)],
        [word("figured"), listOf(shown)],
      ]),
    ],
  };
}

const link = (href: string, said: string): Node => ["a", { href }, said];

const listOf = (places: readonly Place[]): Node[] => {
  const once = places.filter(
    (p, k) => places.findIndex((q) => addressOf(q) === addressOf(p)) === k,
  );
  return between(once.map((place) => [linkTo(place)]));
};

const known = new Map<string, string>();
/** What the code of a figure says, in its own folder. */
function sourceOf(folder: string): string {
  const before = known.get(folder);
  if (before !== undefined) return before;
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  const source = files.map((file) => readFileSync(`${folder}/${file}`, "utf8")).join("\n");
  known.set(folder, source);
  return source;
}
