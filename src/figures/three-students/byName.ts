import { ticks } from "../../draw/axis.ts";
import { linear, p, stroke, write, type Pen } from "../../draw/picture.ts";
import { widthOf } from "../../draw/text.ts";
import type { Layout } from "./layout.ts";
import { heldOut, percent } from "./look.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** Of each name, how often the LSTM is right: the names that it has a place for, and the others. */
export function byName(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { each: b, narrow, type } = layout;
  const names = say("names").split(" ");
  write(pen, b.left, b.top - 12, "start", say("byName"), "tick strong");
  const y = linear(0, 100, b.bottom, b.top);
  const x = linear(-0.5, names.length - 0.5, b.left, b.right);
  const width = 0.7 * (x(1) - x(0));
  stroke(pen, "axis").attr("d", [0, 100].map((v) => `M${b.left} ${p(y(v))}H${b.right}`).join(""));
  const beside = [0, 100].map((v) => ({
    x: b.left - 5,
    y: y(v) + 4,
    text: `${v} %`,
    anchor: "end" as const,
  }));
  const under = names.map((name, k) => ({
    x: x(k),
    y: b.bottom + 16,
    text: narrow ? Array.from(name)[0]! : name,
    anchor: "middle" as const,
  }));
  // Chinese names are wider than their bars on a phone: every second one then.
  const wide = (k: number) => widthOf(under[k]!.text, type);
  const close = names.some((_, k) => k > 0 && (wide(k) + wide(k - 1)) / 2 > x(1) - x(0));
  const every = narrow && close ? 2 : 1;
  ticks(pen)([...beside, ...under.filter((_, k) => k % every === 0)]);
  const bars = stroke(pen.append("g").attr("class", "student-lstm"), "student-bar");
  return (v: Setting, hidden: boolean) => {
    const shares = hidden ? [] : heldOut.of("lstm", v).each.map(percent);
    bars.attr(
      "d",
      shares
        .map(
          (share, k) =>
            `M${p(x(k) - width / 2)} ${b.bottom}h${p(width)}V${p(y(share))}h${p(-width)}z`,
        )
        .join(""),
    );
  };
}
