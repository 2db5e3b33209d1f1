import { heatMap } from "../../draw/heatMap.ts";
import { letter, p, type Pen, reach, stroke, write } from "../../draw/picture.ts";
import { box } from "../../draw/box.ts";
import { fixed } from "../../kit/format.ts";
import type { Moment } from "../../kit/figure.ts";
import { zeros, type Matrix } from "../../numerics/matrix.ts";
import { chunksOf, type Run } from "./compute.ts";
import { type Layout, middleOf } from "./layout.ts";
import { chunkAt, phaseAt } from "./moment.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

type Say = (word: Phrase) => string;
/** A number of a table: where its row is, and whether this step made it. */
interface Entry {
  readonly i: number;
  readonly value: number;
  readonly fresh: boolean;
}

/** The states that there are at a step, T × N, NaN where there is none; and which rows the step made. */
export function statesAt(r: Run, v: Setting, t: number): { h: Matrix; fresh: ReadonlySet<number> } {
  const [T, N] = [r.tokens.length, r.layer.states];
  const h = { ...zeros(T, N), data: new Float64Array(T * N).fill(NaN) };
  const fresh = new Set<number>();
  const phase = phaseAt(r, v, t);
  const put = (i: number, from: Float64Array, at: number) =>
    h.data.set(from.subarray(at * N, (at + 1) * N), i * N);
  if (phase === "walks") {
    const last = Math.min(T, Math.floor(t)) - 1;
    for (let i = 0; i <= last; i++) put(i, r.h.data, i);
    fresh.add(last);
  }
  if (phase !== "states" && phase !== "carries" && phase !== "output") return { h, fresh };
  const carried = phase === "states" ? 0 : phase === "output" ? Infinity : chunkAt(t);
  chunksOf(r.stages.starts, T).forEach(([, to], c, all) => {
    const known = c < carried && c + 1 < all.length;
    if (known) put(to - 1, r.stages.entering, c + 1);
    else put(to - 1, r.stages.states, c);
    if (phase === "states" || c + 1 === carried) fresh.add(to - 1);
  });
  return { h, fresh };
}

/** What each output has at a step: from the matrix, from a state, and both; nothing where there is none. */
export function outputsAt(r: Run, v: Setting, t: number): readonly (readonly Entry[])[] {
  const phase = phaseAt(r, v, t);
  const list = (of: Float64Array, there: (i: number) => boolean, fresh = there) =>
    Array.from(of.keys(), (i): Entry => ({ i, value: of[i]!, fresh: fresh(i) })).filter(({ i }) =>
      there(i),
    );
  const none: readonly Entry[] = [];
  const every = () => true;
  const never = () => false;
  if (phase === "walks") {
    const last = Math.floor(t) - 1;
    const walked = list(
      r.y,
      (i) => i <= last,
      (i) => i === last,
    );
    return [none, walked, walked];
  }
  if (phase === "sums") {
    const all = list(r.ySums, every);
    return [all, none, all];
  }
  if (v.way !== "chunked" || phase === "begins") return [none, none, none];
  const { inside, carried, starts, y } = r.stages;
  const ends = phase === "output" || starts.length === 1;
  const later = (i: number) => starts.length > 1 && i >= starts[1]!;
  return [
    list(inside, every, phase === "inside" ? every : never),
    phase === "output" ? list(carried, later) : none,
    // The first chunk hears nothing from before: its outputs are finished at once.
    ends ? list(y, every, later) : list(inside, (i) => !later(i), never),
  ];
}

function column(pen: Pen, x: number, layout: Layout, symbol: string | null) {
  const g = pen.append("g").attr("data-symbol", symbol);
  return (entries: readonly Entry[], T: number) =>
    void g
      .selectAll<SVGTextElement, Entry>("text")
      .data([...entries])
      .join("text")
      .attr("class", ({ fresh }) => (fresh ? "value faces-number fresh" : "value faces-number"))
      .attr("x", x)
      .attr("y", ({ i }) => p(middleOf(layout.matrix, i, T) + 4.5))
      .text(({ value }) => fixed(value, 2));
}

/** Whether a question is about an output: then none is told. */
export const hidesSums = (withheld: Moment<Setting, Run>["withheld"]): boolean =>
  ["picture", "y", "inside", "carried"].some((name) => withheld?.has(name));

