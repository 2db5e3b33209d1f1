import { type Pen, tenth } from "../../draw/picture.ts";
import type { Grid, Layout } from "./layout.ts";
import type { Span } from "../../numerics/scanTrace.ts";
import type { Network } from "./network.ts";
import type { Phrase } from "./phrases.ts";

/** Above the leaves their numbers, with a band over those that the node looked at stands for; at the left the phases. */
export function margins(pen: Pen, { net, type }: Layout, say: (word: Phrase) => string) {
  const g = pen.append("g").attr("class", "scan-margins");
  const band = g.append("rect").attr("class", "span").attr("rx", 4);
  const index = g.append("g");
  const phases = g.append("g");
  return (network: Network, grid: Grid, span: Span, t: number) => {
    const { n } = network;
    const y = net.top - grid.h(0) - 7;
    const every = n <= 16 ? 1 : n <= 32 ? 4 : 8;
    index
      .selectAll("text")
      .data(Array.from({ length: Math.ceil(n / every) }, (_, k) => k * every))
      .join("text")
      .attr("class", "tick")
      .attr("text-anchor", "middle")
      .attr("x", (i) => tenth(grid.x(i)))
      .attr("y", tenth(y))
      .text((i) => (i === 0 ? "t = 0" : String(i)));
    const half = grid.x(0.5) - grid.x(0);
    band
      .attr("display", span ? null : "none")
      .attr("x", tenth(grid.x(span?.from ?? 0) - half + 1))
      .attr("width", tenth(2 * half * ((span?.to ?? 0) - (span?.from ?? 0) + 1) - 2))
      .attr("y", tenth(y - type))
      .attr("height", tenth(type + 12 + 2 * grid.h(0)));
    const runs = phasesOf(network).filter((run) => run.word !== "clear" && run.word !== "keep");
    const label = phases
      .selectAll<SVGGElement, (typeof runs)[number]>("g")
      .data(runs)
      .join((enter) => {
        const fresh = enter.append("g");
        fresh.append("path").attr("class", "phase");
        fresh.append("text").attr("class", "tick").attr("text-anchor", "middle");
        return fresh;
      })
      .attr("class", ({ from, to }) => (t > from - 1 && t <= to ? "present" : ""));
    const [top, bottom] = [
      (from: number) => tenth(grid.y(from) - grid.h(from) - 3),
      (to: number) => tenth(grid.y(to) + grid.h(to) + 3),
    ];
    label.select("path").attr("d", ({ from, to }) => `M${net.left - 4} ${top(from)}V${bottom(to)}`);
    label
      .select("text")
      .attr(
        "transform",
        ({ from, to }) =>
          `translate(${net.left - 9},${tenth((top(from) + bottom(to)) / 2)})rotate(-90)`,
      )
      .text(({ word, from, to }) => {
        const text = say(word as Phrase);
        const room = bottom(to) - top(from) + 0.3 * grid.pitch;
        return text.length * (/[^\0-\x7f]/.test(text) ? type : 0.56 * type) <= room ? text : "";
      });
  };
}

/** Levels of the same phase in a row. */
function phasesOf({ phases }: Network) {
  const runs: { word: Network["phases"][number]; from: number; to: number }[] = [];
  phases.forEach((word, k) => {
    const last = runs.at(-1);
    if (last?.word === word) last.to = k + 1;
    else runs.push({ word, from: k + 1, to: k + 1 });
  });
  return runs;
}
