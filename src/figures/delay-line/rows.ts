import { scrub } from "../../draw/scrub.ts";
import { type Box, grown } from "../../draw/box.ts";
import {
  curve,
  letter,
  linear,
  type Pen,
  reach,
  type Root,
  stroke,
  write,
} from "../../draw/picture.ts";
import { sketch } from "../../draw/sketch.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { fixed, format } from "../../kit/format.ts";
import { LEAD, SEEN, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** The input, and below it what is read back of d steps ago beside what is wanted. */
export function rows(
  pen: Pen,
  svg: Root,
  { input, back }: Layout,
  stage: Pick<Stage<Setting, Phrase>, "say" | "set" | "seek">,
  moment: () => Moment<Setting, Run>,
) {
  const { say } = stage;
  const x = linear(0, SEEN - 1, input.left, input.right);
  const top = row(pen, input, "u", say("u"));
  const low = row(pen, back, "uhat", say("back"));
  const ask = arrow(pen, input, back, say("ago"));
  const goal = stroke(pen, "goal");
  wantedKey(pen, back, say("wanted"));
  const u = () => moment().result.delay?.u.subarray(LEAD) ?? new Float64Array(SEEN);
  const most = () =>
    reach(1e-3, moment().result.delay?.u ?? [], moment().ghost?.result.delay?.u ?? []);
  const tell = sketch(svg, {
    box: input,
    label: say("draw"),
    now: () => ({ u: u(), input: moment().values.input, t: moment().t }),
    valueAt: (py) => {
      const half = input.height / 2 - 3;
      const value = ((input.top + input.height / 2 - py) / half) * most();
      return Math.max(-most(), Math.min(most(), value));
    },
    draw: (drawn) => stage.set({ input: drawn }),
    seek: stage.seek,
  });
  const tellBack = scrub(svg, grown(back, 8), {
    label: say("scrub"),
    at: linear(back.left, back.right, 0, SEEN - 1),
    t: () => moment().t,
    seek: stage.seek,
  });

  return () => {
    const { result, values: v, t, ghost } = moment();
    const d = result.delay;
    if (!d) return;
    const now = Math.min(SEEN - 1, Math.floor(t));
    const scale = most();
    const y = (box: Box) => (value: number) =>
      box.top +
      box.height / 2 -
      (Math.max(-1.25, Math.min(1.25, value / scale)) * (box.height - 6)) / 2;
    top.draw(u(), x, y(input), now);
    low.draw(d.said, x, y(back), now, ghost?.result.delay?.said);
    goal.attr("d", curve(d.wanted, x, y(back)));
    ask(x(now), x(now - v.d), v.d, {
      u: y(input)(d.u[LEAD + now - v.d] ?? 0),
      back: y(back)(d.said[now]!),
    });
    tell();
    tellBack(now, `t = ${now}, û = ${fixed(d.said[now]!)}`, SEEN - 1);
  };
}

function wantedKey(pen: Pen, { left, top }: Box, name: string) {
  stroke(pen, "goal").attr("d", `M${left + 80} ${top - 12}h26`);
  write(pen, left + 112, top - 8, "start", name, "tick halo");
}

/** One signal over time, faint after the playhead. */
function row(pen: Pen, box: Box, symbol: "u" | "uhat", name: string) {
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", symbol);
  const middle = box.cy;
  stroke(g, "axis").attr("d", `M${box.left} ${middle}H${box.right}`);
  letter(g, symbol, 6, middle + 6);
  write(g, box.left, box.top - 8, "start", name);
  const ghost = stroke(g, "line ghost");
  const later = stroke(g, "line later");
  const past = stroke(g, "line");
  return {
    draw(
      v: Float64Array,
      x: (t: number) => number,
      y: (value: number) => number,
      now: number,
      pinned?: Float64Array,
    ) {
      past.attr("d", curve(v, x, y, 0, now));
      later.attr("d", curve(v, x, y, now));
      ghost.attr("d", pinned ? curve(pinned, x, y) : "");
    },
  };
}

/** From now back to the input that is asked for. */
function arrow(pen: Pen, input: Box, back: Box, ago: string) {
  const cursor = stroke(pen, "cursor");
  const line = stroke(pen, "wire thin").attr("marker-end", "url(#arrow)");
  const then = pen.append("circle").attr("class", "now").attr("r", 5).attr("data-symbol", "u");
  const here = pen.append("circle").attr("class", "now").attr("r", 5).attr("data-symbol", "uhat");
  const text = pen.append("text").attr("class", "tick halo").attr("text-anchor", "middle");
  const between = (input.bottom + back.top) / 2 + 1;
  return (now: number, asked: number, d: number, y: { u: number; back: number }) => {
    const inside = asked >= input.left;
    const to = Math.max(input.left, asked);
    const far = now - to > 8;
    cursor.attr("d", `M${now.toFixed(1)} ${input.top}V${back.bottom}`);
    line
      .attr(
        "d",
        `M${now.toFixed(1)} ${between}H${to.toFixed(1)}${inside ? `V${(y.u + 8).toFixed(1)}` : ""}`,
      )
      .attr("display", far ? null : "none");
    then
      .attr("cx", to)
      .attr("cy", y.u)
      .attr("display", inside ? null : "none");
    here.attr("cx", now).attr("cy", y.back);
    const middle = (now + to) / 2;
    // Clear of the names of the two curves below.
    const room = Math.max(input.left + 215, Math.min(input.right - 60, middle));
    text
      .attr("x", room)
      .attr("y", between - 4)
      .text(`${format(d)} ${ago}`);
  };
}
