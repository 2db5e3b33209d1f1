import { area } from "../../draw/area.ts";
import { scaleEnd } from "../../draw/axis.ts";
import { box, grown, type Box } from "../../draw/box.ts";
import { cutStems, offScale } from "../../draw/cut.ts";
import { brush, letter, linear, spot, write, type Pen } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import { sketch } from "../../draw/sketch.ts";
import { format } from "../../kit/format.ts";
import type { SymbolId } from "../../notation.ts";
import { stepAt, type Run } from "./compute.ts";
import {
  dense,
  endOf,
  head,
  measure,
  sided,
  within,
  type Draw,
  type Now,
  type Panel,
} from "./panel.ts";

/** The largest state of each step, to both sides, so that zero stands in the middle. */
function envelope({ system, states, noisy }: Run): Float64Array {
  const n = system.A.rows;
  const h = noisy?.states ?? states;
  return Float64Array.from({ length: h.length / n }, (_, t) =>
    h.subarray(t * n, (t + 1) * n).reduce((most, x) => Math.max(most, Math.abs(x)), 0),
  );
}

/** What the scale of the output has to hold. */
const outputs = ({ noisy, y, finite }: Run): Float64Array[] =>
  (noisy
    ? [noisy.truth, noisy.measured, ...(noisy.estimate ? [noisy.estimate.y] : [])]
    : [y.subarray(0, finite)]
  ).filter((v) => v.length > 0);

function rowOf(pen: Pen, frame: Box, symbol: SymbolId, edge: number, beyond: string) {
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", symbol);
  const path = brush(g);
  const axis = path("axis");
  const name = letter(g, symbol, edge, frame.cy + 6, "t");
  const top = write(g, frame.left - 6, frame.top + 11, "end");
  return {
    g,
    path,
    frame,
    beyond: offScale(g, beyond),
    /** The axis ends at ±most; series of one sign, where they are named, have its whole height. */
    scale: (most: number, ...all: readonly Float64Array[]) => {
      const { y, zero, hangs } = sided(frame, most, ...all);
      axis.attr("d", `M${frame.left} ${zero}H${frame.right}`);
      // In a low row the name keeps clear of a long number at its end.
      const clear = hangs
        ? Math.min(frame.cy + 6, frame.bottom - 16)
        : Math.max(frame.cy + 6, frame.top + 26);
      name.attr("y", clear.toFixed(1));
      top.attr("y", hangs ? frame.bottom - 2 : frame.top + 11).text(scaleEnd(hangs ? -most : most));
      return y;
    },
  };
}

/** The three rows: the output, where noise and estimates are, is the tallest. */
function framesOf({ cell, stage }: Panel): readonly [Box, Box, Box] {
  const gap = 8;
  const left = cell.left + (stage.compact ? 62 : 54);
  let top = cell.top + 22;
  const frame = (share: number) => {
    const height = (share * (cell.height - 26 - 2 * gap)) / 3;
    const made = box({ left, right: cell.right - 10, top, height });
    top += height + gap;
    return made;
  };
  return [frame(0.8), frame(0.95), frame(1.25)];
}

/** The input as stems. */
function inputRow(pen: Pen, frame: Box, edge: number, beyond: string) {
  const row = rowOf(pen, frame, "u", edge, beyond);
  const [past, dots, later] = [row.path("stem"), row.path("dots"), row.path("stem later")];
  return (m: Now, x: (i: number) => number) => {
    const { u } = m.result;
    const y = row.scale(endOf(Infinity, measure(m).result.u));
    const at = Math.floor(m.t);
    const parts = [
      cutStems(frame, u, x, y, 0, at),
      cutStems(frame, u, x, y, at + 1, u.length - 1),
    ] as const;
    past.attr("d", parts[0].lines);
    dots.attr("d", dense(x) ? "" : parts[0].dots);
    later.attr("d", parts[1].lines);
    row.beyond(parts[0].off + parts[1].off, { x: frame.right - 12, y: frame.top + 12 });
  };
}

/** Every state as a line. */
function stateRow(pen: Pen, frame: Box, edge: number, beyond: string) {
  const row = rowOf(pen, frame, "h", edge, beyond);
  const ghost = row.path("line ghost");
  const [later, past] = [row.path("line thin later"), row.path("line thin")];
  return (m: Now, x: (i: number) => number, last: number) => {
    const { result: r, t, ghost: old } = m;
    const by = measure(m).result;
    const y = row.scale(endOf(t, envelope(by), old ? envelope(old.result) : []));
    const at = stepAt(r, t);
    const parts = [
      statePaths(r, frame, x, y, 0, at),
      statePaths(r, frame, x, y, at, last),
    ] as const;
    past.attr("d", parts[0].d);
    later.attr("d", parts[1].d);
    ghost.attr("d", old ? statePaths(old.result, frame, x, y, 0, old.result.finite - 1).d : "");
    row.beyond(parts[0].off + parts[1].off, { x: frame.right - 12, y: frame.top + 12 });
  };
}

