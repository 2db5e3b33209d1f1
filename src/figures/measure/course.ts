import { beside, scaleEnd, snug, ticks } from "../../draw/axis.ts";
import { grown } from "../../draw/box.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { clipped } from "../../draw/framed.ts";
import { key } from "../../draw/key.ts";
import { curve, linear, type Pen, reach, spot, stroke, tenth, write } from "../../draw/picture.ts";
import { widthOf } from "../../draw/text.ts";
import type { Moment } from "../../kit/figure.ts";
import { chosen, clockOf, rowOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import { across } from "./past.ts";
import type { Phrase } from "./phrases.ts";
import { slopeOf } from "./slope.ts";
import { sub } from "./weights.ts";

/** How far the tangent goes to either side, across and up, in units of the picture. */
const [TANGENT, TALL] = [40, 12];

/** Number n of every step. */
const courseOf = (rows: Float64Array, N: number, n: number) =>
  Float64Array.from({ length: rows.length / N }, (_, i) => rows[i * N + n]!);

/** The end of the axis of the number that is looked at. */
const endOf = ({ result: { c, p }, values }: Pick<Moment<Setting, Run>, "result" | "values">) =>
  snug(reach(1e-9, courseOf(c, p.N, chosen(values))));

/** The chosen number over time: by integration, by the law alone, and its slope now. */
export function course(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { course: at, type } = layout;
  const g = pen.append("g");
  const title = write(g, at.left, at.top - 8, "start", "", "tick axis-title");
  stroke(g, "axis").attr("d", `M${at.left} ${at.cy}H${at.right}`);
  const numbers = ticks(g);
  const inside = clipped(g, grown(at, 6, 2), `measure-course-${at.left}-${at.top}`);
  const later = stroke(inside, "line thin later", "coef");
  const line = stroke(inside, "line", "coef");
  const law = stroke(g, "goal");
  const tangent = stroke(inside, "measure-tangent", "cdot");
  const now = spot(inside, "coef");
  const words = [say("byLaw"), say("tangent")] as const;
  const long = at.width > 400;
  const aside = long ? at.left + widthOf(say("course"), type) + 32 : at.left;
  key(g, { left: aside, right: at.right, y: long ? at.top - 8 : at.top - 26, size: type }, [
    { look: "goal", word: words[0] },
    { look: "measure-tangent", symbol: "cdot", word: words[1] },
  ]);
  const beyond = offScale(g, say("beyond"), type);
  return ({ result: r, values: v, t: playhead, held }: Moment<Setting, Run>) => {
    const t = Math.floor(playhead);
    const n = chosen(v);
    const { N } = r.p;
    const c = courseOf(r.c, N, n);
    const most = endOf(held ?? { result: r, values: v });
    const y = linear(-most, most, at.bottom, at.top);
    const x = across(layout, r.u.length);
    const end = (i: number) => x(i + 1);
    title.text(say("course").replaceAll("#", sub(n)));
    numbers([beside(at, at.top + 4, scaleEnd(most)), beside(at, at.bottom - 2, scaleEnd(-most))]);
    later.attr("d", curve(c, end, y, t));
    line.attr("d", curve(c, end, y, 0, t));
    const z = courseOf(r.z, N, n);
    const drawn = cut(at, end, (i) => y(z[i]!), 0, t);
    law.attr("d", drawn.d);
    const here = { x: end(t), y: y(rowOf(r.c, r, t)[n]!) };
    now.attr("cx", tenth(here.x)).attr("cy", tenth(here.y));
    // A step of time is so many units across, a unit of c so many up.
    const rise = (slopeOf(r, n, t).law / clockOf(r, t)) * (y(1) - y(0));
    const run = x(1) - x(0);
    const part = Math.min(TANGENT / run, TALL / Math.max(1e-9, Math.abs(rise)));
    const on = Math.min(part, (at.right + 6 - here.x) / run);
    const place = (s: number) => `${tenth(here.x + s * run)} ${tenth(here.y + s * rise)}`;
    tangent.attr("d", `M${place(-part)}L${place(on)}`);
    const gone = cut(at, end, (i) => y(c[i]!), 0, c.length - 1).off;
    beyond(drawn.off + gone, { x: at.left + 60, y: at.bottom - 2 });
  };
}
