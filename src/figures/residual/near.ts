import { key } from "../../draw/key.ts";
import { curve, linear, reach, stems, stroke, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { keeping } from "../../kit/keeping.ts";
import { leftOf, middleOf, type Run } from "./compute.ts";
import { HOP } from "./foretold.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** Samples to each side of the playhead. */
const REACH = HOP / 2;

type Shown = Pick<Moment<Setting, Run>, "result" | "values">;
const none = new Int32Array(0);
const foretoldOf = keeping((x: Int32Array, rest: Int32Array) =>
  x.map((sample, t) => sample - rest[t]!),
);

/** The largest of what is drawn; while a slider is held, of what was. */
function mostOf({ result: r, values: v }: Shown, from: number, to: number): number {
  const rest = leftOf(r, v.way)?.residual;
  const rows = rest ? [r.x, rest, foretoldOf(r.x, rest)] : [r.x];
  return reach(1, ...rows.map((row) => row.subarray(from, to + 1)));
}

/** Some samples about the playhead, what was foretold of each, and what is left, all on one scale. */
export function near(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { near: b, nearKey, type } = layout;
  write(pen, 4, b.top - 9, "start", say("nearTitle"), "tick strong");
  stroke(pen, "axis").attr("d", `M${b.left} ${b.cy}H${b.right}`);
  write(pen, b.left - 5, b.cy + 4, "end", "0");
  stroke(pen, "cursor").attr("d", `M${b.cx} ${b.top}V${b.bottom - 10}`);
  const lines = stroke(pen, "residual-stem");
  const ahead = stroke(pen, "line thin residual-ahead", "h");
  const dots = stroke(pen, "dots residual-dots", "y");
  const edges = (["start", "end"] as const).map((anchor, k) =>
    write(
      pen,
      k === 0 ? b.left : b.right,
      b.bottom + 2,
      anchor,
      k === 0 ? "−5 ms" : "+5 ms",
      "tick halo",
    ),
  );
  const lay = key(pen, { left: 4, right: b.right, y: nearKey, size: type }, [
    { look: "dots residual-dots", symbol: "y", word: say("sample"), as: "dot" },
    { look: "line thin residual-ahead", symbol: "h", word: say("ahead") },
    { look: "residual-stem", word: say("rest"), as: "M9 4V-6" },
  ]);
  return ({ result: r, values: v, t, held }: Moment<Setting, Run>) => {
    const middle = middleOf(r, t);
    const [from, to] = [Math.max(0, middle - REACH), Math.min(r.x.length - 1, middle + REACH)];
    const rest = leftOf(r, v.way)?.residual;
    const told = rest ? foretoldOf(r.x, rest) : none;
    const most = mostOf(held ?? { result: r, values: v }, from, to);
    const x = linear(middle - REACH, middle + REACH, b.left, b.right);
    const y = linear(-1.05 * most, 1.05 * most, b.bottom - 10, b.top);
    ahead.attr("d", curve(told, x, y, from, Math.min(to, told.length - 1)));
    dots.attr("d", stems(r.x, x, y, from, to).dots);
    lines.attr("d", rest ? stems(rest, x, y, from, to).lines : "");
    edges.forEach((e, k) =>
      e.attr("opacity", (k === 0 ? middle >= REACH : middle + REACH < r.x.length) ? 1 : 0.4),
    );
    lay((k) => k === 0 || rest !== undefined);
  };
}
