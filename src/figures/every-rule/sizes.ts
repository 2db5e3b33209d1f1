import { below, beside, ticks } from "../../draw/axis.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { type Pen, stroke, tenth, write } from "../../draw/picture.ts";
import { marked } from "../../draw/ruleMarks.ts";
import { raised } from "../../kit/format.ts";
import { ruleNames } from "../../numerics/discretize.ts";
import { shownStep, STEPS } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Phrase } from "./phrases.ts";
import { decades, type Now, sizeScale } from "./scales.ts";

/** How long the state is after each step, by every rule and exactly, by powers of ten. */
export function sizes(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { sizes: b } = layout;
  write(pen, b.left - 24, b.top - 10, "start", say("sizes"), "tick axis-title");
  const axis = stroke(pen, "axis");
  const numbers = ticks(pen);
  const cursor = stroke(pen, "cursor");
  const lines = ruleNames.map((rule) => ({ rule, line: stroke(pen, "mode") }));
  const exact = stroke(pen, "goal");
  const others = stroke(pen, "mark");
  const mine = stroke(pen, "mark mine");
  const beyond = offScale(pen, say("beyond"), layout.type);
  return ({ result: r, values: v, t }: Now) => {
    const n = shownStep(t);
    const { x, y } = sizeScale(v, layout);
    const top = decades(v);
    const rungs = [top, top / 2, 0, -top / 2, -top];
    axis.attr("d", rungs.map((k) => `M${b.left} ${tenth(y(10 ** k))}H${b.right}`).join(""));
    numbers([
      ...[top, 0, -top].map((k) => beside(b, y(10 ** k), k === 0 ? "1" : `10${raised(`${k}`)}`)),
      below(b, x(0), "0"),
      below(b, x(STEPS), STEPS, "end"),
    ]);
    cursor.attr("d", `M${tenth(x(n))} ${b.top}V${b.bottom}`);
    const drawn = (rule: (typeof ruleNames)[number]) =>
      cut(b, x, (k) => y(r.rules[rule].size[k]!), 0, n);
    for (const { rule, line } of lines) {
      const way = drawn(rule);
      line.classed("mine", rule === v.rule).attr("d", way.d);
      if (rule === v.rule) beyond(way.off, { x: b.right, y: b.top + 16 });
    }
    exact.attr("d", cut(b, x, (k) => y(r.rules.zoh.size[k]!), 0, STEPS).d);
    const now = (rule: (typeof ruleNames)[number]) => {
      const py = y(r.rules[rule].size[n]!);
      return py >= b.top && py <= b.bottom ? [[x(n), py] as const] : [];
    };
    others.attr(
      "d",
      ruleNames
        .filter((rule) => rule !== v.rule)
        .map((rule) => marked(rule, now(rule)))
        .join(""),
    );
    mine.attr("d", marked(v.rule, now(v.rule)));
  };
}
