import type { Element, ElementContent } from "hast";
import type { Heading, Link, Nodes, Root, RootContent } from "mdast";
import { toHast, type State } from "mdast-util-to-hast";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { keptTogether } from "../../kit/format.ts";
import { directives, tagOf, type DirectiveName } from "../directives.ts";
import type { Node, Page, WrittenStep } from "../page.ts";
import { frontOf } from "./front.ts";
import { glued } from "./glued.ts";
import {
  isDirective,
  marksOf,
  question,
  restoreColons,
  textOf,
  type DirectiveNode,
  type Mark,
} from "./marks.ts";
import { renderInline } from "./math.ts";
import { addressOfPaper, cited, references, titleOfPaper } from "./references.ts";
import { typeset } from "./typeset.ts";
import { Mistake } from "./mistake.ts";

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkDirective)
  .use(remarkCjkFriendly);

/** A page with the places of its directives, which its reader does not need. */
export interface Compiled extends Page {
  readonly marks: readonly Mark[];
}

/** Compiles a chapter. Throws a Mistake on anything that the page could not show. */
export function compilePage(source: string, file: string): Compiled {
  const front = frontOf(source, file);
  const text = compileText(source, file);
  if (text.steps.length === 0)
    throw new Mistake(file, 1, "the page has no step", "begin one with ## Its title {#its-id}");
  return { ...front, ...text };
}

/** The text under a page's front matter: its opening words, then what stands under each heading. */
export function compileText(
  source: string,
  file: string,
): Pick<Compiled, "intro" | "steps" | "marks"> {
  const tree = parser.parse(source) as Root;
  restoreColons(tree, source, file);
  const marks = marksOf(tree, file);
  const intro: RootContent[] = [];
  const steps: (Omit<WrittenStep, "body"> & { body: RootContent[] })[] = [];
  for (const node of tree.children) {
    if (node.type === "yaml") continue;
    const step = steps.at(-1);
    if (node.type === "heading" && node.depth <= 2)
      steps.push({ ...headingOf(node, file, steps), body: [] });
    else if (isDirective(node) && node.name === "figure")
      Object.assign(step ?? {}, figureOf(node, step, file));
    else (step?.body ?? intro).push(node);
  }
  const render = (nodes: RootContent[]) => nodes.flatMap((n) => toNodes(n, file));
  return {
    intro: render(intro),
    steps: steps.map((s) => ({ ...s, body: render(s.body) })),
    marks,
  };
}

function headingOf(
  node: Heading,
  file: string,
  before: readonly { id: string }[],
): { id: string; title: string } {
  const line = node.position!.start.line;
  const [, title, id] = /^(.*?)\s*\{#([a-z0-9-]+)\}\s*$/.exec(textOf(node)) ?? [];
  if (node.depth === 1)
    throw new Mistake(file, line, "a page's title is in its front matter", "begin a step with ##");
  if (title === undefined || id === undefined)
    throw new Mistake(
      file,
      line,
      "this step has no id",
      "end its heading in {#its-id}: small letters, digits, hyphens",
    );
  if (before.some((s) => s.id === id))
    throw new Mistake(
      file,
      line,
      `a second step is named ${id}`,
      "give each step an id of its own",
    );
  return { id, title };
}

/** The figure that stands beside a step, with its setting there. */
function figureOf(
  node: DirectiveNode,
  step: { figure?: string } | undefined,
  file: string,
): Pick<WrittenStep, "figure" | "preset" | "controls"> {
  const { line } = node.position!.start;
  if (!step)
    throw new Mistake(file, line, "a figure belongs to a step", "write it under a ## heading");
  if (step.figure !== undefined)
    throw new Mistake(
      file,
      line,
      "this step has a figure already",
      "begin a new step for the second",
    );
  const { id, preset, controls } = node.attributes!;
  return { figure: id!, ...(preset ? { preset } : {}), ...(controls ? { controls } : {}) };
}

function toNodes(node: Nodes, file: string): Node[] {
  if (isDirective(node)) return [directive(node, file)];
  const math = (_: unknown, n: { value: string; position?: Nodes["position"] }): Element => ({
    type: "element",
    tagName: "x-math",
    properties: {
      html: typeset(n.value, file, n.position?.start.line, () => renderInline(n.value)),
    },
    children: [],
  });
  const custom = (_: unknown, n: DirectiveNode): ElementContent => ({
    type: "element",
    tagName: "x-ready",
    properties: { node: directive(n, file) as never },
    children: [],
  });
  const link = (state: State, n: Link): ElementContent => {
    const place = n.position?.start.line ?? 1;
    const { href, title } = leads(n, file, place);
    return {
      type: "element",
      tagName: "a",
      properties: { href, ...(title ? { title } : {}) },
      children: state.all(n) as ElementContent[],
    };
  };
  const hast = toHast(node as never, {
    handlers: {
      inlineMath: math,
      math,
      link,
      textDirective: custom,
      leafDirective: custom,
      containerDirective: custom,
    },
  });
  return fromHast(hast as ElementContent);
}

/** Where a link leads: a citation to its paper, with who, when and what where it is pointed at. */
function leads({ url }: Link, file: string, line: number): { href: string; title?: string } {
  const found = cited(url);
  if (!found) return { href: url };
  if ("wrong" in found) throw new Mistake(file, line, found.wrong, found.remedy);
  const paper = references[found.key]!;
  return { href: addressOfPaper(paper), title: titleOfPaper(paper) };
}

function fromHast(node: ElementContent | { type: "root"; children: ElementContent[] }): Node[] {
  if (node.type === "text") return node.value === "\n" ? [] : [keptTogether(node.value)];
  if (node.type === "root") return node.children.flatMap(fromHast);
  if (node.type !== "element") return [];
  if (node.tagName === "x-ready") return [node.properties.node as never];
  const attributes = Object.fromEntries(
    Object.entries(node.properties).map(([k, v]) => [k, String(v)]),
  );
  return [[node.tagName, attributes, ...glued(node.children).flatMap(fromHast)]];
}

/** A directive that has been checked, as an element of the page. */
function directive(node: DirectiveNode, file: string): Node {
  const name = node.name as DirectiveName;
  if (name === "figure")
    throw new Mistake(
      file,
      node.position!.start.line,
      "a figure stands beside a whole step",
      "move ::figure out of the block, to a line of its own under the heading",
    );
  const attributes = Object.fromEntries(
    Object.entries(node.attributes ?? {}).map(([k, v]) => [k, v ?? ""]),
  );
  const nodes = (of: readonly RootContent[]) => of.flatMap((n) => toNodes(n, file));
  if (directives[name].holds !== "question")
    return [tagOf(name), attributes, ...nodes(node.children as RootContent[])];
  const part = (named: string, of: readonly RootContent[]): Node => [
    "x-part",
    { name: named },
    ...nodes(of),
  ];
  const { asked, options, why } = question(node);
  return [
    tagOf(name),
    attributes,
    part("question", asked),
    ...options.map((item) => part("option", inlineOnly(item.children))),
    part("why", why),
  ];
}

/** An option is a phrase: the paragraph around it goes. */
const inlineOnly = (nodes: readonly RootContent[]): RootContent[] =>
  nodes.flatMap((n) => (n.type === "paragraph" ? n.children : [n]));
