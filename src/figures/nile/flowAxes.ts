import { ticks as round } from "d3";
import { below, beside, rule, ticks } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { letter, type Pen, stroke, write } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import { FIRST_YEAR, nile, type Run } from "./compute.ts";
import type { Scales } from "./flow.ts";
import type { Setting } from "./params.ts";

export interface Words {
  readonly level: string;
  readonly hindsight: string;
  readonly ahead: string;
  readonly off: string;
}

/** Years or steps across, round values up. */
export function axes(g: Pen, box: Box) {
  rule(g, box, box.bottom);
  const draw = ticks(g);
  return (s: Scales, r: Run, v: Setting) => {
    const first = v.series === nile ? FIRST_YEAR : 0;
    const last = r.y.length - 1 + v.h;
    const across = round(first, first + last, box.width > 400 ? 8 : 4).filter(Number.isInteger);
    const up = r.status === "empty" ? [] : round(s.low, s.high, 3);
    draw([
      ...across.map((x) => below(box, s.x(x - first), String(x))),
      ...up.map((x) => beside(box, s.y(x), format(x, 4))),
    ]);
  };
}

/** What the lines are, above them. */
export function keyOf(pen: Pen, box: Box, words: Words) {
  const y = box.top - 12;
  const entry = (symbol: "hhat" | "hsmooth", x: number, kind: string, text: string) => {
    const g = pen.append("g").attr("data-symbol", symbol);
    stroke(g, kind).attr("d", `M${x} ${y - 4}h20`);
    write(g, x + 26, y, "start", text);
    return g;
  };
  const narrow = box.width < 400;
  entry("hhat", box.left, "line", words.level);
  const after = entry("hsmooth", box.left + (narrow ? 108 : 170), "line dashed", words.hindsight);
  const ahead = write(pen, box.right, y, "end", words.ahead);
  letter(pen, "y", 2, box.top + 16, "t");
  return (smooth: boolean) => {
    after.attr("display", smooth ? null : "none");
    ahead.attr("display", smooth && narrow ? "none" : null);
  };
}
