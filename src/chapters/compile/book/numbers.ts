import { existsSync, readFileSync } from "node:fs";
import type { BookItem, Section } from "../../book.ts";
import { SOURCE } from "../../language.ts";
import type { Node } from "../../page.ts";
import { tagsIn } from "../folders.ts";
import type { Library } from "../library.ts";
import { compileText } from "../markdown.ts";
import { titleOf } from "../searchable.ts";
import { checksOf, type Checks } from "./checksOf.ts";
import { between, facts } from "./nodes.ts";
import { linkTo, placesIn, type Place } from "./places.ts";

/** Every figure with its laws and what stands behind them, and what was measured, as the README has it. */
export async function numbersSections(from: Library): Promise<Section[]> {
  const checks = checksOf(from.root);
  const places = placesIn(from);
  const first = new Map<string, Place>();
  for (const place of places)
    if (place.step.figure && !first.has(place.step.figure)) first.set(place.step.figure, place);
  const figures = from.chapters.map((volume) => ({
    id: `in-${volume.slug}`,
    title: `${volume.number}. ${volume.page.short}`,
    body: [],
    entries: [...first]
      .filter(([, place]) => place.volume === volume)
      .map(([id, place]) => itemOf(id, place, checks(id), from)),
  }));
  return [
    ...figures.filter(({ entries }) => entries.length > 0),
    { id: "measured", title: from.word("measured"), body: measured(from) },
  ];
}

function itemOf(
  id: string,
  place: Place,
  { tests, references }: Checks,
  { root, content, tag, word }: Library,
): BookItem {
  const title = titleOf(root, tag, id);
  const laws = lawsOf(content, tag, id);
  return {
    id: `figure-${id}`,
    title,
    head: [["span", {}, title]],
    body: [
      ["ul", {}, ...laws.map((law): Node => ["li", {}, law])],
      facts([
        [word("step"), [linkTo(place)]],
        [
          word("against"),
          between(
            references.map((r) => [["span", { lang: SOURCE }, r]]),
            "; ",
          ),
        ],
        [word("tests"), between(tests.map((t) => [["code", {}, t]]))],
      ]),
    ],
  };
}

/**
 * The laws of a figure in a language. The English of its words is in every translation, where a test holds it to the figure's own:
 * they are read there, since to run all the figures would take a build as long again.
 */
function lawsOf(content: string, tag: string, id: string): string[] {
  const other = tagsIn(content).find((t) => t !== SOURCE && existsSync(wordsOf(content, t, id)));
  const file = wordsOf(content, tag === SOURCE ? (other ?? tag) : tag, id);
  if (!existsSync(file)) return [];
  const pairs = JSON.parse(readFileSync(file, "utf8")) as Record<string, [string, string]>;
  return Object.entries(pairs)
    .filter(([path]) => path.startsWith("laws."))
    .map(([, [english, mine]]) => (tag === SOURCE ? english : mine || english));
}

const wordsOf = (content: string, tag: string, id: string) =>
  `${content}/${tag}/figures/${id}.json`;

/** The README's section on what was measured: its only place. Cells that a language has words for are in its words. */
function measured({ root, content, tag }: Pick<Library, "root" | "content" | "tag">): Node[] {
  const readme = readFileSync(`${root}README.md`, "utf8");
  const [, section = ""] =
    /^## What was measured\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(readme) ?? [];
  const file = `${content}/${tag}/book/measured.json`;
  const words = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>)
    : {};
  const said = (text: string) => words[text] ?? text;
  const translated = section
    .trim()
    .split(/\n\n+/)
    // A link leads from the README into the project's folders, which are not on the site.
    .map((block) => block.replace(/\[([^\]]*)\]\((?!https:)[^)]*\)/g, "$1"))
    .map((block) =>
      block.startsWith("|")
        ? block
            .split("\n")
            .map((row) => row.replace(/(?<=\| )[^|]+(?= \|)/g, said))
            .join("\n")
        : said(block.replaceAll("\n", " ")),
    )
    .join("\n\n");
  return compileText(translated, "README.md").intro as Node[];
}
