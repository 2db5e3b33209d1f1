import { brief } from "../../draw/brief.ts";
import { letter, linear, type Pen, stroke, tenth, write } from "../../draw/picture.ts";
import { rule } from "../../draw/axis.ts";
import { fixed } from "../../kit/format.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

interface Weight {
  /** Where it stands, in steps: between two while a kernel slides. */
  readonly at: number;
  readonly w: number;
}

/** The weights of the present output by step. A fixed kernel slides on; a gate changes them from one step to the next. */
export function weightsAt({ kernel, heard }: Run, { memory }: Setting, t: number): Weight[] {
  if (memory === "fixed")
    return Array.from(kernel, (w, lag) => ({ at: t - lag, w })).filter(({ at }) => at > -0.5);
  const now = Math.floor(t);
  return Array.from({ length: now + 1 }, (_, s) => ({
    at: s,
    w: heard.data[now * heard.cols + s]!,
  }));
}

/** Bars over the steps, strong where a token stands under them; below, how long ago each step was. */
export function weights(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { x, weights: box, column, narrow, lags } = layout;
  const y = linear(0, 1, box.bottom, box.top + 18);
  write(pen, box.left, box.top - 3, "start", say("weights"));
  rule(pen, box, box.bottom);
  const name = narrow ? undefined : letter(pen, "K", 14, box.cy + 10);
  if (!narrow) {
    write(pen, box.left - 6, y(1) + 4, "end", 1);
    write(pen, box.left - 6, lags, "end", say("lag"));
  }
  const [pale, strong] = [stroke(pen, "why-weight pale", "K"), stroke(pen, "why-weight", "K")];
  const [numbers, ago] = [pen.append("g"), pen.append("g")];
  const half = column / 2 - 4;
  const bar = ({ at, w }: Weight) =>
    `M${tenth(x(at) - half)} ${box.bottom}V${tenth(y(w))}h${2 * half}V${box.bottom}z`;
  return ({ result: r, values: v, t }: Moment<Setting, Run>) => {
    const seen = weightsAt(r, v, t).filter(({ w }) => Math.abs(w) > 1e-9);
    const met = ({ at }: Weight) => (r.u[Math.round(at)] ?? 0) !== 0;
    name?.attr("display", v.memory === "fixed" ? null : "none");
    pale.attr(
      "d",
      seen
        .filter((one) => !met(one))
        .map(bar)
        .join(""),
    );
    strong.attr("d", seen.filter(met).map(bar).join(""));
    numbers
      .selectAll<SVGTextElement, Weight>("text")
      .data(seen.filter(met))
      .join("text")
      .attr("class", "value why-number")
      .attr("x", ({ at }) => tenth(x(at)))
      .attr("y", ({ w }) => tenth(y(w) - 5))
      .text(({ w }) => (narrow ? brief(+w.toFixed(1), 3) : fixed(w)));
    const now = Math.floor(t);
    ago
      .selectAll<SVGTextElement, number>("text")
      .data(Array.from({ length: now + 1 }, (_, s) => s))
      .join("text")
      .attr("class", "tick")
      .attr("text-anchor", "middle")
      .attr("x", (s) => tenth(x(s)))
      .attr("y", lags)
      .text((s) => now - s);
  };
}
