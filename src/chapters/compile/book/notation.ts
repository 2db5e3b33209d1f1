import { readdirSync, readFileSync } from "node:fs";
import { isSymbol } from "../../../notation.ts";
import { notation, type SymbolId } from "../../../symbols/table.ts";
import { symbolFacts } from "./symbolFacts.ts";
import type { BookItem, Section } from "../../book.ts";
import { equationsOf, findAll, type Node } from "../../page.ts";
import { namesIn } from "../equations.ts";
import type { Library, Volume } from "../library.ts";
import { renderForeign, renderInline } from "../math.ts";
import { between, facts, htmlOf } from "./nodes.ts";
import { linkTo, placesIn, type Place } from "./places.ts";

const math = (tex: string): Node => ["x-math", { html: renderInline(tex) }];
const foreign = (tex: string): Node => ["x-math", { html: renderForeign(tex) }];
/** A symbol without the index that u, h and y have in equations. */
const set = (id: SymbolId): Node => math(/^[uhy]$/.test(id) ? id : String.raw`\sy{${id}}`);

/** Every symbol of the course under the chapter that uses it first. */
export async function notationSections(from: Library): Promise<Section[]> {
  const names = await symbolNames(from);
  const first = await firstUses(from);
  const all = Object.keys(notation).filter(isSymbol);
  const under = (volume: Volume | undefined) =>
    all
      .filter((id) => first.get(id)?.volume === volume)
      .map((id) => itemOf(id, first, names, from));
  const sections = from.chapters.map((volume) => ({
    id: `in-${volume.slug}`,
    title: `${volume.number}. ${volume.page.short}`,
    body: [],
    entries: under(volume),
  }));
  const letters = all.flatMap((id): Node[] => [
    ["a", { href: `#${id}`, title: names(id), class: "letter-link" }, set(id)],
    " ",
  ]);
  return [
    { id: "all", title: from.word("all"), body: [["p", { class: "letters" }, ...letters]] },
    ...sections.filter(({ entries }) => entries.length > 0),
  ];
}

/** What a symbol is called in a library's language. */
export async function symbolNames({ content, tag }: Library): Promise<(id: SymbolId) => string> {
  const named = await namesIn(`${content}/${tag}/notation.json`);
  const all = Object.keys(notation);
  const { names } = named("", { name: "", html: "", live: "", symbols: all });
  return (id) => names[id]!;
}

function itemOf(
  id: SymbolId,
  first: ReadonlyMap<SymbolId, Place>,
  name: (id: SymbolId) => string,
  { word }: Library,
): BookItem {
  const { code, complex, tex } = notation[id];
  const { shape, unit, papers = {} } = symbolFacts[id];
  const twins = Object.keys(notation)
    .filter(isSymbol)
    .filter((other) => other !== id && notation[other].tex === tex);
  const place = first.get(id);
  const rows: [string, Node[]][] = [
    ["shape", [...shapeOf(shape, word), ...(complex ? [`, ${word("complex")}`] : [])]],
    ["unit", [word(`unit.${unit}`)]],
    ["papers", between(Object.entries(papers).map(([paper, t]) => [`${paper} `, foreign(t)]))],
    ["code", between(code.map((c): Node[] => [["code", {}, c]]))],
    ["twins", between(twins.map((t): Node[] => [["a", { href: `#${t}` }, name(t)]]))],
    ["first", place ? [linkTo(place)] : []],
  ];
  return {
    id,
    title: `${notation[id].letter ?? tex}: ${name(id)}`,
    head: [set(id), ["span", {}, name(id)]],
    body: [facts(rows.map(([key, said]) => [word(key), said]))],
  };
}

/** What a page says of a symbol that is pointed at: its name, shape and unit, and where to read on. */
export async function symbolNotes(from: Library): Promise<Record<string, string>> {
  const [name, first] = [await symbolNames(from), await firstUses(from)];
  const all = Object.keys(notation).filter(isSymbol);
  return Object.fromEntries(
    all.map((id) => {
      const { shape, unit } = symbolFacts[id];
      const place = first.get(id);
      return [
        id,
        htmlOf([
          ["p", { class: "noted" }, set(id), " ", ["b", {}, name(id)]],
          ["p", {}, `${from.word("shape")} `, ...shapeOf(shape, from.word)],
          ["p", {}, `${from.word("unit")} ${from.word(`unit.${unit}`)}`],
          ["p", {}, ["a", { href: `../notation/#${id}` }, from.word("more")]],
          ...(place ? [["p", {}, `${from.word("first")} `, linkTo(place)] as Node] : []),
        ]),
      ];
    }),
  );
}

const shapeOf = (shape: string, word: Library["word"]): Node[] =>
  shape === "number" ? [word("number")] : [math(shape)];

/** Where each symbol stands first in a text or its equations; or else beside a step, in its figure. */
async function firstUses(from: Library): Promise<ReadonlyMap<SymbolId, Place>> {
  const first = new Map<SymbolId, Place>();
  const note = (ids: readonly string[], place: Place) => {
    for (const id of ids) if (isSymbol(id) && !first.has(id)) first.set(id, place);
  };
  const places = placesIn(from);
  for (const place of places) {
    const { body } = place.step;
    note(
      findAll(body, "x-math").flatMap(([, { html }]) => symbolsIn(html!)),
      place,
    );
    for (const id of equationsOf(body)) note((await from.equation(id)).symbols, place);
  }
  for (const place of places) {
    if (!place.step.figure) continue;
    const { symbols, equations } = declaredIn(`${from.root}src/figures/${place.step.figure}`);
    note(symbols, place);
    for (const id of equations) note((await from.equation(id)).symbols, place);
  }
  return first;
}

const symbolsIn = (html: string): string[] =>
  [...html.matchAll(/data-symbol="(\w+)"/g)].map(([, id]) => id!);

/** The symbols that a figure's sliders and numbers stand for, and its equations, as its source declares them. */
function declaredIn(folder: string): { symbols: string[]; equations: string[] } {
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  const source = files.map((file) => readFileSync(`${folder}/${file}`, "utf8")).join("\n");
  const [, equations = ""] = /^ {2}equations: \[([^\]]*)\]/m.exec(source) ?? [];
  const named = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, id]) => id!);
  return {
    symbols: named(source, /symbol: "(\w+)"/g),
    equations: named(equations, /"([\w-]+)"/g),
  };
}
