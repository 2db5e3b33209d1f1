import { write, type Pen } from "../../draw/picture.ts";
import { linesOf } from "../../draw/text.ts";
import type { Moment } from "../../kit/figure.ts";
import { readingOf, textOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

const grouped = (x: unknown) => String(x).replace(/\B(?=(\d{3})+$)/g, ",");

/** What read the text, where, on what it was trained and how it was judged; and what of the text it did not take. */
export function notes(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const size = layout.narrow ? 13.5 : 12;
  const lines = layout.notes.map((y) => write(pen, 4, y));
  return ({ result: r, values: v }: Moment<Setting, Run>) => {
    const { skipped, passed, cells } = textOf(r, v);
    const reading = readingOf(r);
    const state = reading ? say("here") : r.recorded ? say("record") : say("waitShort");
    const card = r.model?.card;
    const facts = [
      state,
      ...(skipped > 0 && (card || v.model !== "chinese")
        ? [`${say("skippedNote")} ${grouped(skipped)}`]
        : []),
      ...(passed > 0
        ? [`${say("passedNote")} ${grouped(r.reading?.passed ?? 0)} / ${grouped(passed)}`]
        : []),
      ...(cells[0]?.led ? [say("ledNote")] : []),
      ...(card
        ? [
            `${grouped(card.training["parameters"])} ${say("parameters")}`,
            ...(layout.narrow ? [] : [`${say("trainedOn")} ${String(card.training["text"])}`]),
            say("heldOut").replace("#value", String(card.heldOut.value)),
          ]
        : []),
    ];
    const told = linesOf(facts.join(" · "), layout.width - 10, size);
    lines.forEach((line, k) => line.text(told[k] ?? ""));
  };
}
