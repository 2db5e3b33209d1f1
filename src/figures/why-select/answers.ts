import { calm, scaleEnd } from "../../draw/axis.ts";
import { letter, linear, type Pen, reach, stroke, tenth, write } from "../../draw/picture.ts";
import { fixed } from "../../kit/format.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import { STEPS } from "./row.ts";

/** What was asked for as rings, what was answered as dots, and between them what is missed. */
export function answers(pen: Pen, { answers: box, x, narrow, column }: Layout) {
  const axis = stroke(pen, "axis");
  const missed = stroke(pen, "why-miss");
  const rings = stroke(pen, "why-wanted", "u");
  const ghosts = stroke(pen, "dots ghost", "y");
  const dots = stroke(pen, "dots big", "y");
  const values = pen.append("g");
  if (!narrow) letter(pen, "y", box.left - 40, box.cy + 6);
  const ends = [box.top + 10, box.bottom].map((y) => write(pen, box.left - 4, y, "end"));
  return ({ result: r, t, ghost, held }: Moment<Setting, Run>) => {
    const scaled = held?.result ?? r;
    const most = calm(reach(1, scaled.asked, scaled.y.subarray(STEPS)));
    const y = linear(-most, most, box.bottom, box.top);
    axis.attr("d", `M${box.left} ${tenth(y(0))}H${tenth(x(STEPS + r.K - 1) + column / 2)}`);
    [most, -most].forEach((end, k) => ends[k]!.text(scaleEnd(end)));
    const given = Array.from(r.asked.keys()).filter((i) => STEPS + i <= t);
    const place = (i: number, value: number) => `M${tenth(x(STEPS + i))} ${tenth(y(value))}`;
    rings.attr(
      "d",
      Array.from(
        r.asked,
        (wanted, i) => `${place(i, wanted)}m-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0`,
      ).join(""),
    );
    missed.attr(
      "d",
      given.map((i) => `${place(i, r.asked[i]!)}V${tenth(y(r.y[STEPS + i]!))}`).join(""),
    );
    dots.attr("d", given.map((i) => `${place(i, r.y[STEPS + i]!)}h0`).join(""));
    const old = ghost?.result;
    ghosts.attr(
      "d",
      old && old.K === r.K
        ? Array.from(old.asked, (_, i) => `${place(i, old.y[STEPS + i]!)}h0`).join("")
        : "",
    );
    values
      .selectAll<SVGTextElement, number>("text")
      .data(narrow ? [] : given)
      .join("text")
      .attr("class", "value")
      .attr("data-symbol", "y")
      .attr("x", (i) => tenth(x(STEPS + i)))
      .attr("y", box.bottom + 20)
      .text((i) => fixed(r.y[STEPS + i]!, 1));
  };
}