/** The output; with noise what is true of it, what is measured and what a filter makes of that. */
function outputRow(pen: Pen, frame: Box, edge: number, beyond: string) {
  const row = rowOf(pen, frame, "y", edge, beyond);
  const band = row.path("share strong");
  const [ghost, later, past] = [row.path("line ghost"), row.path("line later"), row.path("line")];
  const dots = row.path("dots", "n").attr("stroke-width", 3);
  const guess = row.path("goal", null);
  const now = spot(row.g);
  const noise = (r: Run, x: (i: number) => number, y: (v: number) => number, last: number) => {
    const e = r.noisy?.estimate;
    const end = Math.min(last, (e?.y.length ?? 0) - 1);
    const edgeAt = (way: 1 | -1) => (i: number) =>
      Math.max(frame.top, Math.min(frame.bottom, y(e!.y[i]! + way * 2 * e!.sd[i]!)));
    dots.attr("d", r.noisy ? cutStems(frame, r.noisy.measured, x, y, 0, last).dots : "");
    guess.attr("d", e ? within(frame, e.y, x, y, 0, end).d : "");
    band.attr("d", e ? area(x, edgeAt(1), edgeAt(-1), 0, end) : "");
  };
  return (m: Now, x: (i: number) => number, last: number) => {
    const { result: r, t, ghost: pinned } = m;
    const old = pinned && outputs(pinned.result)[0];
    const all = [...outputs(measure(m).result), ...(old ? [old] : [])];
    const y = row.scale(endOf(t, ...all), ...all);
    const at = stepAt(r, t);
    const truth = r.noisy?.truth ?? r.y;
    const parts = [
      within(frame, truth, x, y, 0, at),
      within(frame, truth, x, y, at, last),
    ] as const;
    past.attr("d", r.finite ? parts[0].d : "");
    later.attr("d", parts[1].d);
    ghost.attr("d", old ? within(frame, old, x, y, 0, old.length - 1).d : "");
    row.beyond(parts[0].off + parts[1].off, { x: frame.right - 12, y: frame.top + 12 });
    noise(r, x, y, last);
    const high = r.finite ? y(truth[at]!) : NaN;
    const seen = high >= frame.top - 1 && high <= frame.bottom + 1;
    now
      .attr("display", seen ? null : "none")
      .attr("cx", x(at))
      .attr("cy", seen ? high : frame.cy);
  };
}

/** Input, states and output over the steps. */
export function time(panel: Panel): Draw {
  const { pen, cell, stage } = panel;
  const { say } = stage;
  const keyOf = head(panel, "time", [
    { look: "line", symbol: "y", word: say("truth") },
    { look: "dots", symbol: "n", word: say("measures"), as: "dot" },
    { look: "goal", word: say("estimates") },
  ]);
  const frames = framesOf(panel);
  const [U, H, Y] = frames;
  const cursor = brush(pen)("cursor");
  const edge = cell.left + 2;
  const drawInput = inputRow(pen, U, edge, say("beyond"));
  const drawStates = stateRow(pen, H, edge, say("beyond"));
  const drawOutput = outputRow(pen, Y, edge, say("beyond"));
  const tell = hands(panel, frames);
  return (m) => {
    const { result: r, values, t } = m;
    const x = linear(0, Math.max(1, r.u.length - 1), U.left, U.right);
    const last = values.future ? r.finite - 1 : stepAt(r, t);
    cursor.attr("d", `M${x(t).toFixed(2)} ${U.top}V${Y.bottom}`);
    keyOf((k) => (k === 2 ? r.noisy?.estimate !== undefined : r.noisy !== undefined));
    drawInput(m, x);
    drawStates(m, x, last);
    drawOutput(m, x, last);
    tell(m);
  };
}

/** Every state as a line of its own. */
function statePaths(
  r: Run,
  frame: Box,
  x: (i: number) => number,
  y: (v: number) => number,
  from: number,
  to: number,
) {
  const n = r.system.A.rows;
  const h = r.noisy?.states ?? r.states;
  let [d, off] = ["", ""];
  for (let i = 0; i < n; i++) {
    const v = Float64Array.from({ length: Math.max(0, to + 1) }, (_, t) => h[t * n + i]!);
    const part = within(frame, v, x, y, from, to);
    d += part.d;
    off += part.off;
  }
  return { d, off };
}

/** One draws on the input, and moves the playhead on the rest. */
function hands({ svg, stage, now }: Panel, [U, H, Y]: readonly [Box, Box, Box]): Draw {
  const half = U.height / 2 - 3;
  const most = () => endOf(Infinity, measure(now()).result.u);
  const tellDrawing = sketch(svg, {
    box: U,
    label: stage.say("draw"),
    now: () => ({ u: now().result.u, input: now().values.input, t: now().t }),
    valueAt: (py) => Math.max(-most(), Math.min(most(), ((U.cy - py) / half) * most())),
    draw: (input) => stage.set({ input }),
    seek: stage.seek,
  });
  const rest = box({ left: H.left, right: H.right, top: H.top, bottom: Y.bottom });
  const tellTime = scrub(svg, grown(rest, 8), {
    label: stage.say("scrub"),
    at: (px) => linear(H.left, H.right, 0, now().result.u.length - 1)(px),
    t: () => now().t,
    seek: stage.seek,
  });
  return ({ result: r, t }) => {
    tellDrawing();
    const at = Math.floor(t);
    const spoken = r.finite ? `y = ${format(r.y[stepAt(r, t)]!)}` : stage.say("noStep");
    tellTime(at, `t = ${at}, ${spoken}`, Math.max(0, r.u.length - 1));
  };
}
