import { scrub } from "../../draw/scrub.ts";
import { type Box, grown } from "../../draw/box.ts";
import {
  brush,
  letter,
  linear,
  type Pen,
  type Root,
  stems,
  stroke,
  write,
} from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import type { Answers } from "../../models/recall/marked.ts";
import type { MemoryId } from "../../models/recall/memory.ts";
import { mineOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** Sequences that the tally has room for: the timeline's. */
const SHOWN = 48;

/** One sequence with its mark, what is answered, and how it has gone so far: the chosen memory and the gate. */
export function sequence(
  pen: Pen,
  svg: Root,
  layout: Layout,
  say: (word: Phrase) => string,
  moment: () => Moment<Setting, Run>,
  seek: (t: number) => void,
) {
  const drawTokens = tokens(pen, layout.tokens, say("mark"));
  const drawAnswer = answer(pen, layout.answer, say("answer"));
  const drawTally = tally(pen, layout.tally, say);
  const { left, right } = layout.tally;
  const tell = scrub(svg, grown(layout.tally, 6, 4), {
    label: say("scrubSequences"),
    at: linear(left, right, -0.5, SHOWN - 0.5),
    t: () => moment().t,
    seek,
  });
  return () => {
    const { result: r, values: v, t } = moment();
    if (!r.marked) return;
    const now = Math.min(SHOWN - 1, Math.floor(t));
    const mine = mineOf(r, v);
    const { asked } = r.marked.gate;
    drawTokens(
      asked.tokens.subarray(now * v.M, (now + 1) * v.M),
      asked.place[now]!,
      r.marked.places,
    );
    drawAnswer(asked.wanted[now]!, mine?.said[now]);
    drawTally(v.memory, mine, r.marked.gate, now);
    const spoken = mine ? `û = ${fixed(mine.said[now]!)}` : "–";
    tell(now, `${now + 1}: ${spoken}`, SHOWN - 1);
  };
}

function tokens(pen: Pen, box: Box, mark: string) {
  const zero = box.cy;
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "u");
  letter(g, "u", 6, zero + 6);
  const area = g.append("rect").attr("class", "share");
  const path = brush(g);
  path("axis").attr("d", `M${box.left} ${zero}H${box.right}`);
  const lines = path("stem");
  const dots = path("dots");
  const ring = g.append("circle").attr("class", "wire").attr("fill", "none").attr("r", 8);
  const word = g
    .append("text")
    .attr("class", "tick halo strong")
    .attr("y", box.top - 10)
    .text(mark);
  return (x: Float64Array, place: number, places: number) => {
    const at = linear(-0.5, x.length - 0.5, box.left, box.right);
    const y = (v: number) => zero - v * (box.height / 2 - 9);
    const drawn = stems(x, at, y);
    lines.attr("d", drawn.lines);
    dots.attr("d", drawn.dots);
    area
      .attr("x", at(-0.5))
      .attr("width", at(places - 0.5) - at(-0.5))
      .attr("y", box.top)
      .attr("height", box.height);
    ring.attr("cx", at(place)).attr("cy", y(x[place]!));
    const px = at(place);
    word.attr("x", px).attr("text-anchor", place === 0 ? "start" : "middle");
  };
}

/** What is wanted, and what is said: its sign is the answer, its size how sure it is. */
function answer(pen: Pen, box: Box, name: string) {
  const zero = box.cy;
  const half = box.height / 2 - 9;
  const middle = box.cx;
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "uhat");
  stroke(g, "axis").attr("d", `M${box.left} ${zero}H${box.right}`);
  write(g, middle, box.top - 10, "middle", name);
  const goal = stroke(g, "goal");
  const bar = stroke(g, "bars").attr("stroke-width", 14);
  const number = g.append("text").attr("class", "value");
  return (wanted: number, said: number | undefined) => {
    const y = (v: number) => (zero - Math.max(-1.2, Math.min(1.2, v)) * half).toFixed(1);
    goal.attr("d", `M${box.left} ${y(wanted)}H${box.right}`);
    bar.attr("d", said === undefined ? "" : `M${middle} ${zero}V${y(said)}`);
    number
      .attr("x", middle)
      .attr("y", box.bottom + 8)
      .text(said === undefined ? "…" : fixed(said));
  };
}

/** A cell a sequence: filled where the sign was right, crossed out where not. */
function tally(pen: Pen, box: Box, say: (word: MemoryId | "soFar") => string) {
  write(pen, box.left, box.top - 9, "start", say("soFar"));
  const size = Math.min(10, box.width / SHOWN - 1.5);
  const x = linear(0, SHOWN, box.left, box.right);
  const row = (y: number) => {
    const g = pen.append("g").attr("data-symbol", "uhat");
    return {
      name: write(g, box.left - 8, y + 4, "end"),
      y,
      hits: stroke(g, "cell right"),
      slips: stroke(g, "cell wrong"),
    };
  };
  const [own, gate] = [row(box.top + 11), row(box.bottom - 11)];
  const fill = (
    r: ReturnType<typeof row>,
    name: string,
    answers: Answers | undefined,
    now: number,
  ) => {
    const right = (k: number) => answers!.said[k]! * answers!.asked.wanted[k]! > 0;
    const [w, y] = [size.toFixed(1), (r.y - size / 2).toFixed(1)];
    let [hits, slips] = ["", ""];
    for (const k of answers ? Array(now + 1).keys() : []) {
      const px = x(k).toFixed(1);
      if (right(k)) hits += `M${px} ${y}h${w}v${w}h-${w}z`;
      else slips += `M${px} ${y}l${w} ${w}m0 -${w}l-${w} ${w}`;
    }
    r.name.text(name);
    r.hits.attr("d", hits);
    r.slips.attr("d", slips);
  };
  return (id: MemoryId, mine: Answers | undefined, gated: Answers, now: number) => {
    fill(own, say(id), mine, now);
    fill(gate, id === "gate" ? "" : say("gate"), id === "gate" ? undefined : gated, now);
  };
}
