import { scaleEnd, snug, type Tick, ticks } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { linear, p, plate, reach, stroke, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { standing, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { rowAt, writtenIn } from "./look.ts";
import { page } from "./page.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { CONTEXT, kept, type Student, students } from "./students.ts";

type Say = (word: Phrase) => string;

/** What each row is about. */
const about = { lstm: "wrote", transformer: "looked", mamba: "heard" } as const;

/** A row for each student over the tokens: what it wrote, looks at, hears; its numbers kept, and its memory beside it. */
export function rows(pen: Pen, layout: Layout, say: Say) {
  const [first, last] = [layout.rows[0]!, layout.rows.at(-1)!];
  const exam = plate(pen, "student-exam", {
    left: 0,
    top: first.top - 6,
    width: 0,
    height: last.bottom - first.top + 12,
  });
  const cursor = stroke(pen, "cursor");
  const asked = stroke(pen, "student-asked");
  const facts = stroke(pen, "student-fact");
  const parts = students.map((student, k) => row(pen, layout, k, student, say));
  const marks = ticks(pen);
  return (moment: Moment<Setting, Run>) => {
    const { result: r, t } = moment;
    const now = Math.floor(t);
    const L = r.ids.length;
    const x = linear(-0.5, L - 0.5, first.left, first.right);
    const from = x(r.lecture - 0.5);
    exam.attr("x", p(from)).attr("width", p(first.right - from));
    const through = (at: number) =>
      layout.rows.map((b) => `M${p(x(at))} ${b.top}V${b.bottom}`).join("");
    cursor.attr("d", through(now));
    const q = standing(r, t);
    const fact = q < 0 ? undefined : r.questions[q];
    asked.attr("d", fact ? through(fact.at) : "");
    facts.attr("d", r.facts.map(({ at }) => `M${p(x(at))} ${last.bottom + 3}l3 6h-6z`).join(""));
    const y = last.bottom + 22;
    const middle = Math.round(r.lecture / 2);
    const end = r.questions.length > 0 ? `${say("examHere")}: ${L}` : String(L);
    const half: Tick = { x: x(middle - 1), y, text: String(middle), anchor: "middle" };
    marks([
      { x: x(0), y, text: "1", anchor: "start" },
      ...(middle > 2 ? [half] : []),
      { x: first.right, y, text: end, anchor: "end" },
    ]);
    parts.forEach((draw) => draw(moment, x));
  };
}

function row(pen: Pen, layout: Layout, k: number, student: Student, say: Say) {
  const at = layout.rows[k]!;
  const g = pen.append("g").attr("class", `student-${student}`);
  const band = plate(g, "student-cache", at);
  stroke(g, "axis").attr("d", `M${at.left} ${at.bottom}H${at.right}`);
  const bars = stroke(g, "student-bar");
  const top = write(g, at.left - 5, at.top + 10, "end");
  const tell = labels(g, layout, at, student, say);
  const drawPage = page(g, layout.pages[k]!, student, say);
  return ({ result: r, values: v, t }: Moment<Setting, Run>, x: (t: number) => number) => {
    const now = Math.floor(t);
    const values = rowAt(r, v, student, t);
    const most = student === "lstm" ? snug(reach(1e-9, writtenIn(r) ?? [])) : 1;
    top.text(values ? (student === "lstm" ? scaleEnd(most) : "100 %") : "");
    const width = Math.max(1, 0.7 * (x(1) - x(0)));
    const bar = (value: number, s: number) => {
      const height = (value / most) * (at.height - 2);
      return height < 0.2
        ? ""
        : `M${p(x(s) - width / 2)} ${at.bottom}h${p(width)}v${p(-height)}h${p(-width)}z`;
    };
    bars.attr("d", values ? Array.from(values, bar).join("") : "");
    const start = Math.max(0, now - CONTEXT + 1);
    band
      .attr("display", student === "transformer" ? null : "none")
      .attr("x", p(x(start - 0.5)))
      .attr("width", p(x(now + 0.5) - x(start - 0.5)));
    tell(kept(student, v, now + 1), now);
    drawPage(r, v, now, values);
  };
}

/** Who it is, how many numbers it keeps, and what the row shows. */
function labels(g: Pen, { beside, pages }: Layout, at: Box, student: Student, say: Say) {
  const name = write(g, 4, beside ? at.top + 11 : at.top - 7, "start", say(student), "tick strong");
  const size = beside ? write(g, 4, at.top + 27) : write(g, pages[0]!.right, at.top - 7, "end");
  const why = beside ? write(g, 4, at.top + 42) : undefined;
  if (beside) write(g, 4, at.top + 57, "start", say(about[student]), "tick student-about");
  else name.text(`${say(student)}: ${say(about[student])}`);
  return (count: number, now: number) => {
    size.text(`${count.toLocaleString("en")} ${say("numbersKept")}`);
    const grows = student === "transformer";
    why?.text(say(!grows ? "fixed" : now + 1 < CONTEXT ? "grows" : "full"));
  };
}
