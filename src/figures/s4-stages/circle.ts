import { graspable, tellValue } from "../../draw/hand.ts";
import { type Pen, type Root, spot, stroke, tenth, write } from "../../draw/picture.ts";
import { surface } from "../../draw/scrub.ts";
import type { Moment } from "../../kit/figure.ts";
import { at as stage, indexOf, rootOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { complexText } from "./panel.ts";
import type { Setting } from "./params.ts";

/** At most so many points have their number beside them. */
const NUMBERED = 8;

type Now = Moment<Setting, Run>;

/** The roots of unity, one of them looked at: chosen by pointer or arrow keys. */
export function circle(
  pen: Pen,
  svg: Root,
  { circle: { x, y, r, area }, plane }: Layout,
  words: { readonly title: string; readonly look: string },
  set: (patch: Partial<Setting>) => void,
) {
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "zroot");
  write(g, area.left, plane.top - 14, "start", words.title, "tick axis-title");
  stroke(g, "axis").attr(
    "d",
    `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0M${x - r - 6} ${y}H${x + r + 6}M${x} ${y - r - 6}V${y + r + 6}`,
  );
  const dots = stroke(g, "dots");
  const ray = stroke(g, "s4-ray");
  const now = spot(g, "zroot", 5.5);
  const numbers = g.append("g");
  const grip = surface(svg, area, "choosing");
  let moment: Now;
  const choose = (j: number) => {
    const L = moment.result.roots.length;
    const next = ((Math.round(j) % L) + L) % L;
    if (next !== moment.values.j) set({ j: next });
  };
  graspable(grip, {
    label: words.look,
    free: true,
    move: (px, py) =>
      choose((Math.atan2(py - y, px - x) / (2 * Math.PI)) * moment.result.roots.length),
    nudge: (dx, dy) => choose(turned(moment, dx + dy)),
  });
  return (next: Now) => {
    moment = next;
    const { result: r_, values: v, t } = next;
    const L = r_.roots.length;
    const place = (j: number, far = r) => {
      const { z } = r_.roots[j]!;
      return [tenth(x + far * z.re), tenth(y - far * z.im)] as const;
    };
    dots.attr("d", r_.roots.map((_, j) => `M${place(j).join(" ")}h0`).join(""));
    const j = indexOf(r_, v.j);
    const [cx, cy] = place(j);
    now.attr("cx", cx).attr("cy", cy);
    ray.attr("d", `M${x} ${y}L${cx} ${cy}`);
    const by = Math.ceil(L / NUMBERED);
    const all = r_.roots.map((_, k) => k).filter((k) => k % by === 0 && k <= L - by);
    numbers
      .selectAll("text")
      .data(all)
      .join("text")
      .attr("class", "tick")
      .attr("text-anchor", "middle")
      .attr("x", (k) => place(k, r + 15)[0])
      .attr("y", (k) => place(k, r + 15)[1] + 4)
      .text(String);
    g.attr("display", t >= stage.series ? null : "none");
    tellValue(grip, `j = ${j}, z = ${complexText(rootOf(r_, v).z)}`, j, 0, L - 1);
  };
}

/** The point so many steps on: arrows go round, Home and End do not. */
function turned({ result: r, values: v }: Now, by: number): number {
  const last = r.roots.length - 1;
  if (Math.abs(by) > last) return by < 0 ? 0 : last;
  return indexOf(r, v.j) + by;
}
