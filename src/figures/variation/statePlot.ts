import { below, beside, scaleEnd, ticks } from "../../draw/axis.ts";
import { key } from "../../draw/key.ts";
import { curve, letter, type Pen, spot, stroke, tenth, write } from "../../draw/picture.ts";
import { marks } from "../../draw/ruleMarks.ts";
import { bySlopes, moments, type Run, slicesAt, slopesAt } from "./compute.ts";
import { slices } from "./inputPlot.ts";
import { T } from "./input.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { across, type Now, scales } from "./scales.ts";

type Scale = (x: number) => number;
const STEPS = 24;

/** The state: exact, left alone, and as the step sees it, slice upon slice or along a slope. */
export function statePlot(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { state: b, type } = layout;
  const x = across(b);
  write(pen, b.left, b.top - 9, "start", say("state"), "tick axis-title");
  letter(pen, "h", b.left - 36, b.cy + 6);
  const axis = stroke(pen, "axis");
  const numbers = ticks(pen);
  const layers = slices(pen);
  const alone = stroke(pen, "line thin smooth", "h");
  const exact = stroke(pen, "goal");
  const line = stroke(pen, "line", "h");
  const tangents = stroke(pen, "variation-tangent");
  const given = stroke(pen, "mark mine");
  const end = spot(pen, "h", 5);
  const lay = key(pen, { left: b.left, right: b.right + 10, y: layout.key, size: type }, [
    { look: "goal", word: say("exactly") },
    { look: "line", symbol: "h", word: say("line") },
    { look: "line thin smooth", symbol: "h", word: say("alone") },
    { look: "variation-slice", symbol: "u", word: say("piled"), as: "area" },
    { look: "variation-tangent", word: say("tangents") },
    { look: "mark mine", word: say("given"), as: `M9 -1${marks.bilinear}` },
  ]);
  return (now: Now) => {
    const { result: r, values: v, t } = now;
    const { low, high, y } = scales.state(now, b);
    axis.attr("d", `M${b.left} ${tenth(y(0))}H${b.right}`);
    numbers([
      ...(high > 0 ? [beside(b, b.top + 6, scaleEnd(high))] : []),
      ...(low < 0 ? [beside(b, b.bottom, scaleEnd(low))] : []),
      ...[0, 0.5, 1, 1.5].map((s) => below(b, x(s), s)),
      below(b, x(T), "2 s"),
    ]);
    exact.attr(
      "d",
      curve(r.exact, (i) => x(moments[i]!), y),
    );
    const slopes = bySlopes(v);
    const implicit = slopes && v.way !== "euler";
    lay((k) => k < 2 || (k < 4 ? !slopes : slopes && (k === 4 || implicit)));
    alone.attr("d", slopes ? "" : fading(v, 0, v.h0, x, y));
    layers(slopes ? [] : sediment(r, v, slicesAt(t), x, y));
    const place = slopes ? alongSlopes(now, x, y) : alongPile(r, v, slicesAt(t), x, y);
    line.attr("d", place.line);
    tangents.attr("d", place.tangents);
    given.attr("d", implicit ? place.given : "");
    end.attr("cx", tenth(place.x)).attr("cy", tenth(place.y));
  };
}

/** What is left of a state from one moment to the end of the step. */
function fading(v: Setting, from: number, h: number, x: Scale, y: Scale): string {
  const at = (i: number) => from + (i / STEPS) * (v.dt - from);
  const values = Array.from({ length: STEPS + 1 }, (_, i) => Math.exp(v.a * (at(i) - from)) * h);
  return curve(values, (i) => x(at(i)), y);
}

/** The first n slices as layers: each between what would be without it and what is with it, up to the end of the step. */
function sediment(r: Run, v: Setting, n: number, x: Scale, y: Scale): string[] {
  return Array.from({ length: n }, (_, k) => {
    const [lower, upper] = [course(r, v, k), course(r, v, k + 1)];
    const from = r.edges[k + 1]!;
    const at = (i: number) => from + (i / STEPS) * (v.dt - from);
    const points = Array.from({ length: STEPS + 1 }, (_, i) => at(i));
    const there = points.map((s) => `L${tenth(x(s))} ${tenth(y(upper(s)))}`).join("");
    const back = points
      .toReversed()
      .map((s) => `L${tenth(x(s))} ${tenth(y(lower(s)))}`)
      .join("");
    return `M${tenth(x(r.edges[k]!))} ${tenth(y(r.pile[k]!))}${there}${back}Z`;
  });
}

/** The state after the first n slices, if nothing else came. For Mamba's rule only the start fades. */
function course(r: Run, v: Setting, n: number): (s: number) => number {
  const from = r.edges[n]!;
  if (v.way !== "mamba") return (s) => Math.exp(v.a * (s - from)) * r.pile[n]!;
  const came = r.pile[n]! - Math.exp(v.a * from) * v.h0;
  return (s) => Math.exp(v.a * s) * v.h0 + came;
}

interface Place {
  readonly line: string;
  readonly tangents: string;
  readonly given: string;
  readonly x: number;
  readonly y: number;
}

function alongPile(r: Run, v: Setting, n: number, x: Scale, y: Scale): Place {
  const line = curve(r.pile, (i) => x(r.edges[i]!), y, 0, n);
  const end = course(r, v, n)(v.dt);
  return { line, tangents: "", given: "", x: x(v.dt), y: y(end) };
}

function alongSlopes({ result: r, values: v, t }: Now, x: Scale, y: Scale): Place {
  const { assumed, first, last, width, gives } = slopesAt(r, v, t);
  const to = v.way === "euler" ? width : v.dt;
  const near = 0.16;
  const tangent = (s: number, h: number, rate: number) =>
    `M${tenth(x(s - near))} ${tenth(y(h - near * rate))}L${tenth(x(s + near))} ${tenth(y(h + near * rate))}`;
  const start = `M${tenth(x(0))} ${tenth(y(v.h0))}L${tenth(x(near))} ${tenth(y(v.h0 + near * first))}`;
  return {
    line: `M${tenth(x(0))} ${tenth(y(v.h0))}L${tenth(x(to))} ${tenth(y(assumed))}`,
    tangents:
      (v.way === "backward" ? "" : start) + (v.way === "euler" ? "" : tangent(v.dt, assumed, last)),
    given: `M${tenth(x(v.dt))} ${tenth(y(gives))}${marks.bilinear}`,
    x: x(to),
    y: y(assumed),
  };
}
