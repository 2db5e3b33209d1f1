import { grown, type Box } from "./box.ts";
import { cut, offScale } from "./cut.ts";
import type { Pen } from "./picture.ts";

/** Where curves are drawn: what is off their scale ends at the frame. Pictures with the same `id` have the same frame. */
export function clipped(pen: Pen, { left, top, width, height }: Box, id: string): Pen {
  const frame = pen.append("clipPath").attr("id", id).append("rect");
  frame.attr("x", left).attr("y", top).attr("width", width).attr("height", height);
  return pen.append("g").attr("clip-path", `url(#${id})`);
}

/** Half a line or a dot that lies on the edge. */
const ROOM = 4;

/** The same for curves that may outgrow an axis, as one that is held while a slider moves: marked where they leave it. */
export function framed(
  pen: Pen,
  box: Box,
  id: string,
  word: string,
  at = { x: box.right - 12, y: box.top + 12 },
) {
  const inside = clipped(pen, grown(box, ROOM, ROOM), `${id}-${box.left}-${box.top}`);
  const marks = offScale(pen, word);
  const beyond = (
    curves: readonly ArrayLike<number>[],
    x: (i: number) => number,
    y: (v: number) => number,
  ) => {
    const off = curves.map((v) => cut(box, x, (i) => y(v[i]!), 0, v.length - 1).off).join("");
    marks(off, at);
  };
  return { inside, beyond };
}
