import { ticks, type Tick } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { key } from "../../draw/key.ts";
import { linear, p, stroke, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { byName } from "./byName.ts";
import type { Layout } from "./layout.ts";
import { heldOut, hides, percent, rightSoFar } from "./look.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { CONTEXT, keptBy, type Student, students } from "./students.ts";

type Say = (word: Phrase) => string;
type Point = readonly [x: number, y: number];

/** A student's mark about a point: circle, square, triangle. */
const marks: Readonly<Record<Student, string>> = {
  lstm: "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
  transformer: "m-5 -5h10v10h-10z",
  mamba: "m0 -5.5l5 9h-10z",
};
const cross = "m-5 0h10m-5 -5v10";

/** A plot of per cent right: its frame, and where its numbers stand. */
function plot(pen: Pen, b: Box, title: string, x: (v: number) => number, along: readonly number[]) {
  write(pen, b.left, b.top - 12, "start", title, "tick strong");
  const y = linear(0, 100, b.bottom, b.top);
  stroke(pen, "axis").attr(
    "d",
    [0, 50, 100].map((v) => `M${b.left} ${p(y(v))}H${b.right}`).join(""),
  );
  const beside = [0, 50, 100].map((v): Tick => ({
    x: b.left - 5,
    y: y(v) + 4,
    text: `${v} %`,
    anchor: "end",
  }));
  const under = along.map((v): Tick => ({
    x: x(v),
    y: b.bottom + 16,
    text: String(v),
    anchor: "middle",
  }));
  ticks(pen)([...beside, ...under]);
  return { x, y };
}

/** A line with marks, redrawn for its points. */
function series(pen: Pen, student: Student) {
  const g = pen.append("g").attr("class", `student-${student}`);
  const [line, dots] = [stroke(g, "student-line"), stroke(g, "student-mark")];
  return (points: readonly Point[], joined = true) => {
    const at = ([x, y]: Point) => `${p(x)} ${p(y)}`;
    line.attr("d", joined && points.length > 0 ? `M${points.map(at).join("L")}` : "");
    dots.attr("d", points.map((point) => `M${at(point)}${marks[student]}`).join(""));
  };
}

/** How well the three recall, on lectures that were held out. */
export function recall(pen: Pen, layout: Layout, say: Say) {
  const [names, since, size] = layout.panels;
  const log = linear(2, 4.7, size.left, size.right);
  const plots = {
    names: plot(pen, names, say("byNames"), linear(0, 24, names.left, names.right), [1, 8, 16, 24]),
    since: plot(pen, since, say("bySince"), linear(0, 640, since.left, since.right), [0, 320, 640]),
    size: plot(pen, size, say("bySize"), (v) => log(Math.log10(v)), [100, 1000, 10000]),
  };
  const limit = plots.since.x(CONTEXT);
  stroke(pen, "cursor").attr("d", `M${p(limit)} ${since.top}V${since.bottom}`);
  const lines = students.map((student) => ({
    student,
    names: series(pen, student),
    since: series(pen, student),
    size: series(pen, student),
  }));
  const yours = stroke(pen, "student-yours");
  const drawKey = legend(pen, layout, say);
  const drawEach = byName(pen, layout, say);
  const middles = heldOut.since.map((to, k) => (to + (heldOut.since[k - 1] ?? 0)) / 2);
  return ({ result: r, values: v, withheld }: Moment<Setting, Run>) => {
    let own = "";
    for (const { student, ...draw } of lines) {
      const hidden = hides(withheld, student);
      const found = heldOut.of(student, v);
      const points = (
        of: readonly (readonly [number, number])[],
        along: readonly number[],
        at: "names" | "since",
      ) => of.map((counts, k): Point => [plots[at].x(along[k]!), plots[at].y(percent(counts))]);
      draw.names(hidden ? [] : points(found.names, heldOut.names, "names"));
      draw.since(hidden ? [] : points(found.since, middles, "since"));
      const sizes = Object.entries(heldOut.all).filter(([id]) => id.startsWith(student));
      draw.size(
        hidden
          ? []
          : sizes.map(([id, { held }]) => [plots.size.x(keptBy(id)), plots.size.y(percent(held))]),
        false,
      );
      const right = rightSoFar(r, student, Infinity);
      if (!hidden && r.reading && r.questions.length > 0)
        own += `M${p(plots.names.x(r.facts.length))} ${p(plots.names.y((100 * right) / r.questions.length))}${cross}`;
    }
    yours.attr("d", own);
    drawKey(own !== "");
    drawEach(v, hides(withheld, "lstm"));
  };
}

/** Which mark is whose. */
function legend(pen: Pen, layout: Layout, say: Say) {
  const at = { left: 4, right: layout.width, y: layout.recallKey, size: layout.type, line: 18 };
  const draw = key(pen, at, [
    ...students.map((student) => ({
      look: `student-mark student-${student}`,
      word: say(student),
      as: `M9 0${marks[student]}`,
    })),
    { look: "cursor", word: say("trainedTo"), as: "M9 -7v14" },
    { look: "student-yours", word: say("yours"), as: `M9 0${cross}` },
  ]);
  return (own: boolean) => draw((k) => k < 4 || own);
}
