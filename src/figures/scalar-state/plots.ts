import {
  calm,
  curve,
  letter,
  linear,
  reach,
  stems,
  tick,
  type Pen,
} from "../../kit/draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run, Setting } from "./compute.ts";

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Height of one plot and the gap to the next. */
  readonly height: number;
  readonly gap: number;
}

const rows = ["u", "h", "y"] as const;

/** Where step i and value v of row k stand, in the picture's units. */
export const place = (f: Frame, run: Run, ghost?: Run) => {
  const x = linear(0, Math.max(1, run.u.length - 1), f.left, f.right);
  const most = rows.map((k) => calm(reach(1e-9, run[k], ghost?.[k] ?? [])));
  const mid = (k: number) => f.top + k * (f.height + f.gap) + f.height / 2;
  const y = rows.map((_, k) =>
    linear(-most[k]!, most[k]!, mid(k) + f.height / 2 - 3, mid(k) - f.height / 2 + 3),
  );
  return { x, y, mid, most };
};

/** Input, state and output under one time axis: what has been in full, what comes next faint or not at all. */
export function plots(pen: Pen, f: Frame) {
  const bottom = f.top + 3 * f.height + 2 * f.gap;
  const cursor = pen.append("path").attr("class", "cursor");
  const parts = rows.map((id, k) => {
    const mid = f.top + k * (f.height + f.gap) + f.height / 2;
    const g = pen.append("g").attr("class", "plot").attr("data-symbol", id);
    g.append("path").attr("class", "axis").attr("d", `M${f.left} ${mid}H${f.right}`);
    letter(g, id, 2, mid + 6, "t");
    return {
      ghost: g.append("path").attr("class", "line ghost"),
      later: g.append("path").attr("class", id === "u" ? "stem later" : "line later"),
      laterDots: g.append("path").attr("class", "dots later"),
      past: g.append("path").attr("class", id === "u" ? "stem" : "line"),
      pastDots: g.append("path").attr("class", "dots"),
      now: g.append("circle").attr("class", "now").attr("r", 5),
      top: tick(g, f.left - 6, mid - f.height / 2 + 11, 0, "end"),
    };
  });
  return ({ result: run, values, t, ghost }: Moment<Setting, Run>) => {
    const { x, y, most } = place(f, run, ghost?.result);
    const now = Math.min(run.u.length - 1, Math.floor(t));
    const last = values.future ? run.u.length - 1 : now;
    cursor.attr("d", `M${x(t).toFixed(2)} ${f.top}V${bottom}`);
    rows.forEach((id, k) => {
      const part = parts[k]!;
      const v = run[id];
      part.top.text(String(+most[k]!.toPrecision(3)));
      part.now.attr("cx", x(now)).attr("cy", y[k]!(v[now]!));
      part.ghost.attr("d", ghost && id !== "u" ? curve(ghost.result[id], x, y[k]!) : "");
      if (id === "u") {
        const past = stems(v, x, y[k]!, 0, now);
        const later = stems(v, x, y[k]!, now + 1);
        part.past.attr("d", past.lines);
        part.pastDots.attr("d", past.dots);
        part.later.attr("d", later.lines);
        part.laterDots.attr("d", later.dots);
      } else {
        part.past.attr("d", curve(v, x, y[k]!, 0, now));
        part.later.attr("d", curve(v, x, y[k]!, now, last));
      }
    });
  };
}
