import { rung } from "../../draw/axis.ts";
import { upright } from "../../draw/scrub.ts";
import type { Box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { linear, type Pen, type Root, stroke, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { conditions, MOST_N, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

const TOP = 48;

/** The condition number against N: LegS, the normal part, and the present one to take hold of. */
export function condition(
  pen: Pen,
  svg: Root,
  box: Box,
  say: (word: Phrase) => string,
  set: (patch: Partial<Setting>) => void,
) {
  const { left, right, top } = box;
  const x = linear(1, MOST_N, left, right);
  const log = linear(0, TOP, box.bottom, top);
  const y = (c: number) => log(Math.log10(c));
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "A");
  const path = (name: string, d: string) => stroke(g, name).attr("d", d);
  for (const [power, text] of POWERS) rung(g, box, log(power), text);
  for (const N of [1, 16, 32, 48, 64]) write(g, x(N), box.bottom + 17, "middle", N);
  write(g, (left + right) / 2, box.bottom + 33, "middle", "N");
  write(g, left - 40, top - 12, "start", say("conditionName"));
  const limit = y(1 / Number.EPSILON);
  path("off thin", `M${left} ${limit}H${right}`);
  write(g, right, limit + 15, "end", say("noDigit"), "tick halo");
  path(
    "line",
    conditions.map((c, i) => `${i ? "L" : "M"}${x(i + 1).toFixed(1)} ${y(c).toFixed(1)}`).join(""),
  );
  path("line zero", `M${left} ${log(0)}H${right}`).attr("data-symbol", "Anormal");
  const narrow = right - left < 200;
  const [px, py] = narrow ? [left + 5, top + 16] : [x(36), y(conditions[35]!) - 10];
  write(g, px, py, narrow ? "start" : "end", say("legsName"), "tick halo");
  write(g, right, log(0) - 6, "end", say("unitaryName"), "tick halo");
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
  const { left, right } = box;
  const { grip, put } = upright(svg, box, "A");
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
    put(x(v.N), py);
    tellValue(grip, `N = ${v.N}: ${format(c)}`, v.N, 2, MOST_N);
  };
}