/** The outputs between both faces, with the band of the row looked at. */
export function outputsView(pen: Pen, layout: Layout, say: Say) {
  const words = layout.narrow ? [] : [say("fromMatrix"), say("fromState")];
  const y = layout.matrix.top - 8;
  layout.outputs.forEach((x, k) => {
    if (words[k]) write(pen, x, y, "middle", words[k]);
    else letter(pen, "y", x - 5, y);
  });
  const rule = stroke(pen, "axis");
  const columns = layout.outputs.map((x) => column(pen, x, layout, "y"));
  const { top, bottom } = layout.matrix;
  if (!layout.narrow) rule.attr("d", `M414 ${top}V${bottom}`);
  return ({ result: r, values: v, t, withheld }: Moment<Setting, Run>) => {
    const parts = outputsAt(r, v, t).slice(-columns.length);
    columns.forEach((draw, k) => draw(hidesSums(withheld) ? [] : parts[k]!, r.tokens.length));
  };
}

/** The states as numbers beside their rows: h, and the decay and input of each token. */
export function statesTable(pen: Pen, layout: Layout, say: Say) {
  const { left, right } = layout.states;
  const y = layout.matrix.top - 8;
  write(pen, left - 10, 15, "start", say("stateTitle"), "tick strong");
  const decay = right - 20;
  letter(pen, "at", decay - 8, y);
  const drawA = column(pen, decay, layout, "at");
  const heads = pen.append("g");
  const cells = pen.append("g");
  return ({ result: r, values: v, t }: Moment<Setting, Run>) => {
    const { h, fresh } = statesAt(r, v, t);
    const [T, N] = [r.tokens.length, h.cols];
    const each = (decay - 20 - left) / N;
    const x = (n: number) => left + (n + 0.5) * each;
    heads
      .selectAll<SVGTextElement, number>("text")
      .data(Array.from({ length: N }, (_, n) => n))
      .join("text")
      .attr("class", "value faces-head")
      .attr("data-symbol", "h")
      .attr("x", (n) => p(x(n)))
      .attr("y", y)
      .text((n) => `h${"₁₂₃₄"[n]!}`);
    const numbers = Array.from(h.data.keys()).filter((k) => !Number.isNaN(h.data[k]!));
    cells
      .selectAll<SVGTextElement, number>("text")
      .data(numbers)
      .join("text")
      .attr("data-symbol", "h")
      .attr("class", (k) =>
        fresh.has(Math.floor(k / N)) ? "value faces-number fresh" : "value faces-number",
      )
      .attr("x", (k) => p(x(k % N)))
      .attr("y", (k) => p(middleOf(layout.matrix, Math.floor(k / N), T) + 4.5))
      .text((k) => fixed(h.data[k]!, 2));
    drawA(
      Array.from(r.layer.a, (value, i): Entry => ({ i, value, fresh: false })),
      T,
    );
  };
}

/** On a phone: the decays and the states below the columns, in colours. */
export function statesStrips(pen: Pen, layout: Layout) {
  const { left, right, top } = layout.states;
  const line = 20;
  const decays = heatMap(
    pen.append("g").attr("data-symbol", "at"),
    box({ left, right, top, height: line - 4 }),
  );
  letter(pen, "at", 1, top + 13).classed("small", true);
  const rows = [1, 2, 3, 4].map((N) => {
    const g = pen.append("g").attr("data-symbol", "h");
    const names = Array.from({ length: N }, (_, n) =>
      write(g, 1, top + (n + 1) * line + 13, "start", `h${"₁₂₃₄"[n]!}`, "tick"),
    );
    const draw = heatMap(g, box({ left, right, top: top + line, height: N * line - 4 }));
    return { N, g, names, draw };
  });
  return ({ result: r, values: v, t }: Moment<Setting, Run>) => {
    const { h } = statesAt(r, v, t);
    const [T, N] = [r.tokens.length, h.cols];
    decays({ rows: 1, cols: T, data: r.layer.a }, { most: 1, marked: 2 });
    for (const row of rows) {
      row.g.attr("display", row.N === N ? null : "none");
      if (row.N !== N) continue;
      const turned = zeros(N, T);
      h.data.forEach((x, k) => {
        turned.data[(k % N) * T + Math.floor(k / N)] = Number.isNaN(x) ? 0 : x;
      });
      row.draw(turned, { most: reach(1e-9, r.h.data) });
    }
  };
}
