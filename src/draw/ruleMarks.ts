import { ruleNames, type RuleName } from "../numerics/discretize.ts";
import type { Pen } from "./picture.ts";

/** A mark for each rule of discretisation, from its centre on by relative moves: told apart without colour. */
export const marks: Readonly<Record<RuleName, string>> = {
  zoh: "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
  bilinear: "m-3.6 -3.6h7.2v7.2h-7.2z",
  euler: "m0 -4.6l4.4 8h-8.8z",
  backward: "m0 -4.8l4.4 4.8l-4.4 4.8l-4.4 -4.8z",
};

/** The same mark at many places, as one path. */
export const marked = (rule: RuleName, places: readonly (readonly [number, number])[]): string =>
  places.map(([x, y]) => `M${x.toFixed(2)} ${y.toFixed(2)}${marks[rule]}`).join("");

/** Which mark is which rule: a row of marks with names, `left` and `width` in the picture's units. */
export function ruleKey(
  pen: Pen,
  place: { left: number; width: number; y: number },
  say: (rule: RuleName) => string,
) {
  const names = ruleNames.map((rule, k) => {
    const g = pen
      .append("g")
      .attr("transform", `translate(${place.left + (k * place.width) / 4},${place.y})`);
    g.append("path").attr("class", "mark").attr("d", `M0 -4${marks[rule]}`);
    g.append("text").attr("class", "tick").attr("x", 9).text(say(rule));
    return { rule, g };
  });
  return (chosen: RuleName) =>
    names.forEach(({ rule, g }) => g.select("path").classed("mine", rule === chosen));
}
