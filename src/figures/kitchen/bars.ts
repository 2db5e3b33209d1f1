import { below, ticks } from "../../draw/axis.ts";
import { linear, p, stroke, write, type Pen } from "../../draw/picture.ts";
import type { Doing, Timetable } from "../../models/recipe.ts";
import { clockAt, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Phrase } from "./phrases.ts";
import { titles, type Now } from "./room.ts";
import { timeText } from "./timeText.ts";

export const timeScale = ({ bars: [{ left, right }] }: Layout, { two }: Run) =>
  linear(0, two.total, left, right - 64);

/** Both timetables as bars under one clock: what has been is strong, what is to come pale, until it is not to be told. */
export function bars(
  pen: Pen,
  layout: Layout,
  say: (phrase: Phrase) => string,
): (now: Now) => void {
  const g = pen.append("g").attr("class", "kitchen-bars");
  const rows = layout.bars.map((at, which) => {
    const title = write(g, at.left, at.top - 5, "start");
    const looks = ["walk later", "cook later", "walk", "cook"].map((look) =>
      stroke(g, `kitchen-${look}`),
    );
    return {
      at,
      which,
      title,
      looks,
      total: write(g, 0, at.bottom - 4, "start", "", "tick title"),
    };
  });
  const cursor = stroke(g, "cursor");
  const scale = ticks(g);
  return (now) => {
    const { result: r, values: v, withheld } = now;
    const time = clockAt(r, v, now.t);
    const x = timeScale(layout, r);
    const hidden = withheld?.has("picture") === true;
    rows.forEach(({ at, which, title, looks, total }) => {
      const table = which === 0 ? r.two : r.one;
      title.text(say(titles[v.story][which as 0 | 1]));
      const cells = cellsOf(table, time, x, at.top, at.height);
      looks.forEach((look, k) => look.attr("d", hidden && k < 2 ? "" : cells[k]!));
      const reached = time >= table.total;
      total.attr("x", p(x(table.total) + 6)).text(reached ? timeText(table.total, v, say) : "");
    });
    const last = layout.bars[1];
    cursor.attr("d", `M${p(x(time))} ${layout.bars[0].top - 3}V${last.bottom + 3}`);
    scale([
      below(last, x(0), 0, "start"),
      ...(hidden ? [] : [below(last, x(r.two.total), timeText(r.two.total, v, say))]),
    ]);
  };
}

/** Paths of walking and cooking: to come, and done by now. */
function cellsOf(
  { doings }: Timetable,
  time: number,
  x: (time: number) => number,
  top: number,
  height: number,
): [string, string, string, string] {
  const out: [string, string, string, string] = ["", "", "", ""];
  const cell = (from: number, to: number) =>
    to > from ? `M${p(x(from))} ${top}H${p(x(to))}v${height}H${p(x(from))}z` : "";
  for (const { kind, from, to } of stretches(doings)) {
    const k = kind === "cook" ? 1 : 0;
    out[k] += cell(Math.max(from, time), to);
    out[2 + k] += cell(from, Math.min(to, time));
  }
  return out;
}

/** Doings of one kind that follow each other, as one; a return and the next fetch remain two. */
function stretches(doings: readonly Doing[]): Pick<Doing, "kind" | "from" | "to">[] {
  const out: { kind: Doing["kind"]; from: number; to: number }[] = [];
  for (const { kind, from, to } of doings) {
    const last = out.at(-1);
    if (last?.kind === "cook" && kind === "cook") last.to = to;
    else out.push({ kind, from, to });
  }
  return out;
}
