import { scaleEnd, snug } from "../../draw/axis.ts";
import { type Box, grown } from "../../draw/box.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { clipped } from "../../draw/framed.ts";
import { linear, type Pen, stroke, tenth, write } from "../../draw/picture.ts";
import type { SymbolId } from "../../notation.ts";
import type { Complex } from "../../numerics/complex.ts";

/** Longest side of an arrow's head. */
const HEAD = 7;

type Place = readonly [x: number, y: number];

/** An arrow from one place to another, with as much of a head as its length allows. */
export function arrow([x0, y0]: Place, [x1, y1]: Place): string {
  const length = Math.hypot(x1 - x0, y1 - y0);
  const way = `M${tenth(x0)} ${tenth(y0)}L${tenth(x1)} ${tenth(y1)}`;
  if (length < 3) return way;
  const size = Math.min(HEAD, 0.5 * length) / length;
  const [dx, dy] = [size * (x1 - x0), size * (y1 - y0)];
  const side = (s: number) => `${tenth(x1 - dx - 0.55 * s * dy)} ${tenth(y1 - dy + 0.55 * s * dx)}`;
  return `${way}M${side(1)}L${tenth(x1)} ${tenth(y1)}L${side(-1)}`;
}

/**
 * A plane of arrows in which an angle of 0 points up, and angles grow against the clock: the height of a tip is its real part,
 * what a tone shows of its arrow. With a `unit` a circle stands where arrows are 1 long.
 */
export function plane(
  pen: Pen,
  at: Box,
  title: string,
  { off, unit = false }: { readonly off: string; readonly unit?: boolean },
) {
  const g = pen.append("g").attr("class", "plot");
  write(g, at.left - 24, at.top - 12, "start", title, "tick axis-title");
  stroke(g, "axis").attr("d", `M${at.left} ${at.cy}H${at.right}M${at.cx} ${at.top}V${at.bottom}`);
  const circle = stroke(g, "axis");
  const edge = write(g, at.right + 4, at.cy + 16);
  const half = at.height / 2;
  const inside = clipped(g, grown(at, 6, 6), `tones-${unit}-${at.left}-${at.top}`);
  const marks = offScale(g, off);
  return {
    path: (look: string, symbol?: SymbolId) => stroke(inside, look, symbol),
    /** Marks the ways, from place to place, that leave the plane. */
    beyond(...ways: (readonly Place[])[]) {
      const left = ways.map(
        (way) =>
          cut(
            at,
            (i) => way[i]![0],
            (i) => way[i]![1],
            0,
            way.length - 1,
          ).off,
      );
      marks(left.join(""), { x: at.right, y: at.bottom + 2 });
    },
    /** The places of arrows where the longest has this length; the length that reaches the edge is rounded up. */
    scaled(most: number) {
      const end = snug(most);
      const size = linear(0, end, 0, half);
      const r = size(1);
      circle.attr(
        "d",
        unit && r <= half
          ? `M${tenth(at.cx - r)} ${at.cy}a${tenth(r)} ${tenth(r)} 0 1 0 ${tenth(2 * r)} 0a${tenth(r)} ${tenth(r)} 0 1 0 ${tenth(-2 * r)} 0`
          : "",
      );
      edge.text(scaleEnd(end));
      return ({ re, im }: Complex): Place => [at.cx - size(im), at.cy - size(re)];
    },
  };
}
