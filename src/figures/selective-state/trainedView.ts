import type { Box } from "../../draw/box.ts";
import { heatMap } from "../../draw/heatMap.ts";
import { letter, type Pen, reach, stroke, tenth, write } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import type { Moment } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import { type Matrix, zeros } from "../../numerics/matrix.ts";
import type { Run } from "./compute.ts";
import { deltaRow } from "./deltaRow.ts";
import { type Columns, type Frame, trainedColumns, trainedRows } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { type Reading, saidAt, STEPS } from "./reading.ts";
import { tokenRow } from "./tokenRow.ts";
import { TASK } from "./trained.ts";

type Now = Moment<Setting, Run>;
type Say = (word: Phrase) => string;

/** Rows and columns exchanged: one row a state, one column a step. */
function turned({ rows, cols, data }: Matrix, upTo = rows): Matrix {
  const out = zeros(cols, rows);
  for (let t = 0; t < upTo; t++)
    for (let n = 0; n < cols; n++) out.data[n * rows + t] = data[t * cols + n]!;
  return out;
}

/** The trained model on a row: Δ of one channel, B, its states, C, what each question hears, and the answers. */
export function trainedView(pen: Pen, f: Frame, say: Say) {
  const rows = trainedRows(f);
  const cols = trainedColumns(f);
  const drawTokens = tokenRow(pen.append("g"), f.narrow ? 13.5 : 12.5);
  const drawDelta = deltaRow(pen.append("g"), f, say("deltaChannel"));
  const drawMatters = mattersRow(pen.append("g"), rows.matters, cols, say("matters"));
  const map = (symbol: SymbolId, box: Box) => {
    letter(pen, symbol, 2, box.cy + 6);
    return heatMap(pen.append("g").attr("data-symbol", symbol), box);
  };
  const [drawB, drawH, drawC] = [map("Bt", rows.B), map("h", rows.h), map("Ct", rows.C)];
  write(pen, f.left, rows.read.top - 6, "start", say("readTitle"));
  letter(pen, "y", 2, rows.read.cy + 6);
  const third = rows.read.height / TASK.K;
  if (!f.narrow)
    for (let i = 0; i < TASK.K; i++)
      write(pen, f.left - 6, rows.read.top + third * (i + 0.5) + 4, "end", i + 1);
  const drawRead = heatMap(pen.append("g").attr("data-symbol", "y"), rows.read);
  const drawAnswers = answers(pen.append("g"), rows.answers, cols, f, say);
  return ({ result, t, withheld, held }: Now) => {
    const r = result.trained!;
    const now = Math.floor(t);
    const words = r.ids.map((id, k) => (k >= TASK.L ? "?" : id === 0 ? "·" : String(id)));
    drawTokens(words, rows.tokens, rows.read.bottom + 2, cols, t);
    drawDelta(r.delta, rows.delta, cols);
    drawMatters(r, withheld?.has("matter") === true);
    drawB(turned(r.B));
    const scaled = held?.result.trained ?? r; // what is to come counts, so that colours stay
    drawH(turned(r.h, now + 1), { most: reach(1e-9, scaled.h.data) });
    drawC(turned(r.C));
    // A question hears nothing before it is asked.
    const asked = r.read.data.slice(TASK.L * STEPS).fill(0, Math.max(0, now + 1 - TASK.L) * STEPS);
    const loudest = reach(1e-9, scaled.read.data.subarray(TASK.L * STEPS));
    drawRead({ rows: TASK.K, cols: STEPS, data: asked }, { most: loudest });
    drawAnswers(r, now);
  };
}

/** Under each step, how many answers change without it. */
function mattersRow(pen: Pen, row: Box, { x }: Columns, title: string) {
  write(pen, row.left, row.top - 4, "start", title);
  const dots = stroke(pen, "dots later");
  const numbers = pen.append("g");
  return ({ matters }: Reading, secret: boolean) => {
    const known = (t: number) => matters[t]! > 0;
    pen.attr("display", secret ? "none" : null); // still to be guessed
    dots.attr(
      "d",
      Array.from(matters, (_, t) => (known(t) ? "" : `M${tenth(x(t))} ${row.cy + 1}h0`)).join(""),
    );
    numbers
      .selectAll<SVGTextElement, number>("text")
      .data(Array.from(matters.keys()).filter(known))
      .join("text")
      .attr("class", "value sel-matters")
      .attr("x", (t) => tenth(x(t)))
      .attr("y", row.cy + 5.5)
      .text((t) => format(matters[t]!));
  };
}

/** At each question what was asked and what the model says, with its probability where there is room. */
function answers(pen: Pen, row: Box, { x }: Columns, f: Frame, say: Say) {
  const [first, second] = [row.top + 13, row.top + 31];
  const end = x(TASK.L) - 16;
  write(pen, end, first, "end", say("asked"));
  const said = write(pen, end, second, "end");
  const cells = Array.from({ length: TASK.K }, (_, i) => [
    write(pen, x(TASK.L + i), first, "middle", "", "value"),
    write(pen, x(TASK.L + i), second, "middle", "", "value"),
  ]);
  return (r: Reading, now: number) => {
    const chances: string[] = [];
    cells.forEach(([asked, answer], i) => {
      const wanted = r.asked[i]!;
      const { token, chance } = saidAt(r, i);
      asked!.text(Number.isNaN(wanted) ? "–" : wanted);
      const given = now >= TASK.L + i;
      answer!.text(given ? token : "").classed("sel-wrong", wanted !== token);
      if (given) chances.push(`${Math.round(100 * chance)} %`);
    });
    said.text(
      f.narrow || chances.length === 0 ? say("said") : `${say("said")} (${chances.join(", ")})`,
    );
  };
}
