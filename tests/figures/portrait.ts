import type { Figure, Moment } from "../../src/kit/figure.ts";
import type { Words } from "../../src/kit/derive.ts";
import type { Params, Values } from "../../src/kit/param.ts";
import { lastStep } from "./everyFigure.ts";

export type AnyMoment = Moment<Values<Params>, unknown>;

/** A view on an element of its own, at one of the two widths it is drawn for; in its own words, or a translation's. */
export function stageOf(f: Figure, compact: boolean, words?: Words) {
  const host = document.body.appendChild(document.createElement("div"));
  const say = (phrase: string) => {
    if (!Object.hasOwn(f.phrases, phrase)) throw new Error(`${f.id}: no phrase named ${phrase}`);
    return words?.(`phrases.${phrase}`) ?? f.phrases[phrase]!;
  };
  const nothing = () => undefined;
  const view = f.view({ host, compact, say, set: nothing, seek: nothing });
  /** A weak reference keeps what it names until the event loop turns, and happy-dom makes one for what it finds: no picture would be freed. */
  const leave = () => {
    view.destroy();
    host.remove();
    return new Promise<void>((turned) => setImmediate(turned));
  };
  return { host, view, leave };
}

/** First, middle, between two steps, last. */
export function momentsOf(f: Figure, values: Values<Params>): AnyMoment[] {
  const result = f.compute(values);
  const end = lastStep(f, result, values);
  const places = [0, Math.floor(end / 2), end / 2 + (end > 0 ? 0.25 : 0), end];
  return places.map((t) => ({ result, values, t, ghost: undefined }));
}

/** Faster by ten than `children` is in happy-dom. */
function childrenOf(node: Element): Element[] {
  const found: Element[] = [];
  node.childNodes.forEach((child) => {
    if (child.nodeType === 1) found.push(child as Element);
  });
  return found;
}

const hidden = (node: Element) =>
  node.getAttribute("display") === "none" || node.getAttribute("opacity") === "0";

/** Numbers as the eye has them: tenths of a unit, so that another processor's last digit changes nothing. */
const rounded = (text: string) =>
  text.replace(/-?\d+(\.\d+)?(e-?\d+)?/g, (n) => String(Math.round(+n * 10) / 10 || 0));

const told = ({ name, value }: Attr): string => {
  // A class list is a set: the order in which names were switched on is not seen.
  if (name === "class") return `class="${value.split(" ").filter(Boolean).toSorted().join(" ")}"`;
  const words = name.startsWith("aria-") || name === "id" || name.startsWith("data-");
  return `${name}="${words ? value.replaceAll("<", "&lt;") : rounded(value)}"`;
};

/** The picture as SVG, one line an element, one space a level; what is hidden, or draws nothing yet, is left out. */
export function portrait(node: Element, depth = 0): string[] {
  const name = node.nodeName.toLowerCase();
  const empty = name === "path" ? !node.getAttribute("d") : name === "text" && !node.textContent;
  if (hidden(node) || empty) return [];
  const attributes = [...node.attributes]
    .filter(({ value }) => value !== "")
    .map(told)
    .toSorted();
  const open = `${" ".repeat(depth)}<${[name, ...attributes].join(" ")}`;
  const children = childrenOf(node);
  const text = children.length === 0 ? node.textContent : "";
  if (text) return [`${open}>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</${name}>`];
  const inside = children.flatMap((child) => portrait(child, depth + 1));
  return inside.length === 0
    ? [`${open}/>`]
    : [`${open}>`, ...inside, `${" ".repeat(depth)}</${name}>`];
}

/** All that is shown at once: the elements of a picture that are neither hidden nor within something hidden, nor set apart. */
export function shown(node: Element, apart: (node: Element) => boolean = () => false): Element[] {
  const found: Element[] = [];
  const look = (at: Element) => {
    if (hidden(at) || apart(at)) return;
    found.push(at);
    childrenOf(at).forEach(look);
  };
  look(node);
  return found;
}
