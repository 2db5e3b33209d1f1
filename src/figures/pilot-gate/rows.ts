import { below, scaleEnd, snug, ticks } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { key } from "../../draw/key.ts";
import { curve, linear, p, reach, stems, stroke, write, type Pen } from "../../draw/picture.ts";
import type { SymbolId } from "../../notation.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { fitOf, gateOfPart, partOf, stepOf } from "./look.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

type Say = (word: Phrase) => string;
type Scale = (v: number) => number;

/** Estimate, gain and gate, one under the other over the symbols. */
export function rows(pen: Pen, layout: Layout, say: Say) {
  const [top, middle, foot] = layout.rows;
  const drawEstimate = estimate(pen.append("g"), top, say);
  const kalman = pen.append("g").attr("class", "pilot-gate-kalman");
  const drawGain = opening(kalman, middle, say("gainRow"), "gain");
  const drawGate = opening(pen.append("g"), foot, say("gateRow"), "gate");
  const cursor = stroke(pen, "cursor");
  const numbers = ticks(pen);
  const show = key(
    pen,
    { left: top.left, right: layout.width, y: layout.key, size: layout.type, line: 18 },
    [
      { look: "wall pilot-gate-truth", word: say("truth") },
      { look: "line thin", symbol: "hhat", word: say("kalman") },
      { look: "pilot-gate-state", word: say("state") },
    ],
  );
  return (moment: Moment<Setting, Run>) => {
    const { result: r, values: v, t, withheld } = moment;
    const L = r.link.L;
    const x = linear(0, L - 1, top.left, top.right);
    const at = stepOf(r, t);
    drawEstimate(moment, x);
    drawGain(r.gain, x, at);
    const hidden = withheld?.has("gate") || withheld?.has("picture");
    const seen = hidden ? undefined : gateOfPart(r, v);
    drawGate(seen?.gate, x, at);
    cursor.attr("d", `M${p(x(t))} ${top.top}V${foot.bottom}`);
    numbers([below(foot, x(0), 0, "start"), below(foot, x(L - 1), L - 1, "end")]);
    show((k) => k < 2 || seen !== undefined);
  };
}

function estimate(pen: Pen, b: Box, say: Say) {
  write(pen, b.left, b.top - 8, "start", say("estimate"), "tick strong");
  stroke(pen, "axis").attr("d", `M${b.left} ${b.cy}H${b.right}`);
  const truth = stroke(pen, "wall pilot-gate-truth");
  const line = stroke(pen, "line thin", "hhat");
  const state = stroke(pen, "pilot-gate-state");
  const [high, low] = [
    write(pen, b.left - 6, b.top + 11, "end"),
    write(pen, b.left - 6, b.bottom, "end"),
  ];
  return ({ result: r, values: v, held, withheld }: Moment<Setting, Run>, x: Scale) => {
    const most = snug(1.05 * highest(held ?? { result: r, values: v }));
    const y = linear(-most, most, b.bottom, b.top);
    truth.attr("d", curve(partOf(r.link.g, v.part), x, y));
    line.attr("d", curve(partOf(r.after, v.part), x, y));
    const hidden = withheld?.has("gate") || withheld?.has("picture");
    const gate = hidden ? undefined : gateOfPart(r, v);
    const { factor } = fitOf(r, v);
    state.attr(
      "d",
      gate
        ? curve(
            gate.state.map((h) => factor * h),
            x,
            y,
            1,
          )
        : "",
    );
    high.text(scaleEnd(most));
    low.text(scaleEnd(-most));
  };
}

/** The largest magnitude of what the first row shows. */
function highest({
  result: r,
  values: v,
}: Pick<Moment<Setting, Run>, "result" | "values">): number {
  const { factor } = fitOf(r, v);
  const state = gateOfPart(r, v)?.state.map((h) => factor * h) ?? [];
  return reach(0.5, partOf(r.link.g, v.part), partOf(r.after, v.part), state);
}

/** A share from 0 to 1 at every step, as stems. */
function opening(pen: Pen, b: Box, title: string, symbol: SymbolId) {
  const g = pen.attr("data-symbol", symbol);
  write(g, b.left, b.top - 8, "start", title, "tick strong");
  stroke(g, "axis").attr("d", `M${b.left} ${b.bottom}H${b.right}`);
  for (const [value, y] of [
    [1, b.top + 6],
    [0, b.bottom],
  ] as const)
    write(g, b.left - 6, y, "end", value);
  const [later, past] = [stroke(g, "stem later"), stroke(g, "stem")];
  const y = linear(0, 1, b.bottom, b.top);
  return (shares: Float64Array | undefined, x: Scale, at: number) => {
    const draw = (from: number, to: number) => (shares ? stems(shares, x, y, from, to).lines : "");
    past.attr("d", draw(0, at));
    later.attr("d", draw(at + 1, (shares?.length ?? 0) - 1));
  };
}
