import { grown } from "../../draw/box.ts";
import { key } from "../../draw/key.ts";
import { linear, type Pen, type Root } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { before, now as lookedAt, orderOf, pointAt, pointsOf, type Run } from "./compute.ts";
import { POINT } from "./course.ts";
import { pushView, rightView } from "./curvesView.ts";
import { kernelMap } from "./heat.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { unitsView } from "./unitsView.ts";

type Talk = Pick<Stage<Setting, Phrase>, "say" | "seek">;

const RING = "M5 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z";

/** How the block learns: right answers, what a push moves, and what became of every channel's kernel and Δ. */
export function learningView(
  pen: Pen,
  svg: Root,
  layout: Layout,
  { say, seek }: Talk,
  now: () => Moment<Setting, Run>,
) {
  const { right, push, before: was, now: is, units, key: line } = layout.learning;
  const drawRight = rightView(pen, right, say);
  const drawPush = pushView(pen, push, say, layout.narrow);
  const drawBefore = kernelMap(pen, was, say("before"));
  const drawNow = kernelMap(pen, is, say("now"));
  const drawUnits = unitsView(pen, units, say);
  const size = layout.narrow ? 13.5 : 13;
  const lay = key(
    pen.append("g").attr("class", "heat"),
    { left: right.left, right: push.right, y: line, size },
    [
      { look: "s4-block-chance", word: say("chance") },
      { look: "s4-block-asked", symbol: "k", word: say("asked"), as: "M9 -7V5" },
      { look: "cell plus", symbol: "K", word: say("plus"), as: "area" },
      { look: "cell minus", symbol: "K", word: say("minus"), as: "area" },
      { look: "s4-block-ring", symbol: "Delta", word: say("begun"), as: RING },
      { look: "s4-block-dot", symbol: "Delta", word: say("present"), as: RING },
      { look: "s4-block-line behind", symbol: "y", word: say("recorded") },
      { look: "s4-block-dot", symbol: "Delta", word: say("dotsKept"), as: RING },
    ],
  );
  const tell = scrub(svg, grown(right, 6), {
    label: say("scrub"),
    at: (px) => linear(right.left, right.right, 0, now().values.steps / POINT)(px),
    t: () => now().t,
    seek,
  });
  tell.grip.classed("of-learning", true);
  return (moment: Moment<Setting, Run>) => {
    const { result: r, values: v, t } = moment;
    const order = orderOf(r.begun);
    drawRight(moment);
    drawPush(moment);
    drawBefore(before(r, v), order, moment);
    const at = lookedAt(r, v, t);
    const fresh = at.point === pointAt(r, v, t);
    const kept = say("keptAt").replace("#step", String(POINT * at.point));
    const hidden = moment.withheld?.has("picture") ?? false;
    drawNow(at, order, moment, { present: fresh ? say("now") : kept, hidden });
    drawUnits(moment);
    const some = [fresh, r.course !== undefined && r.recorded !== undefined, !fresh];
    lay((k) => some[k - 5] ?? true);
    tell(pointAt(r, v, t), `${POINT * pointAt(r, v, t)}`, pointsOf(r) - 1);
  };
}
