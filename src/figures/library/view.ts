import { grown } from "../../draw/box.ts";
import { scrub } from "../../draw/scrub.ts";
import { brief } from "../../draw/brief.ts";
import { linear, type Pen, picture, type Root, write } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { chart, chartScales } from "./chart.ts";
import type { Run } from "./compute.ts";
import { compact, shelfOf, wide, type Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import { people } from "./people.ts";
import type { Phrase } from "./phrases.ts";
import { books } from "./shelf.ts";

/** The step of each task, and how two summaries are joined; a word where they are not. */
const rules: Readonly<Record<Setting["task"], readonly [step: string, join: string]>> = {
  sum: ["h ← h + u", "s₁ ∘ s₂ = s₁ + s₂"],
  max: ["h ← max(h, u)", "m₁ ∘ m₂ = max(m₁, m₂)"],
  ssm: ["h ← a·h + b·u", "(a₁, b₁) ∘ (a₂, b₂) = (a₂a₁, a₂b₁ + b₂)"],
  tanh: ["h ← tanh(a·h + b·u)", "noShort"],
  each: ["y = u²", "noNeed"],
};

/** The shelf with its helpers, and below, their time steps. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const drawRules = ruleLines(mute, layout, say);
  const drawBooks = books(mute, layout);
  const drawChart = chart(mute, layout, {
    reduceWord: say("reduceWord"),
    carryWord: say("carryWord"),
    writeWord: say("writeWord"),
    aloneWord: say("aloneWord"),
  });
  const drawPeople = people(mute, layout);
  let now: Moment<Setting, Run>;
  const tell = playhead(svg, layout, stage, () => now);
  return {
    draw(moment) {
      now = moment;
      const { result: r, values: v, t } = moment;
      const shelf = shelfOf(r, layout);
      drawRules(v.task, r);
      drawBooks(r, shelf, t);
      drawPeople(r, shelf, t);
      drawChart(r, t);
      tell();
    },
    destroy: () => svg.remove(),
  };
}

/** The first three books joined from the left and from the right, with numbers. */
function eitherWay({ books, left, right }: Run): string {
  const [x, y, z] = books.map((u) => brief(u, 2));
  const same = Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left));
  const [a, b] = [left, right].map((value) => format(value));
  return `(${x} ∘ ${y}) ∘ ${z} = ${a} ${same ? "=" : "≠"} ${same ? "" : `${b} = `}${x} ∘ (${y} ∘ ${z})`;
}

function ruleLines(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const line = (x: number, y: number) => write(pen, x, y, "start", "", "sum");
  const texts = layout.rules.map((y) => {
    const text = line(layout.left, y);
    const name = text.append("tspan").attr("class", "name");
    return { name, formula: text.append("tspan") };
  });
  const proof = line(layout.right, layout.rules[1]).attr("text-anchor", "end");
  return (task: Setting["task"], r: Run) => {
    const [step, join] = rules[task];
    const [one, two] = texts as [(typeof texts)[number], (typeof texts)[number]];
    const spoken = join === "noShort" || join === "noNeed" ? say(join) : join;
    const numbers = task === "each" ? "" : eitherWay(r);
    // On a phone there is room for one of both: the numbers where they are the argument.
    const instead = layout.compact && task === "tanh";
    one.name.text(`${say("step")}  `);
    one.formula.text(step);
    two.name.text(instead ? "✗  " : `${say("join")}  `);
    two.formula.text(instead ? numbers : spoken);
    proof.text(layout.compact ? "" : numbers);
  };
}

/** The time steps are also a place to move the playhead. */
function playhead(
  svg: Root,
  layout: Layout,
  stage: Stage<Setting, Phrase>,
  now: () => Moment<Setting, Run>,
) {
  const { left, right } = layout.chart;
  const tell = scrub(svg, grown(layout.chart, 4, 4), {
    label: stage.say("scrub"),
    at: (px) => linear(left, right, 0, chartScales(now().result, layout).most)(px),
    t: () => now().t,
    seek: stage.seek,
  });
  return () => {
    const { result: r, t } = now();
    const tick = Math.floor(t);
    const written = r.when.filter((x) => x <= tick).length;
    tell(tick, `t = ${tick}: ${written} / ${r.books.length}`, r.ticks.length - 1);
  };
}
