import { calm, scaleEnd } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { brief } from "../../draw/brief.ts";
import { letter, linear, type Pen, reach, stroke, tenth, write } from "../../draw/picture.ts";
import { fixed } from "../../kit/format.ts";
import type { Moment } from "../../kit/figure.ts";
import { barsOf } from "./bars.ts";
import type { Run } from "./compute.ts";
import type { Hand } from "./hand.ts";
import type { Columns, Frame } from "./layout.ts";
import type { Setting } from "./params.ts";

type Now = Moment<Setting, Run>;

/** How much of each token one state holds now; the gate of Theorem 1 as lines where the bars should end. */
export function stateRow(pen: Pen, f: Frame, n: number) {
  pen.attr("data-symbol", "h");
  const name = letter(pen, "h", 2, 0, String(n + 1));
  const axis = stroke(pen, "axis");
  const ghost = stroke(pen, "sel-bar ghost", "h");
  const bars = stroke(pen, "sel-bar", "h");
  const gate = stroke(pen, "sel-gate", "gate");
  const top = write(pen, f.left - 5, 0, "end");
  const drawNumbers = numbers(pen.append("g"), f);
  return (hand: Hand, row: Box | undefined, cols: Columns, m: Now) => {
    pen.attr("display", row ? null : "none");
    if (!row) return;
    const { values: v, t, ghost: pinned, held } = m;
    const now = Math.min(hand.tokens.length - 1, Math.floor(t));
    const shares = (of: Hand) => of.held[now]!.data.subarray(n * of.tokens.length);
    const most = endOf(held?.result.hand ?? hand, v, n);
    const tall = row.height >= 46;
    const y = linear(0, most, row.bottom, row.top + (tall ? 15 : 2));
    name
      .attr("y", row.cy + 6)
      .select(".sub")
      .text(v.N > 1 ? n + 1 : "");
    axis.attr("d", `M${row.left} ${tenth(row.bottom)}H${row.right}`);
    top.attr("y", tenth(y(most) + 5)).text(f.narrow ? "" : scaleEnd(+most.toPrecision(2)));
    const barsFor = (of: Hand) => barsOf(row, cols, now + 1, (s) => y(shares(of)[s]!));
    bars.attr("d", barsFor(hand));
    const old = pinned?.result.hand;
    const alike = old?.tokens.length === hand.tokens.length && n < old.keeps.rows;
    ghost.attr("d", alike ? barsFor(old) : "");
    const gated = hand.gated.data.subarray(now * hand.gated.cols);
    gate.attr("d", v.gate && n === 0 ? ends(cols, now, (s) => y(gated[s]!)) : "");
    drawNumbers(tall ? shares(hand).subarray(0, now + 1) : [], cols, y);
  };
}

/** The upper end of a state's axis: what it can hold at most under exact ZOH, what it comes to hold by Mamba's rule. */
function endOf({ held }: Hand, { rule }: Setting, n: number): number {
  const whole = 1 / (n + 1);
  if (rule === "zoh") return whole;
  return calm(reach(whole, ...held.map(({ data, cols: T }) => data.subarray(n * T, (n + 1) * T))));
}

/** A line across the column of each token. */
function ends({ x, size }: Columns, now: number, y: (s: number) => number): string {
  const half = Math.min(18, 0.42 * size);
  let d = "";
  for (let s = 0; s <= now; s++) d += `M${tenth(x(s) - half)} ${tenth(y(s))}h${tenth(2 * half)}`;
  return d;
}

/** The shares over their bars, where they are worth telling and have room. */
function numbers(pen: Pen, f: Frame) {
  const least = f.narrow ? 0.05 : 0.005;
  return (shares: ArrayLike<number>, { x, size }: Columns, y: (share: number) => number) => {
    const told = Array.from(shares, (share, s) => ({ share, s })).filter(
      ({ share }) => size >= 26 && share >= least,
    );
    pen
      .selectAll<SVGTextElement, (typeof told)[number]>("text")
      .data(told)
      .join("text")
      .attr("class", "value")
      .attr("x", ({ s }) => tenth(x(s)))
      .attr("y", ({ share }) => tenth(y(share) - 5))
      .text(({ share }) => (f.narrow ? brief(+share.toFixed(1), 3) : fixed(share)));
  };
}
