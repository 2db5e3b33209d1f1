import { area } from "../../draw/area.ts";
import { below, ticks } from "../../draw/axis.ts";
import { linear, p, stroke, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { CLASSES, NONE } from "../../models/speech/listener.ts";
import { heardBy, saidAt, sharesOf, type Run } from "./compute.ts";
import { spanAt, type Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** Eleven rows, a digit each and one for none: how probable after each frame, what is still to come faint; at the right, now. */
export function classes(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { classes: at, numbers, names } = layout;
  write(pen, 4, names[2], "start", say("classesTitle"), "tick strong");
  const line = at.height / CLASSES;
  const cursor = stroke(pen, "cursor");
  const rows = Array.from({ length: CLASSES }, (_, k) => {
    const foot = at.top + (k + 1) * line;
    const g = pen.append("g").attr("data-symbol", k === NONE ? null : "y");
    stroke(g, "axis").attr("d", `M${at.left} ${p(foot)}H${at.right}`);
    const look = k === NONE ? "share-row nothing" : "share-row";
    return {
      foot,
      later: stroke(g, `${look} later`),
      past: stroke(g, look),
      name: write(g, at.left - 6, p(foot - 3), "end", k === NONE ? say("nothing") : k),
      share: write(g, numbers, p(foot - 3), "end"),
    };
  });
  const under = ticks(pen);
  return ({ result: r, t, withheld }: Moment<Setting, Run>) => {
    const secret = withheld?.has("picture") === true; // how it goes on is still to be guessed
    const unsaid = withheld?.has("share") === true; // and what it says by now
    const span = spanAt(r.frames, t);
    const x = linear(span.from, span.to, at.left, at.right);
    const [shares, now] = [sharesOf(r), heardBy(r, t)];
    const said = unsaid ? NaN : saidAt(r, now - 1).said;
    const here = p(x(Math.min(t, span.to)));
    const parts = [layout.bands, layout.delta, at]; // not across their titles
    cursor.attr("d", parts.map((b) => `M${here} ${b.top}V${b.bottom}`).join(""));
    const last = Math.min(span.to, r.frames) - 1;
    rows.forEach(({ foot, past, later, name, share }, k) => {
      const y = (i: number) => foot - shares![i * CLASSES + k]! * (line - 2);
      const between = (from: number, to: number) =>
        shares && to >= from
          ? area(
              (i) => x(i + 1),
              y,
              () => foot,
              from,
              to,
            )
          : "";
      past.attr("d", unsaid ? "" : between(span.from, Math.min(now - 1, last)));
      later.attr("d", secret ? "" : between(Math.max(span.from, now - 1), last));
      const mine = shares?.[(now - 1) * CLASSES + k];
      share.text(
        unsaid ? "?" : mine === undefined ? "" : `${format(100 * mine, mine < 0.1 ? 1 : 2)} %`,
      );
      for (const text of [name, share]) text.classed("strong", k === said);
      past.classed("said", k === said);
    });
    const every = layout.width > 500 ? 50 : 100;
    const first = Math.ceil(span.from / every) * every;
    const marks = Array.from(
      { length: Math.floor((span.to - first) / every) + 1 },
      (_, k) => first + k * every,
    );
    under(marks.map((n) => below(at, x(n), `${n / 100} s`, "middle")));
  };
}
