import { type Pen, reach, tenth, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { deltaRow } from "./deltaRow.ts";
import { history } from "./history.ts";
import { columns, type Frame, handRows, MOST_STATES } from "./layout.ts";
import type { Setting } from "./params.ts";
import { partRows } from "./partRows.ts";
import type { Phrase } from "./phrases.ts";
import { stateRow } from "./stateRow.ts";
import { table } from "./table.ts";
import { tokenRow } from "./tokenRow.ts";

/** A state that rule and hand steer: tokens, Δ, what each state holds of every token, and where they change B, C and the output. */
export function handView(pen: Pen, f: Frame, say: (word: Phrase) => string) {
  const drawTokens = tokenRow(pen.append("g"), f.narrow ? 13.5 : 12.5);
  const drawDelta = deltaRow(pen.append("g"), f, say("deltaTitle"));
  const drawParts = partRows(pen.append("g"), f, say);
  const states = Array.from({ length: MOST_STATES }, (_, n) => stateRow(pen.append("g"), f, n));
  const title = write(pen, f.left, 0, "start", say("held"));
  const drawTable = table(pen.append("g"), f, say);
  const past = pen.append("g");
  const drawPast = history(past, handRows(f, { N: 1, parts: "delta" }).history!, say("history"));
  return (m: Moment<Setting, Run>) => {
    const hand = m.result.hand!;
    const rows = handRows(f, m.values);
    const cols = columns(f.left, f.right, hand.tokens.length);
    const foot = (rows.y ?? rows.states.at(-1)!).bottom + 2;
    drawTokens(hand.tokens, rows.tokens, foot, cols, m.t);
    drawDelta(hand.delta, rows.delta, cols);
    drawParts(hand, rows, cols, m);
    title.attr("y", tenth(rows.states[0]!.top - 6));
    states.forEach((draw, n) => draw(hand, rows.states[n], cols, m));
    drawTable(hand, rows, m);
    past.attr("display", rows.history ? null : "none");
    const scaled = m.held?.result.hand ?? hand;
    if (rows.history) drawPast(hand, cols, m.t, reach(1, ...scaled.held.map(({ data }) => data)));
  };
}
