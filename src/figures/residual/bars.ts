import { key } from "../../draw/key.ts";
import { linear, p, stroke, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import { bitsOf, RAW, type Run, sideOf } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { measured } from "./measured.ts";
import { type Setting, type Way, ways } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** Bits that have room: what LPC with every coefficient in the shortest frames makes of noise. So the axis stays. */
const ROOM = 18.5;

const rows = ["raw", ...ways] as const;
const words: Readonly<Record<(typeof rows)[number], Phrase>> = {
  raw: "raw",
  same: "same_",
  sent: "sent_",
  past: "past_",
  s6: "s6_",
};

/** What a way costs, and what would have to be sent besides, in bits a sample. */
function costOf(r: Run, who: "raw" | Way): readonly [left: number, besides: number] {
  if (who === "raw") return [RAW, 0];
  if (who === "s6") return [bitsOf(r, "s6"), (8 * measured.bytes) / r.x.length];
  const side = sideOf(r, who);
  return [bitsOf(r, who) - side, side];
}

/** A bar for each way up to the one that is chosen: later ones are asked about first. */
export function bars(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { bars: b, row, bar, barsKey, type } = layout;
  write(pen, b.left, b.top - 9, "start", say("barsTitle"), "tick strong");
  const parts = rows.map((who, k) => {
    const g = pen.append("g");
    const top = b.top + k * row + 14;
    return {
      who,
      g,
      name: write(g, b.left, top - 4, "start", say(words[who])),
      solid: stroke(g, "residual-bar"),
      besides: stroke(g, "residual-besides"),
      number: write(g, b.right + 8, top + bar - 1, "start", "", "tick"),
      top,
    };
  });
  const lay = key(pen, { left: b.left, right: layout.width, y: barsKey, size: type }, [
    { look: "residual-besides", word: say("besides"), as: "M0 -5h18v9h-18z" },
  ]);
  return ({ result: r, values: v }: Moment<Setting, Run>) => {
    const last = ways.indexOf(v.way) + 1;
    const costs = rows.map((who, k) => (k <= last ? costOf(r, who) : ([0, 0] as const)));
    const most = Math.max(ROOM, ...costs.map(([left, besides]) => left + besides || 0));
    const x = linear(0, most, b.left, b.right);
    parts.forEach(({ who, g, name, solid, besides, number, top }, k) => {
      g.attr("display", k <= last ? null : "none");
      const [left, more] = costs[k]!;
      const known = Number.isFinite(left);
      const at = (from: number, to: number) =>
        `M${p(x(from))} ${top}H${p(x(to))}v${bar}H${p(x(from))}Z`;
      solid.attr("d", known ? at(0, left) : "");
      besides.attr("d", known && more > 0 ? at(left, left + more) : "");
      number.text(
        known ? `${fixed(left, 2)}${more > 0 ? ` + ${fixed(more, 2)}` : ""}` : say("waiting"),
      );
      g.classed("now", who === v.way);
      name.attr("class", who === v.way ? "tick strong" : "tick");
    });
    lay(() => last >= 2);
  };
}
