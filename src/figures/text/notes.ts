import { write, type Pen } from "../../draw/picture.ts";
import { widthOf } from "../../draw/text.ts";
import { grouped } from "../../kit/format.ts";
import { shownOf, takenOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** Where it was read and how far, by what, and what of the text was not taken as it stands; as much as the line holds. */
export function notes(pen: Pen, at: Layout, say: (word: Phrase) => string) {
  const line = write(pen, 4, at.notes[0]!);
  return (r: Run, v: Setting) => {
    const course = shownOf(r);
    const taken = takenOf(r, v);
    const skipped = taken ? taken.all.length - taken.ids.length : 0;
    const facts = [
      course ? say(course.by) : say("notYet"),
      ...(course && course.read < course.count
        ? [
            say("readSoFar")
              .replace("#1", grouped(course.read))
              .replace("#2", grouped(course.count)),
          ]
        : []),
      ...(skipped > 0 ? [`${say("skippedNote")} ${grouped(skipped)}`] : []),
      ...(taken && taken.folded > 0 ? [`${say("foldedNote")} ${grouped(taken.folded)}`] : []),
      ...(r.unkept ? [say("unkept")] : []),
      say("readBy"),
    ];
    while (facts.length > 1 && widthOf(facts.join(" · "), at.type) > at.width - 8) facts.pop();
    line.text(facts.join(" · "));
  };
}
