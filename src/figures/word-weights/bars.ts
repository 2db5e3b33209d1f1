import { p, reach, stroke, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { learnedBy, textOf, tfIdf, weightsOf, wordAt, type Run } from "./compute.ts";
import { flow, shortened, type Cell } from "./flow.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

type Place = readonly [x: number, y: number, text: string];
const MOST = 34;

const centre = ({ left, width }: Cell) => left + width / 2;
const column = (cell: Cell, foot: number, h: number): string => {
  const wide = Math.min(MOST, cell.width - 8);
  return h === 0
    ? ""
    : `M${p(centre(cell) - wide / 2)} ${p(foot)}h${p(wide)}v${p(-h)}h${p(-wide)}z`;
};

/** The words of the text, and under each three columns: how often, how rare elsewhere, what was learned for the task. */
export function bars(
  pen: Pen,
  layout: Layout,
  say: (word: Phrase) => string,
): (now: Moment<Setting, Run>) => void {
  const chosen = pen.append("rect").attr("class", "word-chosen").attr("rx", 5);
  const feet = stroke(pen, "axis");
  const counted = [stroke(pen, "word-bar"), stroke(pen, "word-bar")];
  const [yes, no] = [stroke(pen, "word-weight", "h"), stroke(pen, "word-weight against", "h")];
  const [words, names, unmet] = [
    list(pen, "word", "middle"),
    list(pen, "tick", "end"),
    list(pen, "tick", "middle"),
  ];
  return ({ result: r, values: v }) => {
    const text = textOf(r);
    const cells = flow(text.words, layout);
    const learned = learnedBy(r, v, text.tongue);
    const weights = learned && weightsOf(text, learned);
    [text.tf, tfIdf(r, text)].forEach((values, row) => {
      const most = reach(1e-9, values ?? []);
      const one = (c: Cell) => column(c, c.feet[row]!, ((values?.[c.k] ?? 0) / most) * (c.row - 2));
      counted[row]!.attr("d", cells.map(one).join(""));
    });
    const most = reach(1e-9, weights ?? []);
    const signed = (side: 1 | -1) => (c: Cell) =>
      column(c, c.middle, side * Math.max(0, (side * (weights?.[c.k] || 0)) / most) * (c.half - 1));
    yes.attr("d", cells.map(signed(1)).join(""));
    no.attr("d", cells.map(signed(-1)).join(""));
    feet.attr(
      "d",
      cells
        .map(({ left, width, feet: [a, b], middle }) =>
          [a, b, middle].map((y) => `M${p(left)} ${p(y)}h${p(width)}`).join(""),
        )
        .join(""),
    );
    words(cells.map((c) => [centre(c), c.base, shortened(text.words[c.k]!, layout)]));
    unmet(
      cells
        .filter((c) => weights && Number.isNaN(weights[c.k]))
        .map((c) => [centre(c), c.middle - 3, "?"]),
    );
    names(
      cells.filter((c, k) => c.base !== cells[k - 1]?.base).flatMap((c) => titles(c, layout, say)),
    );
    frame(
      chosen,
      cells.find((c) => c.k === wordAt(text, v)),
    );
  };
}

function list(pen: Pen, look: string, anchor: string): (items: readonly Place[]) => void {
  const g = pen.append("g");
  return (items) =>
    void g
      .selectAll<SVGTextElement, Place>("text")
      .data(items)
      .join("text")
      .attr("class", look)
      .attr("x", ([x]) => p(x))
      .attr("y", ([, y]) => p(y))
      .attr("text-anchor", anchor)
      .text(([, , text]) => text);
}

/** The names of the rows, before the first word of a line. */
const titles = (
  { feet: [tf, rare], middle }: Cell,
  { words }: Layout,
  say: (word: Phrase) => string,
): Place[] => [
  [words.left - 6, tf - 2, say("tf")],
  [words.left - 6, rare - 2, say("rare")],
  [words.left - 6, middle + 4, say("learnt")],
];

function frame(
  rect: { attr(name: string, value: string | number | null): typeof rect },
  cell: Cell | undefined,
): void {
  rect.attr("display", cell ? null : "none");
  if (!cell) return;
  const { left, width, base, middle, half } = cell;
  rect
    .attr("x", p(left + 1))
    .attr("width", p(width - 2))
    .attr("y", p(base - 16))
    .attr("height", p(middle + half + 3 - base + 16));
}
