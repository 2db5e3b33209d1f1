import { brief } from "../../draw/brief.ts";
import { graspable, tellValue, type Grip } from "../../draw/hand.ts";
import { letter, type Pen, plate, type Root, stroke, tenth, write } from "../../draw/picture.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { MOST_TOKENS, moved, STEPS, valued } from "./row.ts";

type Now = Moment<Setting, Run>;

/** The cells of the row, the questions after them, the step of now, and how far the gate is open at each. */
export function tape(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { x, tape: box, gate, column, narrow } = layout;
  const now = pen.append("rect").attr("class", "why-now").attr("rx", 6);
  const cells = stroke(pen, "why-cell");
  const dots = stroke(pen, "dots later", "u");
  const questions = stroke(pen, "why-question");
  const marks = pen.append("g");
  if (!narrow) letter(pen, "u", 14, box.cy + 6);
  write(pen, x(0) - column / 2, box.top - 7, "start", say("input"));
  const asks = write(pen, x(STEPS) - column / 2, box.top - 7, "start", say("asks"));
  const gateName = narrow ? undefined : letter(pen, "gate", 14, gate.cy + 5);
  const frames = stroke(pen, "why-door", "gate");
  const open = stroke(pen, "why-open", "gate");
  const cell = (step: number) =>
    `M${tenth(x(step) - column / 2 + 1.5)} ${box.top}h${column - 3}v${box.height}h${3 - column}z`;
  const bar = (step: number, share: number) =>
    `M${tenth(x(step) - column / 2 + 3)} ${gate.bottom}h${column - 6}v${tenth(-share * gate.height)}h${6 - column}z`;
  return ({ result: r, values: v, t }: Now) => {
    const steps = Array.from(r.u.keys());
    cells.attr("d", steps.slice(0, STEPS).map(cell).join(""));
    questions.attr("d", steps.slice(STEPS).map(cell).join(""));
    dots.attr(
      "d",
      steps
        .slice(0, STEPS)
        .map((s) => (r.u[s] === 0 ? `M${tenth(x(s))} ${box.cy}h0` : ""))
        .join(""),
    );
    marks
      .selectAll<SVGTextElement, number>("text")
      .data(steps.slice(STEPS))
      .join("text")
      .attr("class", "value why-ask")
      .attr("x", (s) => tenth(x(s)))
      .attr("y", box.cy + 5)
      .text("?");
    asks.attr("display", r.K === 0 ? "none" : null);
    const at = Math.floor(t);
    now
      .attr("x", tenth(x(at) - column / 2))
      .attr("width", column)
      .attr("y", box.top - 2)
      .attr("height", box.height + 4);
    const gated = v.memory === "gate";
    for (const part of [frames, open, gateName]) part?.attr("display", gated ? null : "none");
    frames.attr("d", steps.map((s) => bar(s, 1)).join(""));
    open.attr("d", steps.map((s) => (r.gate[s]! > 0 ? bar(s, r.gate[s]!) : "")).join(""));
  };
}

/** The tokens, to be taken and put elsewhere; up and down change their numbers. */
export function tokens(
  svg: Root,
  layout: Layout,
  stage: Stage<Setting, Phrase>,
  now: () => Now,
): (moment: Now) => void {
  const { x, tape: box, column, narrow } = layout;
  const chips = Array.from({ length: MOST_TOKENS }, (_, k) => {
    const grip: Grip = svg.append<SVGGraphicsElement>("g").attr("data-symbol", "u");
    const size = column - (narrow ? 2 : 6);
    plate(grip, "why-chip", { left: -size / 2, top: 2, width: size, height: box.height - 4 }, 7);
    const text = write(grip, 0, box.height / 2 + 5, "middle", "", "value");
    graspable(grip, {
      label: stage.say("dragToken"),
      move: (px) =>
        stage.set({ row: moved(now().values.row, k, Math.round((px - x(0)) / column)) }),
      nudge: (dx, dy) => {
        const { values, result } = now();
        if (dx) stage.set({ row: moved(values.row, k, result.places[k]! + dx) });
        else stage.set({ row: valued(values.row, k, dy) });
      },
    });
    return { grip, text };
  });
  return ({ result: r }) =>
    chips.forEach(({ grip, text }, k) => {
      const place = r.places[k];
      grip.attr("display", place === undefined ? "none" : null);
      if (place === undefined) return;
      grip.attr("transform", `translate(${tenth(x(place))},${box.top})`);
      text.text(brief(r.asked[k]!, 2));
      const [before = -1, after = STEPS] = [r.places[k - 1], r.places[k + 1]];
      tellValue(grip, `${brief(r.asked[k]!, 2)}, t = ${place}`, place, before + 1, after - 1);
    });
}
