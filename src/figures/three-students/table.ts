import { p, plate, stroke, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { questionAt, standing, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { answersOf, hides } from "./look.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { students } from "./students.ts";
import { speller } from "./words.ts";

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly look: string;
}

/** What stands in the table: its cells, and how sure each answer was beside how sure one can be. */
interface Filled {
  readonly cells: readonly Cell[];
  readonly sure: string;
  readonly feet: string;
}

/** The questions from one on, as many as there is room for: name and number, each student's answer with ✓ or ✗. */
function filled(
  { result: r, t, withheld }: Moment<Setting, Run>,
  from: number,
  { lines, left, step, room }: Layout["table"],
  spell: (id: number) => string,
): Filled {
  let [sure, feet] = ["", ""];
  const cells: Cell[] = [];
  r.questions.slice(from, from + room).forEach(({ name, number }, k) => {
    const [q, x] = [from + k, left + (k + 0.5) * step];
    const add = (line: number, text: string, look: string) =>
      cells.push({ x, y: lines[line]!, text, look });
    if (q > questionAt(r, t)) return void add(0, "·", "tick");
    add(0, spell(name), "tick student-said");
    add(1, String(number), "tick");
    students.forEach((student, s) => {
      const answer = answersOf(r, student)?.[q];
      if (!answer) return void add(s + 2, "…", "tick");
      if (hides(withheld, student)) return void add(s + 2, "?", "tick");
      const [mark, look] = answer.right ? ["✓", "right"] : ["✗", "wrong"];
      add(s + 2, `${answer.number} ${mark}`, `tick student-${look}`);
      const at = `M${p(x - step / 2 + 4)} ${lines[s + 2]! + 4}`;
      sure += `${at}h${p((step - 10) * answer.share)}`;
      feet += `${at}h${step - 10}`;
    });
  });
  return { cells, sure, feet };
}

/** The exam: what is asked, what is right, and what each student says; below an answer how sure it was. */
export function table(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { lines, left, step, room } = layout.table;
  const spell = speller(say);
  const names = [say("asks"), say("wanted"), ...students.map((student) => say(student))];
  names.forEach((name, k) =>
    write(pen, 4, lines[k]!, "start", name, k < 2 ? "tick" : "tick strong"),
  );
  const [top, height] = [lines[0]! - 14, lines[4]! - lines[0]! + 20];
  const column = plate(pen, "student-now", { left: 0, top, width: step - 2, height }, 3);
  const [sure, feet] = [stroke(pen, "student-sure"), stroke(pen, "axis")];
  const home = pen.append("g");
  return (moment: Moment<Setting, Run>) => {
    const { result: r, t } = moment;
    const from = Math.max(0, Math.min(questionAt(r, t) - room + 1, r.questions.length - room));
    const { cells, ...drawn } = filled(moment, from, layout.table, spell);
    sure.attr("d", drawn.sure);
    feet.attr("d", drawn.feet);
    const q = standing(r, t);
    column
      .attr("display", q < 0 ? "none" : null)
      .attr("x", p(left + Math.max(0, q - from) * step + 1));
    home
      .selectAll<SVGTextElement, Cell>("text")
      .data(cells)
      .join("text")
      .attr("class", ({ look }) => look)
      .attr("text-anchor", "middle")
      .attr("x", (c) => p(c.x))
      .attr("y", (c) => c.y)
      .text((c) => c.text);
  };
}
