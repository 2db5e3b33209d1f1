import { heatMap } from "../../draw/heatMap.ts";
import { snug } from "../../draw/axis.ts";
import { p, type Pen, reach, stroke, write } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import type { Moment } from "../../kit/figure.ts";
import { chunksOf, type Run } from "./compute.ts";
import { columnAt, type Layout, middleOf, rowAt } from "./layout.ts";
import { cellOf, chunkAt, type Phase, phaseAt } from "./moment.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { glyph } from "./tokens.ts";

type Say = (word: Phrase) => string;
/** Rows and columns from … up to, not including, …. */
type Part = readonly [top: number, bottom: number, left: number, right: number];

interface Lit {
  /** What is computed by now, the present step's part of it, and what goes through a state at this step. */
  readonly done: readonly Part[];
  readonly now: readonly Part[];
  readonly through: readonly Part[];
}

/** What of the matrix a step concerns. */
function litAt(r: Run, t: number, phase: Phase): Lit {
  const T = r.tokens.length;
  const chunks = chunksOf(r.stages.starts, T);
  const all: Part = [0, T, 0, T];
  const diagonal = chunks.map(([from, to]): Part => [from, to, from, to]);
  const left = chunks.slice(1).map(([from, to]): Part => [from, to, 0, from]);
  switch (phase) {
    case "begins":
      return { done: [], now: [], through: [] };
    case "walks": {
      const i = Math.min(T, Math.floor(t)) - 1;
      return { done: [[0, i + 1, 0, T]], now: [], through: [[i, i + 1, 0, i + 1]] };
    }
    case "dots":
    case "decays":
    case "weighs":
    case "sums":
      return { done: [all], now: phase === "sums" ? [all] : [], through: [] };
    case "inside":
      return { done: diagonal, now: diagonal, through: [] };
    case "states": {
      const down = chunks.slice(0, -1).map(([from, to]): Part => [to, T, from, to]);
      return { done: diagonal, now: [], through: down };
    }
    case "carries":
      return { done: diagonal, now: [], through: [left[chunkAt(t) - 1]!] };
    case "output":
      return { done: [all], now: left, through: [] };
  }
}

/** The matrix over the tokens: what is done in full, what is to come faint, the chunks' blocks, above them their ranks. */
export function matrixView(pen: Pen, layout: Layout, say: Say) {
  const { matrix: at } = layout;
  const draw = heatMap(pen.append("g").attr("data-symbol", "Mij"), at);
  const [dim, grid, now, through] = [
    stroke(pen, "faces-dim"),
    stroke(pen, "faces-grid"),
    stroke(pen, "faces-now"),
    stroke(pen, "faces-through"),
  ];
  const ranks = pen.append("g").attr("class", "faces-ranks");
  const drawLabels = labels(pen, layout);
  const title = write(pen, at.left, 15, "start", "", "tick strong");
  const full = write(pen, at.right, 15, "end");
  return ({ result: r, values: v, t, withheld }: Moment<Setting, Run>) => {
    const T = r.tokens.length;
    const phase = phaseAt(r, v, t);
    const shown = phase === "dots" ? r.dots : phase === "decays" ? r.decays : r.M;
    const most = snug(reach(1e-9, shown.data));
    const { i, j } = cellOf(r, v, t);
    draw(shown, { most, chosen: { row: i, col: j }, lower: true });
    const lit = litAt(r, t, phase);
    const rect = ([top, bottom, left, right]: Part) =>
      `M${p(columnAt(at, left, T))} ${p(rowAt(at, top, T))}H${p(columnAt(at, right, T))}V${p(rowAt(at, bottom, T))}H${p(columnAt(at, left, T))}Z`;
    // Even-odd: the whole lower triangle's square, without what is done.
    dim.attr(
      "d",
      lit.done.length > 0
        ? `${rect([0, T, 0, T])}${lit.done.map(rect).join("")}`
        : rect([0, T, 0, T]),
    );
    now.attr("d", lit.now.map(rect).join(""));
    through.attr("d", lit.through.map(rect).join(""));
    grid.attr("d", blocksOf(r).map(rect).join(""));
    const hides = withheld?.has("rank") || withheld?.has("picture");
    tellRanks(ranks, r, at, hides || phase === "dots" || phase === "decays");
    drawLabels(r, { i, j });
    title.text(
      say(phase === "dots" ? "dotsTitle" : phase === "decays" ? "decaysTitle" : "matrixTitle"),
    );
    full.text(`${say("full")} ${format(most, 2)}`);
  };
}

/** The chunks' squares on the diagonal and the blocks below them. */
function blocksOf({ stages, tokens }: Run): Part[] {
  const chunks = chunksOf(stages.starts, tokens.length);
  return chunks.flatMap(([top, bottom], c) =>
    chunks.slice(0, c + 1).map(([left, right]): Part => [top, bottom, left, right]),
  );
}

/** The rank of each block, in its mirror image above the diagonal. */
function tellRanks(pen: Pen, r: Run, at: Layout["matrix"], hidden: boolean): void {
  const T = r.tokens.length;
  const chunks = chunksOf(r.stages.starts, T);
  const centre = ([from, to]: readonly [number, number]) => (from + to) / 2;
  pen
    .selectAll<SVGTextElement, Run["blocks"][number]>("text")
    .data(hidden ? [] : [...r.blocks])
    .join("text")
    .attr("class", "value faces-rank")
    .attr("x", ({ row }) => p(columnAt(at, centre(chunks[row]!), T)))
    .attr("y", ({ col }) => p(rowAt(at, centre(chunks[col]!), T) + 4.5))
    .text(({ rank }) => rank);
}

/** The tokens over their columns and beside their rows; those of the cell looked at stand out. */
function labels(pen: Pen, { matrix: at }: Layout) {
  const [top, side] = [pen.append("g"), pen.append("g")];
  return ({ tokens }: Run, { i, j }: { readonly i: number; readonly j: number }) => {
    const T = tokens.length;
    const tell = (g: Pen, chosen: number) =>
      g
        .selectAll<SVGTextElement, string>("text")
        .data([...tokens])
        .join("text")
        .attr("class", (_, k) => (k === chosen ? "value faces-token chosen" : "value faces-token"))
        .text(glyph);
    tell(top, j)
      .attr("x", (_, k) => p(columnAt(at, k + 0.5, T)))
      .attr("y", at.top - 7);
    tell(side, i)
      .attr("x", at.left - 13)
      .attr("y", (_, k) => p(middleOf(at, k, T) + 4.5));
  };
}
