import { brief } from "../../draw/brief.ts";
import { type Pen, tenth, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { columns, type Layout } from "./layout.ts";
import { handsAt, stepAt } from "./moment.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

const NAMES = ["K1", "K1", "K2", "K3"] as const;

interface Group {
  readonly left: number;
  readonly width: number;
  readonly name: string;
  readonly h: string;
  readonly sum: string;
}

/** The workgroups of the present dispatch over their chunks, each with what its thread has at hand; K2 has one over all. */
export function groups(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { groups: at, compact } = layout;
  const title = write(pen, at.left, at.top - 10, "start", "", "tick title dispatch-name");
  const g = pen.append("g").attr("class", "workgroups");
  return ({ result: r, values: v, t }: Moment<Setting, Run>) => {
    const { dispatch, k, of } = stepAt(r, t);
    const tokens = r.delta.length;
    const one = r.chunks === 1 ? 3 : dispatch;
    title.text(`${NAMES[one]!}  ${k} / ${of || ""}`.replace(/ \/ $/, ""));
    const { x, half } = columns(layout, tokens);
    const data = handsAt(r, t).map((hand, j): Group => {
      const [from, to] = one === 2 ? [0, tokens] : [j * v.c, Math.min((j + 1) * v.c, tokens)];
      const width = x(to - 1) - x(from) + 2 * half - 5;
      const word = compact && width < 110 ? "" : `${say("group")} `;
      return {
        left: x(from) - half + 2.5,
        width,
        name: `${word}${j + 1}`,
        h: hand ? `h = ${brief(hand.h, 5)}` : "",
        sum: hand?.sum === undefined ? "" : `ΣΔ = ${brief(hand.sum, 4)}`,
      };
    });
    const each = g
      .selectAll<SVGGElement, Group>("g")
      .data(data)
      .join((enter) => {
        const fresh = enter.append("g");
        fresh.append("rect").attr("class", "workgroup").attr("rx", 6);
        fresh.append("text").attr("class", "tick name").attr("text-anchor", "middle");
        fresh.append("text").attr("class", "value at-hand").attr("data-symbol", "h");
        fresh.append("text").attr("class", "value sum-at-hand");
        return fresh;
      })
      .attr("transform", ({ left }) => `translate(${tenth(left)},${at.top})`);
    each
      .select("rect")
      .attr("width", ({ width }) => tenth(width))
      .attr("height", at.height);
    const put = (look: string, y: number, text: (d: Group) => string) =>
      each
        .select(look)
        .attr("x", ({ width }) => tenth(width / 2))
        .attr("y", y)
        .text(text);
    put(".name", 15, (d) => d.name);
    put(".at-hand", 32, (d) => d.h);
    put(".sum-at-hand", 48, (d) => d.sum);
  };
}
