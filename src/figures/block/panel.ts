import { key } from "../../draw/key.ts";
import { p, stroke, write, type Pen } from "../../draw/picture.ts";
import { box, type Box } from "../../draw/box.ts";
import type { Moment } from "../../kit/figure.ts";
import { detailOf, type Bars, type Detail } from "./detail.ts";
import { placeOf, seenAt, type Run } from "./compute.ts";
import { bandAt, flowing } from "./rows.ts";
import type { Layout } from "./layout.ts";
import { indexOf } from "./look.ts";
import { SHAPE } from "./model.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { costsOf, nameOf, ruleOf, stageNames, totalOf, type Stage } from "./stages.ts";
import { barsOf } from "./strips.ts";

type Say = (word: Phrase) => string;

/** A count with its thousands apart, the same in every language. */
export const count = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

const LINE = 17;
const TALL = { narrow: 24, wide: 34 };

/** Beside the block: the box looked at with its numbers, or what all boxes cost. */
export function panelView(pen: Pen, layout: Layout, say: Say) {
  const g = pen.append("g").attr("class", "block-panel");
  return (m: Moment<Setting, Run>) => {
    g.selectAll("*").remove();
    const secret = m.withheld?.has("picture") === true;
    if (m.values.box === "whole") return costs(g, layout, say, secret);
    const stage = m.values.box;
    const t = placeOf(m.result, flowing(m.t).now);
    const from = head(g, layout, say, stage, m, t, secret);
    const detail = detailOf(stage, m.result, m.values, t, say);
    if (detail && !secret) draw(g, layout, detail, from);
    else if (!secret) write(g, layout.panel.left, from + LINE, "start", say("onItsWay"));
  };
}

function indexNow({ result, values }: Moment<Setting, Run>, stage: Stage, t: number) {
  const seen = seenAt(result, values, t);
  return seen ? indexOf(stage, values, seen) : undefined;
}

/** Name, which number, and what the box costs; where the numbers begin. */
function head(
  g: Pen,
  { panel }: Layout,
  say: Say,
  stage: Stage,
  m: Moment<Setting, Run>,
  t: number,
  secret: boolean,
): number {
  const { parameters, products } = costsOf(SHAPE)[stage];
  const k = indexNow(m, stage, t);
  const which = stage === "select" || k === undefined ? "" : `#${k + 1}`;
  let y = panel.top + 10;
  write(
    g,
    panel.left,
    y,
    "start",
    nameOf[stage] === "+" ? `+ ${say("stream")}` : nameOf[stage],
  ).classed("block-title", true);
  write(g, panel.right, y, "end", which).classed("block-title", true);
  for (const [word, n] of [
    ["parameters", parameters],
    ["products", products],
  ] as const) {
    y += LINE;
    write(g, panel.left, y, "start", say(word === "products" ? "multiplications" : word));
    write(g, panel.right, y, "end", secret ? "?" : count(n));
  }
  return y + 6;
}

function draw(g: Pen, { panel, narrow }: Layout, { bars, lines, curve }: Detail, from: number) {
  const tall = narrow ? TALL.narrow : TALL.wide;
  let y = from;
  for (const row of bars) {
    y += LINE;
    write(g, panel.left, y - 3, "start", row.label).attr("data-symbol", row.symbol ?? null);
    strip(g, row, box({ left: panel.left, width: panel.width, top: y, height: tall }));
    y += tall;
  }
  if (curve) y = bend(g, curve, panel, y + 2, narrow);
  for (const line of lines)
    write(g, panel.left, (y += LINE), "start", line).classed("block-number", true);
}

function strip(g: Pen, { data, symbol, at: k }: Bars, at: Box) {
  const most = data.reduce((m, x) => Math.max(m, Math.abs(x)), 1e-9);
  stroke(g, "axis").attr("d", `M${p(at.left)} ${p(at.cy)}h${p(at.width)}`);
  stroke(g, "block-bars bars", symbol).attr(
    "d",
    barsOf(data, at, most, data.length > 40 ? 0.9 : 0.6),
  );
  if (k !== undefined)
    stroke(g, "block-band band")
      .attr("d", bandAt(at, at.width / data.length, k))
      .lower();
}

const REACH = 4;
/** A bent curve with its axes, and the place on it; off its sides the place is marked at the edge. */
function bend(
  g: Pen,
  { of, at, name }: NonNullable<Detail["curve"]>,
  panel: Box,
  top: number,
  narrow: boolean,
) {
  write(g, panel.left, top + LINE - 3, "start", name);
  const frame = box({
    left: panel.left,
    width: panel.width,
    top: top + LINE + 4,
    height: narrow ? 56 : 76,
  });
  const reach = Math.max(REACH, Math.ceil(Math.abs(at)));
  const x = (value: number) => frame.cx + (value / reach) * (frame.width / 2);
  const y = (value: number) => frame.bottom - 8 - (value / reach) * (frame.height - 8);
  stroke(g, "axis").attr(
    "d",
    `M${p(frame.left)} ${p(y(0))}H${p(frame.right)}M${p(x(0))} ${p(frame.top)}V${p(frame.bottom)}`,
  );
  let d = "";
  for (let i = 0; i <= 64; i++) {
    const value = -reach + (i * 2 * reach) / 64;
    d += `${d ? "L" : "M"}${p(x(value))} ${p(y(of(value)))}`;
  }
  stroke(g, "line").attr("d", d);
  g.append("circle")
    .attr("class", "now")
    .attr("cx", p(x(at)))
    .attr("cy", p(y(of(at))))
    .attr("r", 5);
  return frame.bottom + 2;
}

const BAR = "M0 -3h18v5h-18z";

/** Parameters and multiplications of every box, and their sums beside the rule of thumb. */
function costs(g: Pen, { panel, narrow }: Layout, say: Say, secret: boolean) {
  const all = costsOf(SHAPE);
  const whole = totalOf(SHAPE);
  const most = all.in.parameters;
  const told = (n: number) => (secret ? "?" : count(n));
  const pair = (a: number, b: number) => (narrow ? told(a) : `${told(a)} · ${told(b)}`);
  let y = panel.top + 10;
  key(g, { left: panel.left, right: panel.right, y }, [
    { look: "block-cost", as: BAR, word: say("parameters") },
    ...(narrow ? [] : [{ look: "block-cost block-light", as: BAR, word: say("multiplications") }]),
  ]);
  for (const stage of stageNames) {
    const { parameters, products } = all[stage];
    if (parameters + products === 0) continue;
    y += narrow ? 20 : 23;
    write(g, panel.left, y, "start", nameOf[stage]);
    write(g, panel.right, y, "end", pair(parameters, products));
    if (secret) continue;
    const wide = (n: number) => p((n / most) * panel.width);
    stroke(g, "block-cost bars").attr(
      "d",
      `M${panel.left} ${p(y + 3)}h${wide(parameters)}v2h${-wide(parameters)}z`,
    );
    if (narrow) continue;
    stroke(g, "block-cost block-light bars").attr(
      "d",
      `M${panel.left} ${p(y + 5)}h${wide(products)}v1.6h${-wide(products)}z`,
    );
  }
  y += 22;
  write(g, panel.left, y, "start", say("together")).classed("block-title", true);
  write(g, panel.right, y, "end", pair(whole.parameters, whole.products)).classed(
    "block-title",
    true,
  );
  y += LINE;
  write(g, panel.left, y, "start", "3 · expand · d²");
  write(g, panel.right, y, "end", told(ruleOf(SHAPE)));
}
