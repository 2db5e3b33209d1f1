import type { Box } from "./box.ts";
import { p, tenth, write, type Into } from "./picture.ts";
import { widthOf } from "./text.ts";

type Edges = Pick<Box, "left" | "right" | "top" | "bottom">;

/** A curve within a frame, and the marks where it leaves it. */
export interface Cut {
  readonly d: string;
  /** A small triangle at each place where the curve leaves the frame, pointing the way it goes. */
  readonly off: string;
}

/** Marks nearer to each other than this are one. */
const APART = 9;

/**
 * The line through the places of the steps from … to, cut at the edges of a frame: nothing is moved to an edge. It stops at
 * the first place that is not a number; an infinite one is only out of the frame.
 */
export function cut(
  { left, right, top, bottom }: Edges,
  x: (i: number) => number,
  y: (i: number) => number,
  from: number,
  to: number,
): Cut {
  let [d, off] = ["", ""];
  let last: { x: number; y: number } | undefined;
  const marked: (readonly [number, number])[] = [];
  const leave = (px: number, py: number) => {
    if (marked.some(([mx, my]) => Math.hypot(mx - px, my - py) < APART)) return;
    marked.push([px, py]);
    off += triangle(px, py, { left, right, top, bottom });
  };
  let drawn = false;
  for (let i = from; i <= to; i++) {
    const next = { x: x(i), y: y(i) };
    if (Number.isNaN(next.x) || Number.isNaN(next.y)) break;
    const part = last ? within({ left, right, top, bottom }, last, next) : undefined;
    if (!last || !part) drawn = false;
    if (last && part) {
      const [a, b, whole] = part;
      d += `${drawn ? "" : `M${p(a.x)} ${p(a.y)}`}L${p(b.x)} ${p(b.y)}`;
      if (!whole) leave(b.x, b.y);
      drawn = whole;
    }
    last = next;
  }
  return { d, off };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The part of a straight way that is within the frame, and whether it arrives; undefined where none is. */
function within(e: Edges, a: Place, b: Place): [Place, Place, boolean] | undefined {
  let [from, to] = [0, 1];
  const sides = [
    [a.x, b.x, e.left, e.right],
    [a.y, b.y, e.top, e.bottom],
  ] as const;
  for (const [m, n, low, high] of sides) {
    const slack = 1e-6;
    if ((m < low - slack && n < low - slack) || (m > high + slack && n > high + slack))
      return undefined;
    const at = (edge: number) => (edge - m) / (n - m);
    if (m < low - slack) from = Math.max(from, at(low));
    else if (m > high + slack) from = Math.max(from, at(high));
    if (n < low - slack) to = Math.min(to, at(low));
    else if (n > high + slack) to = Math.min(to, at(high));
  }
  if (!(from <= to)) return undefined;
  const between = (s: number, p: number, q: number) =>
    s === 0 ? p : s === 1 ? q : p + s * (q - p);
  // Between places very far apart the last digits are lost: the edge is the edge.
  const hold = (v: number, low: number, high: number) => Math.max(low, Math.min(high, v));
  const place = (s: number) => ({
    x: hold(between(s, a.x, b.x), e.left, e.right),
    y: hold(between(s, a.y, b.y), e.top, e.bottom),
  });
  const [begin, end] = [place(from), place(to)];
  // What comes from an infinite place begins where it enters.
  const real = ({ x, y }: Place) => Number.isFinite(x) && Number.isFinite(y);
  return real(begin) && real(end) ? [begin, end, to === 1] : undefined;
}

function triangle(x: number, y: number, { left, right, top, bottom }: Edges): string {
  const [px, py] = [tenth(x), tenth(y)];
  const near = Math.min(y - top, bottom - y, x - left, right - x);
  if (near === y - top) return `M${tenth(px - 4)} ${tenth(py + 7)}l4 -7l4 7z`;
  if (near === bottom - y) return `M${tenth(px - 4)} ${tenth(py - 7)}l4 7l4 -7z`;
  return near === right - x
    ? `M${tenth(px - 7)} ${tenth(py - 4)}l7 4l-7 4z`
    : `M${tenth(px + 7)} ${tenth(py - 4)}l-7 4l7 4z`;
}

/** Stems of the steps from … to: one that is longer than its frame ends at the edge in a mark, not in a dot. */
export function cutStems(
  edges: Edges,
  v: ArrayLike<number>,
  x: (i: number) => number,
  y: (value: number) => number,
  from: number,
  to: number,
): { lines: string; dots: string; off: string } {
  const zero = p(y(0));
  let [lines, dots, off] = ["", "", ""];
  for (let i = from; i <= to; i++) {
    if (!Number.isFinite(v[i])) continue;
    const [px, py] = [p(x(i)), p(y(v[i]!))];
    const end = Math.max(edges.top, Math.min(edges.bottom, py));
    lines += `M${px} ${zero}V${end}`;
    if (end === py) dots += `M${px} ${py}h0`;
    else off += triangle(px, end, edges);
  }
  return { lines, dots, off };
}

/** The marks of what is off the scale, with their meaning in words beside them where there is one. */
export function offScale(pen: Into, word: string, size = 12) {
  const marks = pen.append("path").attr("class", "off-scale");
  marks.append("title").text(word);
  const text = write(pen, 0, 0, "end", "", "tick halo");
  return (off: string, place: { readonly x: number; readonly y: number }) => {
    marks.attr("d", off);
    text
      .attr("x", tenth(place.x))
      .attr("y", tenth(place.y))
      .text(off ? `△ ${word}` : "");
    return off ? widthOf(`△ ${word}`, size) : 0;
  };
}
