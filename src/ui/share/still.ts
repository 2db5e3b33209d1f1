import { linesOf } from "../../draw/text.ts";
import { fontsOf } from "./fonts.ts";

/** What makes a picture's look and comes from the page's style sheets; a child has it from its parent. */
const HANDED_DOWN = [
  "fill",
  "fill-opacity",
  "fill-rule",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "font-variant-numeric",
  "letter-spacing",
  "text-anchor",
  "dominant-baseline",
  "paint-order",
  "visibility",
  "image-rendering",
  "marker-end",
] as const;
/** The same, of each element alone, and what it is where nothing is said. */
const OWN = { opacity: "1", display: "inline" } as const;
/** Room around a picture: a mark may stand over its edge. */
const MARGIN = 12;
const TYPE = 13;

export interface Wish {
  /** On the card's ground; transparent else. */
  readonly ground: boolean;
  /** Sentences under the picture, the first of them its title, the last an address. */
  readonly caption?: readonly string[] | undefined;
}

/** A picture that needs nothing beside itself. */
export interface Still {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** The picture in `host` with its looks and fonts written into it, without what only hands take hold of. */
export async function stillOf(host: Element, { ground, caption = [] }: Wish): Promise<Still> {
  const svg = host.querySelector("svg")!;
  const copy = withLooks(svg);
  for (const hand of copy.querySelectorAll(".surface, .hit")) hand.remove();
  copy.prepend(...[...host.querySelectorAll("canvas")].map((c) => imageOf(c, svg)));
  for (const node of [copy, ...copy.querySelectorAll("*")])
    for (const name of node.getAttributeNames())
      if (/^(class|tabindex|role|data-.*|aria-value.*)$/.test(name)) node.removeAttribute(name);
  const size = svg.viewBox.baseVal;
  const width = size.width + 2 * MARGIN;
  const card = getComputedStyle(host.closest(".figure")!);
  const words = captionOf(caption, size, card);
  copy.append(...words.lines);
  const height = size.height + 2 * MARGIN + words.height;
  const { x, y } = size;
  copy.setAttribute("viewBox", `${x - MARGIN} ${y - MARGIN} ${width} ${height}`);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("role", "img");
  if (ground) copy.style.setProperty("background", card.backgroundColor);
  const style = element("style", {});
  style.textContent = await fontsOf(copy);
  copy.prepend(style);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

/** A copy that carries what the page's style sheets say of each of its elements. */
function withLooks(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [there, here] = [svg, copy].map((s) => [s, ...s.querySelectorAll<SVGElement>("*")]);
  const computed = new Map(there!.map((node) => [node as Element, getComputedStyle(node)]));
  here!.forEach((node, k) => {
    const original = there![k]!;
    const style = computed.get(original)!;
    const above = original === svg ? undefined : computed.get(original.parentElement!);
    node.removeAttribute("style");
    for (const look of HANDED_DOWN) {
      const value = style.getPropertyValue(look);
      if (value !== above?.getPropertyValue(look) || node.hasAttribute(look))
        node.style.setProperty(look, value);
    }
    for (const [look, plain] of Object.entries(OWN)) {
      const value = style.getPropertyValue(look);
      if (value !== plain && (look !== "display" || value === "none"))
        node.style.setProperty(look, value);
    }
  });
  return copy;
}

/** Painted pixels that lie under the drawing, as a part of it. */
function imageOf(canvas: HTMLCanvasElement, svg: SVGSVGElement): Element {
  const whole = svg.getBoundingClientRect();
  const part = canvas.getBoundingClientRect();
  const { x, y, width } = svg.viewBox.baseVal;
  const unit = width / whole.width;
  const { imageRendering, opacity } = getComputedStyle(canvas);
  return element("image", {
    href: canvas.toDataURL(),
    x: x + (part.left - whole.left) * unit,
    y: y + (part.top - whole.top) * unit,
    width: part.width * unit,
    height: part.height * unit,
    preserveAspectRatio: "none",
    style: `image-rendering:${imageRendering};opacity:${opacity}`,
  });
}

/** The caption's lines under the picture and the height they take. */
function captionOf(caption: Wish["caption"] & {}, size: DOMRect, card: CSSStyleDeclaration) {
  const lines = caption.flatMap((text, k) =>
    broken(text, size.width).map((line) => ({ line, bold: k === 0 })),
  );
  const top = size.y + size.height + MARGIN + TYPE;
  return {
    height: lines.length > 0 ? MARGIN + lines.length * TYPE * 1.45 : 0,
    lines: lines.map(({ line, bold }, k) => {
      const text = element("text", {
        x: size.x,
        y: top + k * TYPE * 1.45,
        style: `fill:${card.color};font-family:${card.fontFamily.replaceAll('"', "'")};font-size:${TYPE}px;font-weight:${bold ? 620 : 400}`,
      });
      text.textContent = line;
      return text;
    }),
  };
}

/** Lines of a text; an address has no blanks to break it at. */
function broken(text: string, width: number): string[] {
  const most = Math.floor(width / (0.62 * TYPE));
  return linesOf(text, width, TYPE).flatMap((line) =>
    /\S/.test(line) && !line.includes(" ") && line.length > most
      ? (line.match(new RegExp(`.{1,${most}}`, "g")) ?? [])
      : [line],
  );
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
