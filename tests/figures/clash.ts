import { box, type Box } from "../../src/draw/box.ts";
import { widthOf } from "../../src/draw/text.ts";
import { extent, flat, placing, type Point } from "./geometry.ts";
import { shown } from "./portrait.ts";

/** Sizes of the pictures' type by class, as the style sheets have them: on a wide picture, on a narrow one. */
const SIZES: readonly (readonly [look: string, wide: number, narrow: number])[] = [
  ["letter.small", 16, 16],
  ["formula.plain", 16, 16],
  ["value.large", 19, 19],
  ["sign", 20, 20],
  ["formula", 19, 19],
  ["letter", 19, 19],
  ["verdict", 15, 15],
  ["sum", 12.5, 13.5],
  ["value", 12.5, 13.5],
  ["tick", 12, 13.5],
];
/** What is no curve: grounds, areas, axes and the line of now, which words may stand on. */
const GROUND =
  /^(axis|cursor|share|fan|cloud|field|region|stable|cell|bars?|band|column|hill-\w+|parted|range|hit|(?:live|text)-heat|text-(?:band|area|stretch)|arrow-head|speech-band|above|beyond|body|spine|later|learnt|learnt-edge)$/;

/** What is defined or said is not drawn; what is cut by its frame may reach beyond it. */
const APART = /^(defs|clipPath|title)$/;

const names = (node: Element) => new Set((node.getAttribute("class") ?? "").split(" "));

/**
 * The box of a text's letters by the widths of the type, its capitals and what hangs below the line. Left and right edges of
 * 130 labels of six pictures beside Chromium's getBoundingClientRect with Inter: median off by 0.1 units, nine in ten by
 * less than 2, the worst by 7 (small figures of an exponent, runs of spaces), nearly always to the wide side.
 */
export function textBox(node: Element, narrow: boolean): Box {
  const own = names(node);
  const found = SIZES.find(([look]) => look.split(".").every((name) => own.has(name)));
  const size = found?.[narrow ? 2 : 1] ?? 12;
  const { width, below } = measured(node, size);
  const [x, y] = ["x", "y"].map((k) => Number(node.getAttribute(k) ?? 0)) as [number, number];
  const anchor = own.has("value") ? "middle" : (node.getAttribute("text-anchor") ?? "start");
  const left = x - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
  const low = /[gjpqyç,;()ₐ-ₜ]/.test(node.textContent) ? 0.2 : 0.02;
  const [top, bottom] = [y - 0.74 * size, y + below + low * size];
  const move = placing(node);
  const corners: Point[] = [
    [left, top],
    [left + width, top],
    [left + width, bottom],
    [left, bottom],
  ];
  return box(extent(corners.map(move)));
}

/** The longest line of a text, and how far its last line is below the first: a part with a place of its own begins a line. */
function measured(node: Element, size: number): { width: number; below: number } {
  const lines = [0];
  let below = 0;
  for (const part of node.childNodes) {
    const span = part.nodeType === 1 ? (part as Element) : undefined;
    const own = span ? names(span) : new Set<string>();
    const inner = own.has("sub") ? 13 : own.has("letter") ? 15.5 : size;
    if (span?.hasAttribute("x")) {
      lines.push(0);
      below +=
        parseFloat(span.getAttribute("dy") ?? "0") *
        (span.getAttribute("dy")?.endsWith("em") ? size : 1);
    }
    lines[lines.length - 1]! += widthOf(part.textContent ?? "", inner);
  }
  return { width: Math.max(...lines), below };
}

/** Boxes that share more than a hair. */
const meet = (a: Box, b: Box, hair = 1) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > hair &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > hair;

/** A straight stroke goes through a box. */
function through([a, b]: readonly [Point, Point], r: Box): boolean {
  let [from, to] = [0, 1];
  for (const [p, q, low, high] of [
    [a[0], b[0], r.left, r.right],
    [a[1], b[1], r.top, r.bottom],
  ] as const) {
    if (p === q) {
      if (p < low || p > high) return false;
      continue;
    }
    const ends = [(low - p) / (q - p), (high - p) / (q - p)];
    from = Math.max(from, Math.min(...ends));
    to = Math.min(to, Math.max(...ends));
  }
  return from <= to;
}

const said = (node: Element) => `“${node.textContent}”`;
/** The plate that a word stands on, as a delay's or a token's: what lies below it is covered. */
const plateOf = (node: Element) =>
  node.closest(".delay, .token") ? node.closest(".delay, .token")!.querySelector("rect") : null;

const look = (node: Element) =>
  [...names(node)]
    .filter((n) => n && !/^(lit|present|later)$/.test(n))
    .toSorted()
    .join(".") || node.nodeName;

/** Labels on labels, labels on curves, and what reaches out of the picture: one line each. */
export function clashes(svg: Element, narrow: boolean): string[] {
  const [, , width, height] = svg.getAttribute("viewBox")!.split(" ").map(Number);
  const apart = (n: Element) => APART.test(n.nodeName) || n.hasAttribute("clip-path");
  const all = shown(svg, apart);
  const texts = all
    .filter((n) => n.nodeName === "text" && n.textContent.trim())
    .map((node) => ({ node, at: textBox(node, narrow), halo: names(node).has("halo") }));
  const found = new Set<string>();
  const out = (node: Element, at: Area4, slack: number) => {
    const over = Math.max(-at.left, -at.top, at.right - width!, at.bottom - height!);
    if (over > slack)
      found.add(
        `${node.nodeName === "text" ? said(node) : look(node)} leaves the picture by ${Math.ceil(over)}`,
      );
  };
  texts.forEach(({ node, at }, k) => {
    out(node, at, 1);
    for (const other of texts.slice(k + 1))
      if (meet(at, other.at)) found.add(`${said(node)} on ${said(other.node)}`);
  });
  for (const curve of all) {
    const lines = strokesOf(curve);
    if (!lines.length) continue;
    const at = extent(lines.flat());
    if (!names(curve).has("hit")) out(curve, at, 3);
    if ([...names(curve)].some((name) => GROUND.test(name))) continue;
    for (const { node, at: b, halo } of texts) {
      if (halo || (plateOf(node) && curve.compareDocumentPosition(node) & 4)) continue;
      if (at.left > b.right || at.right < b.left || at.top > b.bottom || at.bottom < b.top)
        continue;
      const inner = box({
        left: b.left + 1,
        right: b.right - 1,
        top: b.top + 1,
        bottom: b.bottom - 1,
      });
      if (lines.some((line) => through(line, inner))) found.add(`${said(node)} on ${look(curve)}`);
    }
  }
  return [...found];
}

type Area4 = Pick<Box, "left" | "right" | "top" | "bottom">;

/** The strokes of a path or circle, where it stands in the picture. */
function strokesOf(node: Element): (readonly [Point, Point])[] {
  const move = placing(node);
  const number = (k: string) => Number(node.getAttribute(k) ?? 0);
  let rings: Point[][] = [];
  if (node.nodeName === "path") rings = flat(node.getAttribute("d") ?? "");
  else if (node.nodeName === "circle") {
    const [x, y, r] = [number("cx"), number("cy"), number("r")];
    rings = [
      Array.from({ length: 17 }, (_, k): Point => {
        const a = (k * Math.PI) / 8;
        return [x + r * Math.cos(a), y + r * Math.sin(a)];
      }),
    ];
  }
  return rings.flatMap((ring) => {
    const points = ring.map(move);
    return points.length === 1 ? [] : points.slice(1).map((q, k) => [points[k]!, q] as const);
  });
}
