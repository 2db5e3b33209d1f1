import { type Pen, stroke } from "../../draw/picture.ts";
import { endOf } from "./curves.ts";
import { shownOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { shapes } from "./marks.ts";
import { methods, onCard, type Method } from "./methods.ts";
import type { Setting } from "./params.ts";
import { focusOf, lookedAt } from "./readouts.ts";
import { curveOf, type Scales } from "./scales.ts";
import { amount, duration } from "../../kit/units.ts";

/** Room of one name. */
const LINE = 19;

/** Heights near the wanted ones, in their order, none closer than a line to the next, all between two edges. */
export function spread(wanted: readonly number[], top: number, bottom: number): number[] {
  const order = wanted.map((_, k) => k).toSorted((i, j) => wanted[i]! - wanted[j]!);
  const out = [...wanted];
  let least = top;
  for (const k of order) least = (out[k] = Math.max(least, out[k]!)) + LINE;
  let most = bottom;
  for (const k of order.toReversed()) most = (out[k] = Math.min(most, out[k]!)) - LINE;
  return out;
}

/** What a method has at the length looked at, as the name's own number. */
function numberOf(r: Run, v: Setting, method: Method): string {
  const L = r.sizes[lookedAt(r, v)]!;
  const value = curveOf(r, v, method).find(([x]) => x === L)?.[1];
  if (value === undefined) return "";
  return v.plot === "time" ? duration(value) : amount(value);
}

/** The methods' names with their marks and numbers; a name can be clicked to bring its method into focus. */
export function names(
  pen: Pen,
  at: Layout,
  say: (method: Method) => string,
  choose: (method: Method) => void,
) {
  const lead = stroke(pen, "scan-lead");
  const parts = methods.map((method) => {
    const g = pen
      .append("g")
      .attr("class", `scan-name scan-curve ${method in onCard ? "card" : "cpu"}`)
      .on("click", () => choose(method));
    stroke(g, "marks").attr("d", `M0 -4${shapes[method]}`);
    const text = g.append("text").attr("class", "tick").attr("x", 11);
    text.append("tspan").attr("class", "method-name").text(say(method));
    return { method, g, number: text.append("tspan").attr("class", "number").attr("dx", 6) };
  });
  return (r: Run, v: Setting, s: Scales) => {
    const shown = shownOf(v);
    const ends = shown.map((m) => endOf(r, v, m));
    const places = at.names.beside ? beside(at, s, ends) : below(at, shown.length);
    const focus = focusOf(r, v);
    let lines = "";
    for (const { method, g, number } of parts) {
      const k = shown.indexOf(method);
      g.attr("display", k < 0 ? "none" : null)
        .classed("mine", method === focus)
        .classed("absent", !ends[Math.max(0, k)]);
      if (k < 0) continue;
      const [x, y] = places[k]!;
      g.attr("transform", `translate(${x},${y.toFixed(1)})`);
      const end = ends[k];
      number.text(end ? numberOf(r, v, method) : "—");
      if (end && at.names.beside)
        lines += `M${(s.x(end[0]) + 7).toFixed(1)} ${s.y(end[1]).toFixed(1)}L${x - 9} ${(y - 4).toFixed(1)}`;
    }
    lead.attr("d", lines);
  };
}

function beside(at: Layout, s: Scales, ends: ReturnType<typeof endOf>[]): [number, number][] {
  const wanted = ends.map((end) => (end ? s.y(end[1]) + 4 : at.bottom));
  return spread(wanted, at.top + 8, at.bottom + 4).map((y) => [at.names.left, y]);
}

const below = (at: Layout, count: number): [number, number][] =>
  Array.from({ length: count }, (_, k) => [
    at.names.left + (k % 2) * (at.width / 2),
    at.names.top + Math.floor(k / 2) * 22,
  ]);
