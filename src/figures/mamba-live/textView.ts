import { stroke, write, type Pen } from "../../draw/picture.ts";
import { key } from "../../draw/key.ts";
import { linesOf, widthOf } from "../../draw/text.ts";
import type { Moment } from "../../kit/figure.ts";
import { lengthOf, shownOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { letters } from "./letters.ts";
import { list } from "./list.ts";
import { hiddenIn, pageOf, type Listed } from "./page.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

type Say = (word: Phrase) => string;
const LINE = 17;

/** The text with a bar under each character; beside it what comes next, or what is heard; below that a list or some words. */
export function textView(pen: Pen, layout: Layout, say: Say) {
  const { title, text, under, narrow } = layout;
  const titles = [
    write(pen, text.left, title, "start", "", "tick strong"),
    write(pen, text.right, title, "end"),
  ];
  const flow = letters(pen, layout);
  const lists = {
    y: list(pen.append("g"), layout.list, layout.step, "y"),
    h: list(pen.append("g"), layout.list, layout.step, "h"),
  };
  const low = list(pen.append("g"), under, layout.step, "h");
  const room = Math.floor(under.height / LINE);
  const words = Array.from({ length: room }, (_, k) =>
    write(pen, under.left, under.top + 12 + k * LINE),
  );
  const middle = (text.right + layout.list.left) / 2 - 4;
  const [across, down] = [`M2 ${text.bottom + 6}H358`, `M${middle} 4V${text.bottom}`];
  stroke(pen, "axis").attr("d", narrow ? across : down);
  const drawKey = keys(pen, layout, say);
  const draw = ({ result: r, values: v, t, withheld }: Moment<Setting, Run>) => {
    const now = Math.min(Math.floor(t), lengthOf(r, v) - 1);
    const page = pageOf(r, v, now, say, hiddenIn(v.show, withheld));
    flow.draw({
      cells: shownOf(r, v),
      model: v.model,
      t: now,
      mark: page.mark,
      bars: page.bars,
      fades: v.show !== "whatif",
    });
    titles[0]!.text(`${flow.above() ? "⋯ " : ""}${page.title}`);
    titles[1]!.text((narrow && page.brief) || page.scale);
    const shown = v.show === "hears" ? "h" : "y";
    const empty: Listed = { title: "", items: [] };
    for (const each of ["y", "h"] as const) {
      const { title: name, items, ...scale } = each === shown ? page.list : empty;
      lists[each](name, items, scale);
    }
    const {
      title: name,
      items,
      ...scale
    } = "items" in page.under ? page.under : { ...empty, title: page.under.title };
    low(name, items, scale);
    const told = "text" in page.under ? page.under.text : [];
    const size = narrow ? 13.5 : 12;
    const wrapped = told
      .flatMap((line) => linesOf(line, under.width - 8, size))
      .flatMap((line) => cut(line, under.width - 8, size));
    words.forEach((word, k) => word.text(wrapped[k] ?? ""));
    drawKey(v, page.mark !== undefined);
  };
  return { draw, near: flow.near };
}

/** A line in pieces that fit: a model may write what has no gaps. */
function cut(line: string, width: number, size: number): string[] {
  const all = [...line];
  let k = all.length;
  while (k > 1 && widthOf(all.slice(0, k).join(""), size) > width) k--;
  return k === all.length
    ? [line]
    : [all.slice(0, k).join(""), ...cut(all.slice(k).join(""), width, size)];
}

/** Which mark is what, of what is shown. */
function keys(pen: Pen, layout: Layout, say: Say) {
  const place = { left: 4, right: layout.width, y: layout.key, size: layout.narrow ? 13.5 : 12 };
  const draw = key(pen, place, [
    { look: "live-bar", word: say("above"), as: "area", symbol: "h" },
    { look: "live-bar live-low", word: say("below"), as: "area", symbol: "h" },
    { look: "live-bar", word: say("adds"), as: "area", symbol: "h" },
    { look: "live-bar live-low", word: say("takes"), as: "area", symbol: "h" },
    { look: "live-now", word: say("playhead"), as: "area" },
    { look: "live-written", word: say("writtenBy"), as: "M2 0h14" },
    { look: "live-was", word: say("before"), as: "area", symbol: "y" },
    { look: "live-cut", word: say("changedHere"), as: "M0 -6h18M0 5h18" },
    { look: "live-next", word: say("standsNext"), as: "M4 -5l8 5l-8 5z" },
  ]);
  return ({ show, channel, write: written }: Setting, marked: boolean) => {
    const tokens = show === "tokens";
    const signed = show === "hears" && channel > 0;
    const shown = [
      tokens,
      tokens,
      signed,
      signed,
      true,
      written > 0,
      marked,
      marked,
      show !== "hears",
    ];
    draw((k) => shown[k]!);
  };
}
