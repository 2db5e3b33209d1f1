import { type Pen, stroke, write } from "../../draw/picture.ts";
import type { Layout } from "./layout.ts";
import { cross } from "./marks.ts";

export interface Legend {
  readonly target: string;
  readonly fix: string;
  readonly estimate: string;
  readonly next: string;
  readonly smooth: string;
  readonly refused: string;
}

const circle = (r: number) => `M${10 - r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

/** Which mark is what, in the marks themselves; the last two come and go with their toggles. */
export function legend(pen: Pen, layout: Layout, words: Legend) {
  const item = (k: number, text: string, symbol: string | null, ...marks: [string, string][]) => {
    const [x, y] = layout.slot(k);
    const g = pen.append("g").attr("transform", `translate(${x},${y})`).attr("data-symbol", symbol);
    for (const [name, d] of marks) stroke(g, name).attr("d", d);
    write(g, 26, 4, "start", text);
    return g;
  };
  item(0, words.target, null, ["truth", "M0 0H20"], ["spot", circle(4.5)]);
  item(1, words.fix, "y", ["fix", cross(10, 0, 3.5)]);
  item(2, words.estimate, "hhat", ["ellipse present", circle(7)], ["line thin", "M0 0H20"]);
  item(3, words.next, "hprior", ["ellipse next", circle(7) + circle(3)]);
  const smooth = item(4, words.smooth, "hsmooth", ["ribbon", "M0 0H20"]);
  const refused = item(5, words.refused, "y", ["fix", cross(10, 0, 3.5)], ["refused", circle(7)]);
  return (shown: { smooth: boolean; gate: boolean }) => {
    smooth.attr("display", shown.smooth ? null : "none");
    refused.attr("display", shown.gate ? null : "none");
  };
}
