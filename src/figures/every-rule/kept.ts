import { below, beside, scaleEnd, ticks } from "../../draw/axis.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { type Pen, plate, stroke, tenth, write } from "../../draw/picture.ts";
import { marked } from "../../draw/ruleMarks.ts";
import { type RuleName, ruleNames } from "../../numerics/discretize.ts";
import { keeps } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Phrase } from "./phrases.ts";
import { HIGH, keptScale, LOW, type Now } from "./scales.ts";

const FINE = 120;

/** What each rule keeps of a real pole, as a curve over λΔ, and the poles of LegS upon it. */
export function kept(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { kept: b } = layout;
  write(pen, b.left, b.top - 10, "start", say("kept"), "tick axis-title");
  const band = plate(pen, "region", { left: b.left, top: 0, width: b.width, height: 0 });
  const axis = stroke(pen, "axis");
  const numbers = ticks(pen);
  const curves = ruleNames.map((rule) => ({ rule, line: stroke(pen, "mode") }));
  const others = stroke(pen, "mark");
  const mine = stroke(pen, "mark mine");
  const beyond = offScale(pen, say("beyond"), layout.type);
  return (now: Now) => {
    const { result: r, values: v } = now;
    const { most, x, y } = keptScale(now, layout);
    band.attr("y", tenth(y(1))).attr("height", tenth(y(-1) - y(1)));
    axis.attr("d", `M${b.left} ${tenth(y(0))}H${b.right}`);
    numbers([
      ...[1, 0, -1, -2].map((k) => beside(b, y(k), scaleEnd(k))),
      below(b, x(-most), scaleEnd(-most), "start"),
      below(b, x(0), "0"),
    ]);
    let off = "";
    for (const { rule, line } of curves) {
      const s = (i: number) => -(i / FINE) * most;
      const drawn = cut(
        b,
        (i) => x(s(i)),
        (i) => y(keeps[rule](s(i))),
        0,
        FINE,
      );
      line.classed("mine", rule === v.rule).attr("d", drawn.d);
      if (rule === v.rule) off = drawn.off;
    }
    const places = (rule: RuleName) =>
      Array.from(r.rules[rule].poles, (z, n) => [-(n + 1) * v.dt, z] as const)
        .filter(([p, z]) => p >= -most && z >= LOW && z <= HIGH)
        .map(([p, z]) => [x(p), y(z)] as const);
    const fastest = (rule: RuleName) => places(rule).slice(v.N - 1);
    others.attr(
      "d",
      ruleNames
        .filter((rule) => rule !== v.rule)
        .map((rule) => marked(rule, fastest(rule)))
        .join(""),
    );
    mine.attr("d", marked(v.rule, places(v.rule)));
    const lost = r.rules[v.rule].poles.some((z) => z < LOW);
    beyond(lost ? off : "", { x: b.right, y: b.bottom - 6 });
  };
}
