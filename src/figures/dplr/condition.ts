import { graspable, tellValue } from "../../draw/hand.ts";
import { linear, tick, type Pen, type Root } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { conditions, MOST_N, type Run, type Setting } from "./compute.ts";
import { lowOf, type Box } from "./layout.ts";

export type ConditionWord = "conditionName" | "noDigit" | "unitaryName" | "legsName" | "dragN";

const TOP = 48;

/** The condition number against N: LegS, the normal part, and the present one to take hold of. */
export function condition(
  pen: Pen,
  svg: Root,
  box: Box,
  say: (word: ConditionWord) => string,
  set: (patch: Partial<Setting>) => void,
) {
  const { left, right, top } = box;
  const x = linear(1, MOST_N, left, right);
  const log = linear(0, TOP, lowOf(box), top);
  const y = (c: number) => log(Math.log10(c));
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "A");
  const path = (name: string, d: string) => g.append("path").attr("class", name).attr("d", d);
  for (const [power, text] of POWERS) {
    path("axis", `M${left} ${log(power)}H${right}`);
    tick(g, left - 5, log(power) + 4, 0, "end").text(text);
  }
  for (const N of [1, 16, 32, 48, 64]) tick(g, x(N), lowOf(box) + 17, N, "middle");
  tick(g, (left + right) / 2, lowOf(box) + 33, 0, "middle").text("N");
  tick(g, left - 40, top - 12, 0, "start").text(say("conditionName"));
  const limit = y(1 / Number.EPSILON);
  path("off thin", `M${left} ${limit}H${right}`);
  tick(g, right, limit + 15, 0, "end")
    .classed("halo", true)
    .text(say("noDigit"));
  path(
    "line",
    conditions.map((c, i) => `${i ? "L" : "M"}${x(i + 1).toFixed(1)} ${y(c).toFixed(1)}`).join(""),
  );
  path("line zero", `M${left} ${log(0)}H${right}`).attr("data-symbol", "Anormal");
  const narrow = right - left < 200;
  const [px, py] = narrow ? [left + 5, top + 16] : [x(36), y(conditions[35]!) - 10];
  tick(g, px, py, 0, narrow ? "start" : "end")
    .classed("halo", true)
    .text(say("legsName"));
  tick(g, right, log(0) - 6, 0, "end")
    .classed("halo", true)
    .text(say("unitaryName"));
  return gripOf(svg, box, x, y, say("dragN"), set);
}

const POWERS = [
  [0, "1"],
  [16, "10¹⁶"],
  [32, "10³²"],
  [48, "10⁴⁸"],
] as const;

function gripOf(
  svg: Root,
  box: Box,
  x: (N: number) => number,
  y: (c: number) => number,
  label: string,
  set: (patch: Partial<Setting>) => void,
) {
  const { left, right, top, height } = box;
  const grip = svg.append<SVGGraphicsElement>("g").attr("data-symbol", "A");
  grip.append("rect").attr("class", "hit").attr("x", -14).attr("width", 28).attr("height", height);
  grip.append("path").attr("class", "cursor");
  grip.append("circle").attr("class", "handle").attr("r", 7);
  let [heldN, heldKappa] = [16, 1];
  const keep = (N: number) => set({ N: Math.max(2, Math.min(MOST_N, Math.round(N))) });
  graspable(grip, {
    label,
    move: (px) => keep(1 + ((px - left) / (right - left)) * (MOST_N - 1)),
    nudge: (dx, dy) => {
      if (dx) keep(heldN + dx);
      else set({ kappa: +Math.max(0, Math.min(1, heldKappa + dy / 100)).toFixed(2) });
    },
  });
  return ({ result: { eigen }, values: v }: Moment<Setting, Run>) => {
    [heldN, heldKappa] = [v.N, v.kappa];
    const c = eigen?.condition ?? 1;
    const py = y(Math.max(1, c));
    grip.attr("transform", `translate(${x(v.N).toFixed(1)},${py.toFixed(1)})`);
    grip.select("rect").attr("y", (top - py).toFixed(1));
    grip.select("path").attr("d", `M0 ${(top - py).toFixed(1)}V${(top + height - py).toFixed(1)}`);
    tellValue(grip, `N = ${v.N}: ${format(c)}`, v.N, 2, MOST_N);
  };
}
