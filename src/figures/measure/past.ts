import { beside, scaleEnd, snug, ticks } from "../../draw/axis.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { key } from "../../draw/key.ts";
import { curve, linear, type Pen, reach, stroke, tenth, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { recalled } from "./slope.ts";

type Now = Moment<Setting, Run>;

/** The place of a moment: sample i lasts from i to i + 1. */
export const across = ({ past: { left, right } }: Layout, L: number) => linear(0, L, left, right);

/** What is read back goes beyond the input at the ends of the window. */
const MORE = 1.25;

/** The input's axis: that of the reader's hand while it is held. */
export function inputScale({ past }: Layout, { result, held }: Now) {
  const most = snug(MORE * reach(0, (held?.result ?? result).u) || 1);
  return { most, y: linear(-most, most, past.bottom, past.top) };
}

/** The input, and over the stretch that is held what the numbers say of it. */
export function past(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { past: at, type } = layout;
  const g = pen.append("g");
  stroke(g, "axis").attr("d", `M${at.left} ${at.cy}H${at.right}`);
  const later = stroke(g, "line thin later", "u");
  const heard = stroke(g, "line band", "u");
  const ghost = stroke(g, "line ghost", "uhat");
  const read = stroke(g, "line", "uhat");
  const numbers = ticks(g);
  const title = at.top - 10;
  key(g, { left: at.left, right: at.right, y: title, size: type }, [
    { look: "line band", symbol: "u", word: say("u") },
    { look: "line", symbol: "uhat", word: say("uhat") },
  ]);
  write(g, at.right, title, "end", say("draw")).attr("data-symbol", "u").classed("tinted", true);
  const invite = stroke(g, "measure-pencil", "u");
  const beyond = offScale(g, say("beyond"), type);
  return (m: Now, pencil: number) => {
    const { result: r, ghost: pinned } = m;
    const t = Math.floor(m.t);
    const { most, y } = inputScale(layout, m);
    const x = across(layout, r.u.length);
    const middle = (i: number) => x(i + 0.5);
    numbers([beside(at, at.top + 7, scaleEnd(most)), beside(at, at.bottom - 2, scaleEnd(-most))]);
    invite.attr("d", pencilAt(pencil, title));
    later.attr("d", curve(r.u, middle, y, t));
    heard.attr("d", curve(r.u, middle, y, 0, t));
    const drawn = lineOf(r, t);
    read.attr("d", drawn.d);
    const old =
      pinned && pinned.result.u.length === r.u.length ? lineOf(pinned.result, t) : undefined;
    ghost.attr("d", old?.d ?? "");
    beyond(drawn.off + (old?.off ?? ""), { x: at.right - 12, y: at.bottom - 4 });

    function lineOf(of: Run, now: number) {
      const { from, values } = recalled(of, now);
      return cut(
        at,
        (i) => middle(from + i),
        (i) => y(values[i]!),
        0,
        values.length - 1,
      );
    }
  };
}

/** A pencil to the left of x, on a baseline. */
const pencilAt = (x: number, y: number) =>
  `M${tenth(x - 18)} ${y}l1 -4l7 -7l3 3l-7 7zM${tenth(x - 12)} ${y - 9}l3 3`;
