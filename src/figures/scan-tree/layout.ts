import { type Box, box } from "../../draw/box.ts";
import type { Network, Node } from "./network.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Lines of the counters, from the top. */
  readonly counters: readonly number[];
  /** The middles of the first and the last column and line. */
  readonly net: Box;
  /** The computation of one node. */
  readonly panel: { readonly left: number; readonly top: number; readonly line: number };
  /** Width of a digit in the nodes, and the height of a line of type. */
  readonly digit: number;
  readonly type: number;
}

export const wide: Layout = {
  width: 680,
  height: 478,
  counters: [16, 36],
  net: box({ left: 22, right: 674, top: 86, bottom: 386 }),
  panel: { left: 8, top: 430, line: 21 },
  digit: 7.6,
  type: 13,
};

export const compact: Layout = {
  width: 360,
  height: 454,
  counters: [14, 34],
  net: box({ left: 23, right: 358, top: 82, bottom: 356 }),
  panel: { left: 8, top: 390, line: 20 },
  digit: 8.3,
  type: 14.5,
};

/** How much of a pair a node has room for: both numbers, side by side or stacked, the sum alone, or only a dot. */
export type Detail = "beside" | "stacked" | "sum" | "dot";

/** Where a network's nodes stand. */
export interface Grid {
  readonly n: number;
  readonly x: (column: number) => number;
  readonly y: (level: number) => number;
  /** What the nodes of a level show, and half their height; the leaves always show all that the width allows. */
  readonly detail: (level: number) => Detail;
  readonly h: (level: number) => number;
  /** Half the width of a node. */
  readonly w: number;
  readonly chars: number;
  readonly pitch: number;
}

export function gridOf({ n, phases }: Network, { net, digit, type }: Layout): Grid {
  const column = net.width / n;
  const pitch = (net.bottom - net.top) / phases.length;
  const joins = detailOf(column, pitch, type);
  const leaves = joins === "sum" ? "stacked" : joins;
  const detail = (level: number) => (level === 0 ? leaves : joins);
  const w = joins === "dot" ? dotSize(column, pitch) : Math.min(40, 0.455 * column);
  const tall = { beside: type + 6, stacked: 2 * type + 3, sum: type + 5, dot: 2 * w };
  return {
    n,
    x: (c) => net.left + (c + 0.5) * column,
    y: (level) => net.top + level * pitch,
    detail,
    h: (level) => tall[detail(level)] / 2,
    w,
    chars: Math.floor((2 * w - 3) / digit / (joins === "beside" ? 2 : 1)),
    pitch,
  };
}

function detailOf(column: number, row: number, type: number): Detail {
  if (column < 34 || row < type + 5 + 8) return "dot";
  if (column >= 62) return "beside";
  return row >= 2 * type + 3 + 15 ? "stacked" : "sum";
}

const dotSize = (column: number, row: number) =>
  Math.max(1.8, Math.min(5, 0.3 * column, 0.36 * row));

/** Which node lies under a place of the picture; undefined where none is near. */
export function nodeNear(
  nodes: readonly Node[],
  { x, y, w, h, pitch }: Grid,
  px: number,
  py: number,
): number | undefined {
  let [best, nearest] = [Infinity, undefined as number | undefined];
  nodes.forEach((node, i) => {
    const dx = Math.max(0, Math.abs(x(node.column) - px) - w);
    const dy = Math.max(0, Math.abs(y(node.level) - py) - h(node.level));
    const away = Math.hypot(dx, dy);
    if (away < best) [best, nearest] = [away, i];
  });
  return best <= Math.max(6, pitch / 3) ? nearest : undefined;
}
