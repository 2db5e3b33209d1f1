import type { Node } from "../../page.ts";

/** Nodes as HTML, for what is put on a page without React. */
export const htmlOf = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => {
      if (typeof node === "string") return escape(node);
      const [tag, attributes, ...inside] = node;
      if (tag === "x-math") return `<span class="math">${attributes.html}</span>`;
      const written = Object.entries(attributes).map(
        ([key, value]) => ` ${key}="${escape(value)}"`,
      );
      return `<${tag}${written.join("")}>${htmlOf(inside)}</${tag}>`;
    })
    .join("");

const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** Parts with a mark between them. */
export const between = (parts: readonly (readonly Node[])[], mark: Node = ", "): Node[] =>
  parts.flatMap((part, k) => (k === 0 ? part : [mark, ...part]));

/** Rows of what is asked and what is so; those without an answer are left out. */
export const facts = (rows: readonly (readonly [asked: string, said: readonly Node[]])[]): Node => [
  "dl",
  {},
  ...rows
    .filter(([, said]) => said.length > 0)
    .map(([asked, said]): Node => ["div", {}, ["dt", {}, asked], ["dd", {}, ...said]]),
];
