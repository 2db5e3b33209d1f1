import { readFileSync } from "node:fs";
import MiniSearch from "minisearch";
import type { BookPage } from "../book.ts";
import { folderParts } from "../course.ts";
import { tagOf } from "../directives.ts";
import { SOURCE } from "../language.ts";
import { equationsOf, findAll, type EquationMath, type Node, type Page } from "../page.ts";
import { indexing, type Found } from "../terms.ts";
import { unitsIn } from "./folders.ts";
import { languageIn } from "./lacks.ts";
import type { Library } from "./library.ts";

/** A step as it is searched: what a result shows, and what it is also found by. */
export interface Searched extends Found {
  readonly key: string;
  /** The equations of the step with their symbols, and its figure. */
  readonly names: string;
  /** What is found but not shown: why an answer is right, and the notes to the teacher. */
  readonly more: string;
}

/** The steps of a chapter as they are searched. `said` names an equation, `titled` a figure, in the page's language. */
export async function searchedIn(
  folder: string,
  page: Page,
  said: (equation: string) => Promise<EquationMath>,
  titled: (figure: string) => string,
): Promise<Searched[]> {
  const { slug } = folderParts(folder)!;
  const intro = { id: "", title: page.title, body: page.intro };
  return Promise.all(
    [intro, ...page.steps].map(async (step) => {
      const equations = await Promise.all(equationsOf(step.body).map(said));
      const named = equations.flatMap(({ name, names }) => [name, ...Object.values(names)]);
      const figure = "figure" in step && step.figure ? titled(step.figure) : "";
      const secret = [...findAll(step.body, tagOf("teacher")), ...whys(step.body)];
      return {
        key: `${slug}#${step.id}`,
        slug,
        id: step.id,
        chapter: page.short,
        title: step.title,
        names: [figure, ...named].join("; "),
        text: plain(step.body.filter((n) => n[0] !== tagOf("teacher"))),
        more: plain(secret.map((n) => ["div", {}, ...(n.slice(2) as Node[])] as Node)),
      };
    }),
  );
}

/** What a language's chapters, the pages of its book and of its parts say, as the browser reads it. */
export async function searchIndex(
  from: Library,
  bookOf: (content: string, lang: string, unit: string) => Promise<BookPage>,
): Promise<string> {
  const { root, content, tag } = from;
  const steps = from.chapters.map(({ folder, lang, page }) =>
    searchedIn(
      folder,
      page,
      (id) => from.equation(id, lang),
      (id) => titleOf(root, lang, id),
    ),
  );
  const { lacks } = languageIn(content, tag, []);
  const pages = unitsIn(content).map(async (unit) => {
    const lang = lacks.includes(unit) ? SOURCE : tag;
    const { slug } = folderParts(unit.split("/")[1]!)!;
    return searchedInBook(slug, await bookOf(content, lang, unit));
  });
  return indexOf((await Promise.all([...steps, ...pages])).flat());
}

/** The sections of a page of the book as they are searched, and what is looked up in them. */
export function searchedInBook(slug: string, page: BookPage): Searched[] {
  const intro = { id: "", title: page.title, body: page.intro };
  const places = [intro, ...page.sections.flatMap((s) => [s, ...(s.entries ?? [])])];
  return places
    .filter(({ body }) => body.length > 0)
    .map(({ id, title, body }) => ({
      key: `${slug}#${id}`,
      slug,
      id,
      chapter: page.short,
      title,
      names: "",
      text: plain(body),
      more: "",
    }));
}

/** Why an answer is right would give it away: a result does not show it. */
const whys = (body: readonly Node[]) =>
  findAll(body, "x-part").filter(([, { name }]) => name === "why");

const blocks = new Set(["p", "li", "td", "th", "div", "dt", "x-part"]);

/** What a text says, without its code and its markup. */
function plain(nodes: readonly Node[]): string {
  const said = nodes.map((n): string => {
    if (typeof n === "string") return n;
    const [tag, attributes, ...inside] = n;
    if (tag === "x-part" && attributes.name === "why") return "";
    if (tag === "x-math") return lettersOf(attributes.html!);
    return plain(inside) + (blocks.has(tag) ? " " : "");
  });
  return said.join("").replace(/\s+/g, " ");
}

/** The letters of a formula as they are seen, without their copy for screen readers. */
const lettersOf = (html: string) =>
  html
    .replace(/<math[ >].*?<\/math>/gs, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&[a-z]+;/g, " ");

/** A figure's title in a language, from its words there or from the figure itself. */
export function titleOf(root: string, tag: string, figure: string): string {
  const overlay = `${root}content/${tag}/figures/${figure}.json`;
  try {
    const words = JSON.parse(readFileSync(overlay, "utf8")) as Record<string, [string, string]>;
    if (words.title?.[1]) return words.title[1];
  } catch {
    // English, or not translated yet
  }
  const source = readFileSync(`${root}src/figures/${figure}/figure.ts`, "utf8");
  return /^ {2}title:\s*"(.*)",$/m.exec(source)?.[1] ?? "";
}

/** The index of a language, as the browser reads it. */
export function indexOf(steps: readonly Searched[]): string {
  const index = new MiniSearch<Searched>({
    ...indexing,
    fields: [...indexing.fields],
    storeFields: [...indexing.storeFields],
  });
  index.addAll(steps);
  return JSON.stringify(index);
}
