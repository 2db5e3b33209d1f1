import { key } from "../../draw/key.ts";
import { linear, picture } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { standing, type Run } from "./compute.ts";
import { compact, wide, type Layout } from "./layout.ts";
import { answersOf } from "./look.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { recall } from "./recall.ts";
import { rows } from "./rows.ts";
import { kept, students } from "./students.ts";
import { table } from "./table.ts";
import { speller, words } from "./words.ts";

/** The lecture as text, three memories over its tokens, the exam; or how well each recalls. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const groups = { lecture: mute.append("g"), recall: mute.append("g") };
  const drawWords = words(groups.lecture, layout, say);
  const drawRows = rows(groups.lecture, layout, say);
  const drawTable = table(groups.lecture, layout, say);
  legend(groups.lecture, layout, say);
  const drawRecall = recall(groups.recall, layout, say);
  let now: Moment<Setting, Run>;
  const area = { ...layout.rows[0]!, height: layout.rows.at(-1)!.bottom - layout.rows[0]!.top };
  const tell = scrub(svg, area, {
    label: say("scrub"),
    at: (px) =>
      linear(layout.rows[0]!.left, layout.rows[0]!.right, -0.5, now.result.ids.length - 0.5)(px),
    t: () => now.t,
    seek: stage.seek,
  });
  const spell = speller(say);
  return {
    draw(moment) {
      now = moment;
      const { result: r, values: v, t } = moment;
      for (const [name, group] of Object.entries(groups))
        group.attr("display", name === v.show ? null : "none");
      tell.grip.attr("display", v.show === "lecture" ? null : "none");
      if (v.show === "recall") return drawRecall(moment);
      const at = Math.min(Math.floor(t), r.ids.length - 1);
      const q = standing(r, t);
      drawWords(r.ids, at, r.questions[q]);
      drawRows(moment);
      drawTable(moment);
      tell(at, `${spell(r.ids[at]!)}; ${spoken(moment, q, say)}`, r.ids.length - 1);
    },
    destroy: () => svg.remove(),
  };
}

/** The answers where a question stands, else what is kept. */
function spoken(
  { result: r, values: v, t, withheld }: Moment<Setting, Run>,
  q: number,
  say: (word: Phrase) => string,
): string {
  return students
    .map((student) => {
      const answer = withheld?.size ? undefined : answersOf(r, student)?.[q];
      const told = answer
        ? `${answer.number} ${answer.right ? "✓" : "✗"} ${format(100 * answer.share, 2)} %`
        : `${kept(student, v, Math.floor(t) + 1)} ${say("numbersKept")}`;
      return `${say(student)} ${told}`;
    })
    .join(", ");
}

/** Which mark is what. */
function legend(pen: Parameters<typeof key>[0], layout: Layout, say: (word: Phrase) => string) {
  key(pen, { left: 4, right: layout.width, y: layout.key, size: layout.type, line: 18 }, [
    { look: "student-fact", word: say("factSaid"), as: "M9 -5l4 8h-8z" },
    { look: "student-asked", word: say("askedSaid"), as: "M9 -6v12" },
    { look: "student-exam", word: say("examHere"), as: "area" },
    { look: "student-cache", word: say("keptHere"), as: "area" },
    { look: "student-now", word: say("playhead"), as: "area" },
    { look: "student-entry", word: say("page"), as: "M2 -6h14v11h-14z" },
    { look: "student-sure", word: say("sureBar"), as: "line" },
  ]);
}
