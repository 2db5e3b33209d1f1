import { below, rule, ticks } from "../../draw/axis.ts";
import { type Box, grown } from "../../draw/box.ts";
import { offScale } from "../../draw/cut.ts";
import { clipped } from "../../draw/framed.ts";
import { type Pen, stroke, tenth, write } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import type { Moment } from "../../kit/figure.ts";
import { before, type Looked, now, orderOf, pointsOf, type Run, unitOf } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** The unit of time of every channel, before and now, in the rows of the kernels. */
export function unitsView(pen: Pen, at: Box, say: (phrase: Phrase) => string) {
  write(pen, at.left, at.top - 10, "start", say("units"), "tick axis-title");
  rule(pen, at, at.bottom);
  const numbers = ticks(pen);
  const inside = clipped(pen, grown(at, 5, 5), `s4-block-units-${at.left}`);
  const beyond = offScale(pen, say("off"));
  const line = stroke(inside, "s4-block-asked", "k");
  const g = inside.append("g").attr("data-symbol", "Delta");
  const ways = stroke(g, "s4-block-way");
  const rings = stroke(g, "s4-block-ring");
  const dots = stroke(g, "s4-block-dot");
  return ({ result: r, values: v, t, held }: Moment<Setting, Run>) => {
    const order = orderOf(r.begun);
    const [was, is] = unitsOf(r, v, t);
    // At the end of the one course is at the end of the other.
    const last = t >= pointsOf(r) - 1;
    const [low, high] = endsOf(
      held ? unitsOf(held.result, held.values, last ? Infinity : t) : [was, is],
    );
    const x = (u: number) => at.left + 6 + ((u - low) / (high - low)) * (at.width - 12);
    const step = at.height / order.length;
    const y = (row: number) => tenth(at.top + (row + 0.5) * step);
    const size = Math.max(1.8, Math.min(4, step * 0.36));
    const round = (u: number, row: number) =>
      `M${tenth(x(u) - size)} ${y(row)}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0z`;
    rings.attr("d", was.map(round).join(""));
    dots.attr("d", is.map(round).join(""));
    ways.attr("d", was.map((u, row) => `M${tenth(x(u))} ${y(row)}H${tenth(x(is[row]!))}`).join(""));
    const off = [...was, ...is].flatMap((u, k) =>
      u < low || u > high ? [tip(at, u > high, y(k % order.length))] : [],
    );
    beyond(off.join(""), { x: at.right, y: at.top + 12 });
    line.attr("d", `M${tenth(x(Math.log10(v.lag)))} ${at.top - 4}V${at.bottom + 4}`);
    const every = Math.ceil((high - low) / 4);
    numbers(
      Array.from({ length: Math.floor((high - low) / every) + 1 }, (_, i) => low + i * every).map(
        (u) => below(at, x(u), u > 4 || u < -1 ? format(10 ** u, 1) : String(10 ** u)),
      ),
    );
  };
}

/** Powers of ten of every channel's unit of time, before and now. */
function unitsOf(r: Run, v: Setting, t: number): readonly [was: number[], is: number[]] {
  const order = orderOf(r.begun);
  const of = ({ net }: Looked) =>
    order.map((h) => Math.log10(Math.max(1e-9, Math.min(1e12, unitOf(net, h)))));
  return [of(before(r, v)), of(now(r, v, t))];
}

const endsOf = ([was, is]: readonly [number[], number[]]) =>
  [
    Math.min(1, Math.floor(Math.min(...was, ...is))),
    Math.max(3, Math.ceil(Math.max(...was, ...is) - 0.02)),
  ] as const;

const tip = ({ left, right }: Box, far: boolean, y: number) =>
  far ? `M${right - 7} ${y - 4}l7 4l-7 4z` : `M${left + 7} ${y - 4}l-7 4l7 4z`;
