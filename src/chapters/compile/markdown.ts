import type { Element, ElementContent } from "hast";
import type { Heading, Nodes, Root, RootContent } from "mdast";
import type { ContainerDirective, LeafDirective, TextDirective } from "mdast-util-directive";
import { toHast } from "mdast-util-to-hast";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import type { Node, Page, WrittenStep } from "../page.ts";
import { frontOf } from "./front.ts";
import { renderInline } from "./math.ts";

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkDirective)
  .use(remarkCjkFriendly);

const ours = new Set(["figure", "equation", "val", "predict", "quiz", "myth", "teacher"]);
type Directive = ContainerDirective | LeafDirective | TextDirective;
const isDirective = (n: Nodes): n is Directive => n.type.endsWith("Directive");

/** Compiles a chapter. Throws with file and reason on anything the page could not show. */
export function compilePage(source: string, file: string): Page {
  const tree = parser.parse(source) as Root;
  restoreColons(tree, source);
  const front = frontOf(source, file);
  const intro: RootContent[] = [];
  const steps: (Omit<WrittenStep, "body"> & { body: RootContent[] })[] = [];
  for (const node of tree.children) {
    if (node.type === "yaml") continue;
    const at = `${file}:${node.position?.start.line}`;
    if (node.type === "heading" && node.depth === 2) {
      steps.push({ ...headingOf(node, at), body: [] });
    } else if (node.type === "leafDirective" && node.name === "figure") {
      const step = steps.at(-1);
      if (!step) throw new Error(`${at}: a figure belongs to a step`);
      const { id, preset } = node.attributes ?? {};
      if (!id) throw new Error(`${at}: ::figure needs an id`);
      Object.assign(step, preset ? { figure: id, preset } : { figure: id });
    } else (steps.at(-1)?.body ?? intro).push(node);
  }
  const render = (nodes: RootContent[]) => nodes.flatMap((n) => toNodes(n, file));
  return {
    ...front,
    intro: render(intro),
    steps: steps.map((s) => ({ ...s, body: render(s.body) })),
  };
}

/** "3:1" and "10:30" are times and ratios, not directives: whatever is not ours goes back to text. */
function restoreColons(tree: Root, source: string): void {
  visit(tree, (node, index, parent) => {
    if (!isDirective(node) || ours.has(node.name) || !parent || index === undefined) return;
    const { start, end } = node.position!;
    parent.children[index] = {
      type: "text",
      value: source.slice(start.offset, end.offset),
    } as never;
  });
}

function headingOf(node: Heading, at: string): { id: string; title: string } {
  const text = node.children.map((c) => ("value" in c ? c.value : "")).join("");
  const match = /^(.*?)\s*\{#([a-z0-9-]+)\}\s*$/.exec(text);
  if (!match) throw new Error(`${at}: a step's heading ends in {#its-id}`);
  return { title: match[1]!, id: match[2]! };
}

function toNodes(node: Nodes, file: string): Node[] {
  if (isDirective(node)) return [directive(node, file)];
  const math = (value: string): Element => ({
    type: "element",
    tagName: "x-math",
    properties: { html: renderInline(value) },
    children: [],
  });
  const custom = (n: Directive): ElementContent => ({
    type: "element",
    tagName: "x-ready",
    properties: { node: directive(n, file) as never },
    children: [],
  });
  const hast = toHast(node as never, {
    handlers: {
      inlineMath: (_: unknown, n: { value: string }) => math(n.value),
      math: (_: unknown, n: { value: string }) => math(n.value),
      textDirective: (_: unknown, n: TextDirective) => custom(n),
      leafDirective: (_: unknown, n: LeafDirective) => custom(n),
      containerDirective: (_: unknown, n: ContainerDirective) => custom(n),
    },
  });
  return fromHast(hast as ElementContent);
}

function fromHast(node: ElementContent | { type: "root"; children: ElementContent[] }): Node[] {
  if (node.type === "text") return node.value === "\n" ? [] : [node.value];
  if (node.type === "root") return node.children.flatMap(fromHast);
  if (node.type !== "element") return [];
  if (node.tagName === "x-ready") return [node.properties.node as never];
  const attributes = Object.fromEntries(
    Object.entries(node.properties).map(([k, v]) => [k, String(v)]),
  );
  return [[node.tagName, attributes, ...node.children.flatMap(fromHast)]];
}

function directive(node: Directive, file: string): Node {
  const at = `${file}:${node.position?.start.line}`;
  const attributes = Object.fromEntries(
    Object.entries(node.attributes ?? {}).map(([k, v]) => [k, v ?? ""]),
  );
  if (node.name === "equation" || node.name === "val") {
    const key = node.name === "equation" ? "id" : "of";
    if (!attributes[key]) throw new Error(`${at}: ${node.name} needs {${key}=…}`);
    const stranger = Object.keys(attributes).find((k) => k !== key && k !== "still");
    if (stranger) throw new Error(`${at}: ${node.name} knows no {${stranger}}`);
    return [`x-${node.name}`, attributes];
  }
  const children = node.children as RootContent[];
  if (node.name === "myth" || node.name === "teacher")
    return [`x-${node.name}`, attributes, ...children.flatMap((n) => toNodes(n, file))];
  // predict and quiz: question, list of options, explanation
  const list = children.findIndex((n) => n.type === "list");
  const options = children[list];
  if (options?.type !== "list") throw new Error(`${at}: ${node.name} needs a list of options`);
  const answer = Number(attributes.answer);
  if (!(answer >= 1 && answer <= options.children.length))
    throw new Error(`${at}: answer must be one of 1 to ${options.children.length}`);
  const part = (name: string, nodes: RootContent[]): Node => [
    "x-part",
    { name },
    ...nodes.flatMap((n) => toNodes(n, file)),
  ];
  return [
    `x-${node.name}`,
    attributes,
    part("question", children.slice(0, list)),
    ...options.children.map((item) => part("option", inlineOnly(item.children))),
    part("why", children.slice(list + 1)),
  ];
}

/** An option is a phrase: the paragraph around it goes. */
const inlineOnly = (nodes: readonly RootContent[]): RootContent[] =>
  nodes.flatMap((n) => (n.type === "paragraph" ? n.children : [n]));
