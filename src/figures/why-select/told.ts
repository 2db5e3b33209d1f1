import { brief } from "../../draw/brief.ts";
import { type Pen, stroke, write } from "../../draw/picture.ts";
import { fixed } from "../../kit/format.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { MOST_TOKENS, STEPS } from "./row.ts";

type Now = Moment<Setting, Run>;

/** The present output as a sum over the tokens, and what was asked. */
export function sums(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const left = layout.weights.left;
  const [sum, asked] = layout.sums.map((y) => write(pen, left, y, "start", "", "sum"));
  return ({ result: r, t }: Now) => {
    const now = Math.floor(t);
    const terms = r.places.flatMap((p) => {
      const w = r.heard.data[now * r.heard.cols + p]!;
      const x = brief(r.u[p]!, 2);
      return Math.abs(w) < 0.005 ? [] : [`${fixed(w)} · ${r.u[p]! < 0 ? `(${x})` : x}`];
    });
    const total = fixed(r.y[now]!);
    sum!.text(
      `y = ${terms.length > 0 ? `${terms.join(" + ")} = ${total}` : `${total}  (${say("nothing")})`}`,
    );
    const wanted = r.asked[now - STEPS];
    asked!.text(wanted === undefined ? "" : `${say("wanted")}: ${brief(wanted, 2)}`);
  };
}

/** The numbers that the gate keeps, the newest on the left; what it pushes out on the right is the output. */
export function register(
  pen: Pen,
  { register: box, narrow }: Layout,
  say: (word: Phrase) => string,
) {
  const g = pen.append("g");
  const [first, width] = [box.left + (narrow ? 62 : 70), narrow ? 36 : 52];
  write(g, box.left, box.cy + 4, "start", say("register"));
  const frames = stroke(g, "why-slot", "h");
  const out = stroke(g, "why-slot", "y");
  const arrow = stroke(g, "why-arrow", "y").attr("marker-end", "url(#arrow)");
  const values = Array.from({ length: MOST_TOKENS + 1 }, () =>
    write(g, 0, box.cy + 4.5, "middle", "", "value"),
  );
  const slot = (left: number) => `M${left} ${box.top}h${width}v${box.height}h${-width}z`;
  return ({ result: r, values: v, t }: Now) => {
    const { K, register: h, y } = r;
    g.attr("display", v.memory === "gate" ? null : "none");
    const now = Math.floor(t);
    const end = first + K * width;
    const last = end + (narrow ? 20 : 28);
    frames.attr("d", Array.from({ length: K }, (_, k) => slot(first + k * width)).join(""));
    out.attr("d", slot(last));
    arrow.attr("d", `M${end + 3} ${box.cy}H${last - 3}`);
    values.forEach((text, k) => {
      const left = k < K ? first + k * width : last;
      text
        .attr("x", left + width / 2)
        .attr("data-symbol", k < K ? "h" : "y")
        .text(k > K ? "" : brief(k < K ? h.data[now * K + k]! : y[now]!, narrow ? 3 : 4));
    });
  };
}
