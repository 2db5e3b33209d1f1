import { area } from "../../draw/area.ts";
import { below, ticks } from "../../draw/axis.ts";
import { curve, linear, p, stroke, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { lastRead, saidAt, sharesOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import { CLASSES } from "./reading.ts";
import { PIXELS } from "./sheet.ts";

/** Ten rows, one a digit: how probable it was after each pixel, what is still to come faint; at the right, now. */
export function classes(pen: Pen, layout: Layout, title: string) {
  const { classes: at, numbers, over } = layout;
  write(pen, at.left - 20, over, "start", title, "tick strong");
  const x = linear(0, PIXELS, at.left, at.right);
  const line = at.height / CLASSES;
  const cursor = stroke(pen, "cursor");
  const rows = Array.from({ length: CLASSES }, (_, k) => {
    const foot = at.top + (k + 1) * line;
    const g = pen.append("g").attr("data-symbol", "y");
    stroke(g, "axis").attr("d", `M${at.left} ${p(foot)}H${at.right}`);
    return {
      foot,
      later: stroke(g, "share-row later"),
      past: stroke(g, "share-row"),
      ghost: stroke(g, "line ghost thin"),
      name: write(g, at.left - 8, p(foot - 2), "end", k),
      share: write(g, numbers, p(foot - 2), "end"),
    };
  });
  const marks = layout.width > 500 ? [0, 28, 56, 84, 112, 140, 168, 196] : [0, 56, 112, 196];
  ticks(pen)(marks.map((n) => below(at, x(n), n, n === 196 ? "end" : "middle")));
  return ({ result: r, t, ghost, withheld }: Moment<Setting, Run>) => {
    const secret = withheld?.has("picture") === true; // how it goes on is still to be guessed
    const [shares, pinned] = [sharesOf(r), ghost && sharesOf(ghost.result)];
    const now = lastRead(t);
    const said = saidAt(r, now).digit;
    cursor.attr("d", `M${p(x(t))} ${at.top}V${at.bottom}`);
    rows.forEach(({ foot, past, later, ghost: old, name, share }, k) => {
      const y = (i: number) => foot - shares![i * CLASSES + k]! * (line - 1);
      const between = (from: number, to: number) =>
        shares
          ? area(
              (i) => x(i + 1),
              y,
              () => foot,
              from,
              to,
            )
          : "";
      past.attr("d", between(0, now));
      later.attr("d", now < PIXELS - 1 && !secret ? between(Math.max(0, now), PIXELS - 1) : "");
      const before =
        pinned && Float64Array.from({ length: PIXELS }, (_, i) => pinned[i * CLASSES + k]!);
      old.attr(
        "d",
        before
          ? curve(
              before,
              (i) => x(i + 1),
              (v) => foot - v * (line - 1),
            )
          : "",
      );
      const mine = shares?.[now * CLASSES + k];
      share.text(mine === undefined ? "" : `${format(100 * mine, mine < 0.1 ? 1 : 2)} %`);
      for (const text of [name, share]) text.classed("strong", k === said);
      past.classed("said", k === said);
    });
  };
}
