import { p, plate, stroke, write, type Pen } from "../../draw/picture.ts";
import { widthOf } from "../../draw/text.ts";
import { keeping } from "../../kit/keeping.ts";
import type { Fact } from "../../models/notes/lecture.ts";
import { ASK, FILLER, NUMBER } from "../../models/notes/lecture.ts";
import type { Layout } from "./layout.ts";
import type { Phrase } from "./phrases.ts";

type Say = (word: Phrase) => string;

/** A token in the reader's language. */
export function speller(say: Say): (id: number) => string {
  const [names, fillers] = [say("names").split(" "), say("fillers").split(" ")];
  return (id) => {
    if (id === ASK) return "?";
    if (id >= FILLER) return fillers[id - FILLER] ?? "…";
    return id >= NUMBER ? String(id - NUMBER) : (names[id] ?? "…");
  };
}

interface Word {
  readonly t: number;
  readonly id: number;
  readonly text: string;
  readonly left: number;
  readonly width: number;
  readonly line: number;
}

const [GAP, AROUND, BOLD] = [7, 2, 1.08];

/** The tokens as text: three lines about the playhead, what is still to come faint. */
export function words(pen: Pen, layout: Layout, say: Say) {
  const { lines, narrow, width, title } = layout;
  const size = narrow ? 14.5 : 14;
  const spell = speller(say);
  if (title !== undefined) write(pen, 4, title, "start", say("title"), "tick strong");
  const place = plate(pen, "student-now", { left: 0, top: 0, width: 0, height: size + 6 }, 3);
  const asked = stroke(pen, "student-under");
  const home = pen.append("g");
  const flow = keeping((ids: Int32Array): readonly Word[] => {
    let [left, line] = [6, 0];
    return Array.from(ids, (id, t) => {
      const text = spell(id);
      const wide = widthOf(text, size) * (id < FILLER || id === ASK ? BOLD : 1);
      if (left + wide > width - 6) [left, line] = [6, line + 1];
      const word = { t, id, text, left, width: wide, line };
      left += wide + GAP;
      return word;
    });
  });
  return (ids: Int32Array, t: number, wanted: Fact | undefined) => {
    const all = flow(ids);
    const [now, last] = [all[t]!, all.at(-1)!.line];
    const first = Math.max(0, Math.min(now.line - 1, last - lines.length + 1));
    const y = (word: Word) => lines[word.line - first]!;
    const seen = all.filter(({ line }) => line >= first && line < first + lines.length);
    place
      .attr("x", p(now.left - AROUND - 1))
      .attr("y", p(y(now) - size + 0.5))
      .attr("width", p(now.width + 2 * AROUND + 2));
    const under = seen.filter((word) => word.t === wanted?.at || word.t === (wanted?.at ?? 0) - 1);
    asked.attr(
      "d",
      wanted ? under.map((w) => `M${p(w.left)} ${y(w) + 3.5}h${p(w.width)}`).join("") : "",
    );
    home
      .selectAll<SVGTextElement, Word>("text")
      .data(seen)
      .join("text")
      .attr(
        "class",
        (w) =>
          `tick student-word${w.id >= FILLER && w.id < ASK ? "" : " student-said"}${w.t > t ? " later" : ""}`,
      )
      .attr("x", (w) => p(w.left))
      .attr("y", y)
      .text((w) => w.text);
  };
}
