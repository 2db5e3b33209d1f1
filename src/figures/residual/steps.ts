import { framed } from "../../draw/framed.ts";
import { linear, reach, stroke, tenth, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { deltaOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** Δ of one channel of S6 over time; of another while its slider is held, on the scale that was there. */
export function steps(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const low = layout.delta;
  const title = write(pen, 4, low.top - 7, "start", "", "tick strong");
  const g = pen.append("g").attr("data-symbol", "Deltat");
  stroke(g, "axis").attr("d", `M${low.left} ${low.bottom}H${low.right}`);
  const { inside, beyond } = framed(g, low, "residual-delta", say("beyond"));
  const path = stroke(inside, "residual-delta");
  const most = write(g, low.left - 5, low.top + 10, "end");
  const none = write(pen, low.cx, low.cy + 4, "middle", say("noDelta"));
  return ({ result: r, values: v, held }: Moment<Setting, Run>) => {
    const named = say("deltaTitle").replace("#layer", String(v.layer));
    title.text(named.replace("#channel", String(v.channel)));
    const delta = v.way === "s6" ? deltaOf(r, v) : undefined;
    none.attr("display", v.way === "s6" ? "none" : null);
    const scaled = held && v.way === "s6" ? deltaOf(held.result, held.values) : delta;
    const highest = reach(1e-9, scaled ?? []);
    most.text(scaled ? format(highest, 2) : "");
    const x = linear(-0.5, r.hops - 0.5, low.left, low.right);
    const y = linear(0, highest, low.bottom, low.top);
    path.attr("d", delta ? rise(delta, x, y, low) : "");
    beyond(delta ? [delta] : [], x, y);
  };
}

function rise(
  delta: ArrayLike<number>,
  x: (hop: number) => number,
  y: (d: number) => number,
  { left, right, bottom }: Layout["delta"],
): string {
  let d = `M${left} ${bottom}`;
  for (let k = 0; k < delta.length; k++) d += `L${tenth(x(k))} ${tenth(y(delta[k]!))}`;
  return `${d}L${right} ${bottom}Z`;
}
