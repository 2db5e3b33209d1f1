import { cut, offScale } from "../../draw/cut.ts";
import { curve, letter, type Pen, stroke, write } from "../../draw/picture.ts";
import { marked } from "../../draw/ruleMarks.ts";
import { ruleNames } from "../../numerics/discretize.ts";
import { shownStep, STEPS } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Phrase } from "./phrases.ts";
import { HALF, type Now, phaseScale } from "./scales.ts";

const FINE = 480;

/** The two states as a point: its exact way, the chosen rule's, and where the other rules are now. */
export function phase(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { phase: b } = layout;
  const { x, y } = phaseScale(layout);
  write(pen, b.left, b.top - 10, "start", say("phase"), "tick axis-title");
  stroke(pen, "axis").attr("d", `M${b.left} ${b.cy}H${b.right}M${b.cx} ${b.top}V${b.bottom}`);
  letter(pen, "h", b.right - 14, b.cy + 20, "1");
  letter(pen, "h", b.cx - 26, b.top + 12, "2");
  const exact = stroke(pen, "goal");
  const line = stroke(pen, "mode mine");
  const others = stroke(pen, "mark");
  const mine = stroke(pen, "mark mine");
  const beyond = offScale(pen, say("beyond"), layout.type);
  return ({ result: r, values: v, t }: Now) => {
    const n = shownStep(t);
    const end = v.dt * STEPS;
    const at = (i: number) => {
      const s = (i / FINE) * end;
      const long = Math.exp(v.a * s);
      return [long * Math.cos(v.w * s), long * Math.sin(v.w * s)] as const;
    };
    const round =
      v.a === 0 ? Math.min(FINE, Math.ceil((FINE * 2.02 * Math.PI) / (v.w * end))) : FINE;
    const heights = Array.from({ length: round + 1 }, (_, i) => at(i)[1]);
    exact.attr(
      "d",
      curve(heights, (i) => x(at(i)[0]), y),
    );
    const inside = (place: readonly [number, number]) =>
      Math.max(Math.abs(place[0]), Math.abs(place[1])) <= HALF;
    const place = ([p, q]: readonly [number, number]) => [x(p), y(q)] as const;
    const { h } = r.rules[v.rule];
    const way = cut(
      b,
      (k) => x(h[k]![0]),
      (k) => y(h[k]![1]),
      0,
      n,
    );
    line.attr("d", way.d);
    beyond(way.off, { x: b.right, y: b.bottom - 4 });
    mine.attr(
      "d",
      marked(
        v.rule,
        h
          .slice(0, n + 1)
          .filter(inside)
          .map(place),
      ),
    );
    others.attr(
      "d",
      ruleNames
        .filter((rule) => rule !== v.rule)
        .map((rule) => marked(rule, [r.rules[rule].h[n]!].filter(inside).map(place)))
        .join(""),
    );
  };
}
