import { below, scaleEnd, ticks } from "../../draw/axis.ts";
import { cutStems, offScale } from "../../draw/cut.ts";
import { brush, curve, letter, p, spot, write, type Pen } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import type { SymbolId } from "../../notation.ts";
import { parts, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { rulesOf, stepScale, type Now, type Rule } from "./scales.ts";

type Say = (phrase: Phrase) => string;

/** The rows: input, between, output by two programs, output by one; and where the two outputs part. */
export function signals(pen: Pen, layout: Layout, say: Say): (now: Now) => void {
  const { rows } = layout;
  const reachBand = pen.append("path").attr("class", "fuse-reach").attr("data-symbol", "u");
  const cursor = pen.append("path").attr("class", "cursor");
  const draw = (["u", "h", "y", "y"] as const).map((symbol, k) =>
    rowOf(pen, layout, k, symbol, say),
  );
  const off = pen.append("path").attr("class", "off");
  const ring = pen.append("circle").attr("class", "fuse-most").attr("r", 7);
  const most = write(pen, 0, 0, "middle", "", "tick halo fuse-told");
  const steps = ticks(pen);
  return (now) => {
    const { result: r, values: v, t, withheld } = now;
    const hidden = withheld?.has("picture") === true;
    const x = stepScale(rows[0], r.u.length);
    const rules = rulesOf(rows, now);
    const step = Math.floor(t);
    cursor.attr("d", `M${p(x(t))} ${rows[0].top}V${rows[3].bottom}`);
    const from = Math.max(0, step - r.merged.length + 1);
    const [left, right] = [x(from) - 3, x(step) + 3];
    reachBand.attr("d", `M${p(left)} ${rows[0].top}H${p(right)}V${rows[0].bottom}H${p(left)}z`);
    draw[0]!(r.u, rules[0]!, now, say("titleInput"));
    draw[1]!(r.x, rules[1]!, now, say(titleOf(1, v)), v.way === "series" ? r.raw : r.z);
    draw[2]!(r.y, rules[2]!, now, say(titleOf(2, v)));
    draw[3]!(r.one, rules[3]!, now, say("titleOne"), undefined, hidden);
    steps([
      below(rows[3], x(0), 0, "start"),
      below(rows[3], x(r.u.length - 1), r.u.length - 1, "end"),
    ]);
    const apart = parts(r) && !hidden;
    off.attr("d", apart ? between(r, x, rules[3]!) : "");
    const [px, py] = [x(r.worst), rules[3]!.y(r.one[r.worst]!)];
    ring
      .attr("cx", p(px))
      .attr("cy", p(py))
      .attr("display", apart ? null : "none");
    most
      .attr("x", p(Math.max(rows[3].left + 70, Math.min(rows[3].right - 70, px))))
      .attr("y", rows[3].bottom + 16)
      .text(apart ? `${say("most")} ${format(r.gap)}, t = ${r.worst}` : "");
  };
}

function titleOf(row: 1 | 2, v: Setting): Phrase {
  if (v.way === "parallel") return row === 1 ? "titleFirstToo" : "titleSum";
  if (v.between === "none") return row === 1 ? "titleFirst" : "titleSecond";
  return row === 1 ? "titleCut" : "titleThird";
}

/** From the one output to the other, wherever they are apart by what can be seen. */
function between(r: Run, x: (t: number) => number, { y, low, high }: Rule): string {
  let d = "";
  r.one.forEach((now, t) => {
    if (Math.abs(now - r.y[t]!) > 1e-3 * (high - low))
      d += `M${p(x(t))} ${p(y(now))}V${p(y(r.y[t]!))}`;
  });
  return d;
}

function rowOf(pen: Pen, layout: Layout, k: number, symbol: SymbolId, say: Say) {
  const at = layout.rows[k]!;
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", symbol);
  const path = brush(g);
  const axis = path("axis");
  const ghost = path("line ghost");
  const aside = path("fuse-cut");
  const [lines, dots] = [path("stem"), path("dots")];
  const [later, laterDots] = [path("stem later"), path("dots later")];
  const ring = spot(g, null, 4);
  const beyond = offScale(g, say("beyond"), layout.type);
  const title = write(g, at.left, at.top - 8, "start", "", "tick tinted");
  const name = layout.narrow
    ? undefined
    : letter(g, k === 1 ? "u" : symbol, at.left - 36, at.cy + 6);
  name
    ?.text(k === 1 ? "x" : symbol)
    .append("tspan")
    .attr("class", "sub")
    .attr("dy", "0.28em")
    .text("t");
  name?.attr("data-symbol", symbol);
  const top = write(g, at.left - 4, at.top + 10, "end");
  const foot = write(g, at.left - 4, at.bottom, "end");
  return (
    v: Float64Array,
    { y, low, high }: Rule,
    { t, ghost: pinned, result: r }: Now,
    words: string,
    other?: Float64Array,
    hidden = false,
  ) => {
    const x = stepScale(at, r.u.length);
    const now = Math.floor(t);
    const dense = x(1) - x(0) < 2.5;
    const [past, next] = [
      cutStems(at, v, x, y, 0, now),
      cutStems(at, v, x, y, now + 1, v.length - 1),
    ];
    const put = (to: typeof lines, d: string) => to.attr("d", hidden ? "" : d);
    put(lines, past.lines);
    put(dots, dense ? "" : past.dots);
    put(later, next.lines);
    put(laterDots, dense ? "" : next.dots);
    aside.attr("d", other && other.some((z, i) => z !== v[i]) ? curve(other, x, y) : "");
    ghost.attr("d", pinned && k === 2 ? curve(pinned.result.y, x, y) : "");
    axis.attr("d", `M${at.left} ${p(y(0))}H${at.right}`);
    ring
      .attr("cx", p(x(now)))
      .attr("cy", p(y(v[now]!)))
      .attr(
        "display",
        hidden || y(v[now]!) < at.top - 1 || y(v[now]!) > at.bottom + 1 ? "none" : null,
      );
    beyond(hidden ? "" : past.off + next.off, { x: at.right, y: at.top - 8 });
    title.text(words);
    top.text(scaleEnd(high));
    foot.text(scaleEnd(low));
  };
}
