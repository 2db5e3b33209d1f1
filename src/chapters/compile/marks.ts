import type { Nodes, Root, RootContent } from "mdast";
import type { ContainerDirective, LeafDirective, TextDirective } from "mdast-util-directive";
import { visit } from "unist-util-visit";
import { directives, isDirectiveName, type DirectiveName } from "../directives.ts";
import { Mistake, suggest } from "./mistake.ts";

export type DirectiveNode = ContainerDirective | LeafDirective | TextDirective;
export const isDirective = (n: Nodes): n is DirectiveNode => n.type.endsWith("Directive");

/** A directive or a link where it stands: what ids are checked by and languages are compared by. */
export interface Mark {
  readonly name: DirectiveName | "link";
  readonly line: number;
  /** The step it stands in; none among a chapter's opening words. */
  readonly step: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  /** How many options a question has. */
  readonly options?: number;
}

const colons = { in: ":", line: "::", block: ":::" } as const;
const shapes = { textDirective: "in", leafDirective: "line", containerDirective: "block" } as const;
const example = (name: DirectiveName) =>
  `${colons[directives[name].shape]}${name}${attributesAsked(name)}`;
const attributesAsked = (name: DirectiveName) => {
  const asked = Object.entries(directives[name].attributes).filter(([, a]) => a.required);
  return asked.length > 0 ? `{${asked.map(([key]) => `${key}=…`).join(" ")}}` : "";
};

/** A directive as its author wrote it, without its text. */
export const written = ({ name, attributes }: Pick<Mark, "name" | "attributes">): string => {
  if (name === "link") return `a link to ${attributes.href}`;
  const said = Object.entries(attributes).map(([k, v]) => (v === "" ? k : `${k}=${v}`));
  return `${colons[directives[name].shape]}${name}{${said.join(" ")}}`;
};

/** "3:1" and "10:30" are times and ratios, not directives: what is not ours goes back to text, unless it was meant to be ours. */
export function restoreColons(tree: Root, source: string, file: string): void {
  visit(tree, (node, index, parent) => {
    if (!isDirective(node) || isDirectiveName(node.name) || !parent || index === undefined) return;
    const { start, end } = node.position!;
    const names = Object.keys(directives);
    if (node.type !== "textDirective")
      throw new Mistake(
        file,
        start.line,
        `there is no directive “${node.name}”`,
        suggest(node.name, names),
      );
    const strange = Object.keys(node.attributes ?? {}).some((key) => ["of", "still"].includes(key));
    if (strange)
      throw new Mistake(
        file,
        start.line,
        `there is no directive “${node.name}”`,
        "write :val{of=…}",
      );
    parent.children[index] = {
      type: "text",
      value: source.slice(start.offset, end.offset),
    } as never;
  });
}

/** Every directive and link of a page in order, each checked against its rule. */
export function marksOf(tree: Root, file: string): Mark[] {
  const marks: Mark[] = [];
  let step: string | undefined;
  visit(tree, (node) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === "heading" && node.depth === 2)
      step = /\{#([a-z0-9-]+)\}/.exec(textOf(node))?.[1];
    if (node.type === "link")
      marks.push({ name: "link", line, step, attributes: { href: node.url } });
    if (isDirective(node)) marks.push({ ...checked(node, file), step });
  });
  return marks;
}

export const textOf = (node: Nodes): string =>
  "value" in node ? node.value : "children" in node ? node.children.map(textOf).join("") : "";

function checked(node: DirectiveNode, file: string): Omit<Mark, "step"> {
  const { line } = node.position!.start;
  const name = node.name as DirectiveName;
  const rule = directives[name];
  const wrong = (what: string, remedy: string) => new Mistake(file, line, what, remedy);
  if (shapes[node.type] !== rule.shape)
    throw wrong(`“${colons[shapes[node.type]]}${name}” does not exist`, `write ${example(name)}`);
  const attributes = Object.fromEntries(
    Object.entries(node.attributes ?? {}).map(([k, v]) => [k, v ?? ""]),
  );
  const known = Object.keys(rule.attributes);
  for (const [key, value] of Object.entries(attributes)) {
    const attribute = rule.attributes[key];
    if (!attribute) throw wrong(`${name} knows no {${key}}`, `remove it; ${suggest(key, known)}`);
    if (attribute.kind === "flag" && value !== "")
      throw wrong(`${name} takes {${key}} without a value`, `write {${key}} or leave it out`);
    if (attribute.kind !== "flag" && value === "")
      throw wrong(`${name} has an empty {${key}}`, `write {${key}=…} or leave it out`);
    if (attribute.beside && !(attribute.beside in attributes))
      throw wrong(
        `{${key}} of ${name} means something only beside {${attribute.beside}}`,
        `add {${attribute.beside}=…} or remove {${key}}`,
      );
  }
  for (const [key, { required }] of Object.entries(rule.attributes))
    if (required && !(key in attributes))
      throw wrong(`${name} has no {${key}}`, `write ${example(name)}`);
  if (label(node))
    throw wrong(`${name} has a [label], which nobody would see`, `write ${example(name)}`);
  return rule.holds === "question"
    ? { name, line, attributes, options: optionsOf(node, attributes, wrong) }
    : { name, line, attributes };
}

const label = (node: DirectiveNode): boolean =>
  node.type === "containerDirective"
    ? node.children.some(
        (n) => "data" in n && (n.data as { directiveLabel?: true })?.directiveLabel,
      )
    : node.children.length > 0;

/** A question block: what is asked, its options, why. */
export function question(node: DirectiveNode) {
  const children = node.children as RootContent[];
  const at = children.findIndex((n) => n.type === "list");
  const list = children[at];
  return {
    asked: children.slice(0, Math.max(0, at)),
    options: list?.type === "list" ? list.children : [],
    why: children.slice(at + 1),
  };
}

function optionsOf(
  node: DirectiveNode,
  { answer }: Readonly<Record<string, string>>,
  wrong: (what: string, remedy: string) => Mistake,
): number {
  const { asked, options, why } = question(node);
  if (options.length === 0)
    throw wrong(`${node.name} needs a list of options`, "write them as 1. … 2. …, one a line");
  if (!/^\d+$/.test(answer!) || Number(answer) < 1 || Number(answer) > options.length)
    throw wrong(`there is no option ${answer}`, `answer is one of 1 to ${options.length}`);
  if (asked.length === 0)
    throw wrong(`${node.name} asks nothing`, "write the question above the options");
  if (why.length === 0)
    throw wrong(`${node.name} explains nothing`, "write below the options why the answer is right");
  const texts = options.map((o) => textOf(o).trim());
  const twice = texts.find((text, k) => texts.indexOf(text) < k);
  if (twice !== undefined) throw wrong(`two options are “${twice}”`, "let options differ");
  return options.length;
}
