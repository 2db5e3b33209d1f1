import { linear, type Pen, stems, stroke, tenth, write } from "../../draw/picture.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";

/** From a half-step to its place on the strip of innovations. */
export const testX = ({ test }: Layout, r: Run) =>
  linear(0, 2 * r.y.length - 1, test.left + 3, test.right - 3);

/** Innovations in units of what the filter expects: nineteen of twenty should lie within ±2. */
export function innovations(pen: Pen, layout: Layout) {
  const { test } = layout;
  const path = (name: string) => stroke(pen, name, "e");
  const edges = path("goal");
  const hanging = path("stem");
  const dots = path("dots small");
  write(pen, 2, test.top + test.height / 2 + 5, "start", "", "letter small")
    .attr("data-symbol", "e")
    .text("e/√S");
  return (r: Run) => {
    // Three deviations to each side, more where an innovation is larger.
    const most = r.white.reduce((m, x) => (Math.abs(x) > m ? Math.abs(x) : m), 3);
    const y = linear(-most, most, test.bottom, test.top);
    const x = testX(layout, r);
    const hung = stems(r.white, (t) => x(2 * t + 1), y);
    hanging.attr("d", hung.lines);
    dots.attr("d", hung.dots);
    const edge = (z: number) => `M${test.left} ${tenth(y(z))}H${test.right}`;
    edges.attr("d", edge(-2) + edge(2));
  };
}
