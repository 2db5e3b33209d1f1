import { calm } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { letter, linear, type Pen, reach, stroke, tenth, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { barsOf, partScale } from "./bars.ts";
import type { Run } from "./compute.ts";
import type { Hand } from "./hand.ts";
import type { Columns, Frame, HandRows } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

type Now = Moment<Setting, Run>;

/** B above the states, C and the output below. */
export function partRows(pen: Pen, f: Frame, say: (word: Phrase) => string) {
  const rowOf = (symbol: "Bt" | "Ct" | "y", word: Phrase) => {
    const g = pen.append("g").attr("data-symbol", symbol);
    return {
      g,
      name: letter(g, symbol, 2, 0),
      axis: stroke(g, "axis"),
      bars: stroke(g, "sel-bar", symbol),
      note: write(g, f.right + 12, 0, "start", f.narrow ? "" : say(word)),
    };
  };
  const [B, C, y] = [rowOf("Bt", "written"), rowOf("Ct", "readOut"), rowOf("y", "output")];
  const put = (part: ReturnType<typeof rowOf>, row: Box) => {
    part.name.attr("y", row.cy + 6);
    part.note.attr("y", row.cy + 4);
    part.axis.attr("d", `M${row.left} ${tenth(row.bottom)}H${row.right}`);
  };
  return (hand: Hand, rows: HandRows, cols: Columns, { t, held }: Now) => {
    pen.attr("display", rows.B ? null : "none");
    if (!rows.B || !rows.C || !rows.y) return;
    for (const [part, row, values] of [
      [B, rows.B, hand.B],
      [C, rows.C, hand.C],
    ] as const) {
      put(part, row);
      const scale = partScale(row);
      part.bars.attr(
        "d",
        barsOf(row, cols, values.length, (k) => scale.of(values[k]!)),
      );
    }
    put(y, rows.y);
    const T = hand.tokens.length;
    const now = Math.min(T - 1, Math.floor(t));
    const most = calm(reach(1, (held?.result.hand ?? hand).read.data));
    const height = linear(0, most, rows.y.bottom, rows.y.top + 2);
    y.bars.attr(
      "d",
      barsOf(rows.y, cols, now + 1, (s) => height(hand.read.data[now * T + s]!)),
    );
  };
}
