import { write, type Pen } from "../../draw/picture.ts";
import { linesOf, widthOf } from "../../draw/text.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { readingOf, textOf, type Run } from "./compute.ts";
import { isOwn } from "./models.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

const grouped = (x: unknown) => String(x).replace(/\B(?=(\d{3})+$)/g, ",");

/** What read the text, where, on what it was trained and how it was judged; and what of the text it did not take. */
export function notes(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { narrow, width } = layout;
  const [size, skips, passes] = narrow
    ? ([13.5, "skippedShort", "passedShort"] as const)
    : ([12, "skippedNote", "passedNote"] as const);
  const lines = layout.notes.map((y) => write(pen, 4, y));
  return ({ result: r, values: v }: Moment<Setting, Run>) => {
    const { skipped, passed, cells, left = 0 } = textOf(r, v);
    const reading = readingOf(r);
    const state = reading ? say("here") : r.recorded ? say("record") : say("waitShort");
    const card = r.model?.card;
    const own = isOwn(v.model) ? v.model : undefined;
    const facts = [
      state,
      ...(skipped > 0 && (card || v.model !== "chinese")
        ? [`${say(skips)} ${grouped(skipped)}`]
        : []),
      ...(passed > 0
        ? [`${say(passes)} ${grouped(r.reading?.passed ?? 0)} / ${grouped(passed)}`]
        : []),
      ...(left > 0 ? [`${say("leftNote")} ${grouped(left)}`] : []),
      ...(cells[0]?.led && !own ? [say("ledNote")] : []),
      ...(r.model?.unkept ? [say("unkept")] : []),
      ...(card
        ? [
            `${grouped(card.training["parameters"])} ${say("parameters")}`,
            ...(narrow ? [] : [`${say("trainedOn")} ${String(card.training["text"])}`]),
            say("heldOut").replace("#value", String(card.heldOut.value)),
          ]
        : []),
      ...(own
        ? [
            own.name,
            `${grouped(own.plan.parameters)} ${say("parameters")}`,
            say(own.plan.exact ? "ownExact" : "ownEight").replace(
              "#size",
              format(own.plan.bytes / 1e6, 3),
            ),
          ]
        : []),
    ];
    // on a narrow picture as many as its line holds, the first ones first
    if (narrow) while (widthOf(facts.join(" · "), size) > width - 10) facts.pop();
    const told = linesOf(facts.join(" · "), width - 10, size);
    lines.forEach((line, k) => line.text(told[k] ?? ""));
  };
}
