import { graspable, tellValue } from "../../draw/hand.ts";
import { cellAt, heatMap } from "../../draw/heatMap.ts";
import { type Pen, type Root, write } from "../../draw/picture.ts";
import { surface } from "../../draw/scrub.ts";
import { format } from "../../kit/format.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { keeping } from "../../kit/keeping.ts";
import { answers } from "./answers.ts";
import type { Run } from "./compute.ts";
import { kernels } from "./kernels.ts";
import type { Layout } from "./layout.ts";
import { CHANNELS, type Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { type Reading, readingOf } from "./reading.ts";
import { moved, placesIn, turned } from "./sequence.ts";
import { strip } from "./strip.ts";

type Talk = Pick<Stage<Setting, Phrase>, "say" | "set" | "seek">;

/** The reader's sequence; below it Δ by channel and token; below that S4D's kernels, and what both say. */
export function own(pen: Pen, svg: Root, at: Layout, stage: Talk, now: () => Moment<Setting, Run>) {
  const { say } = stage;
  const tokens = keeping(strip(pen, at.tokens, at.letterWidth));
  const { delta } = at;
  const title = (x: number, y: number, text: string) =>
    write(pen, x, y, "start", text, "tick axis-title");
  title(delta.left, delta.top - 9, say(at.width < 500 ? "openingShort" : "opening"));
  const drawHeat = heatMap(pen.append("g").attr("class", "pair-delta"), delta);
  const heat = keeping((reading: Reading, seen: number, row: number, col: number) =>
    drawHeat(opened(reading, seen), { most: 1, chosen: { row, col } }),
  );
  scale(pen, delta);
  const drawKernels = keeping(kernels(pen, at, say));
  const drawAnswers = answers(pen, at, say);
  const tellTokens = hold(svg, at, stage, now);
  const tellDelta = choose(svg, at, stage, now);
  return ({ result, values: v, t, withheld }: Moment<Setting, Run>) => {
    const reading = readingOf(result, v);
    const here = Math.min(reading.delta.cols - 1, Math.floor(t));
    tokens(reading.text, reading.wanted.length, here);
    const seen = withheld?.has("picture") ? here : Infinity;
    heat(reading, seen, v.channel - 1, here);
    drawKernels(reading, v.channel);
    drawAnswers(reading, here - reading.text.length);
    tellTokens(reading, here);
    tellDelta(reading, here, v.channel);
  };
}

/** 1 − e^−Δ: what a state with A = −1 takes of the new and gives up of the old; nothing after the last step that may be seen. */
const opened = ({ delta }: Reading, seen: number) => ({
  ...delta,
  data: delta.data.map((x, i) => (i % delta.cols > seen ? 0 : -Math.expm1(-x))),
});

/** From shut to open, above the map at its right. */
function scale(pen: Pen, { right, top }: Layout["delta"]) {
  const left = right - 76;
  write(pen, left - 6, top - 9, "end", "0");
  write(pen, right, top - 9, "end", "1");
  const ramp = { rows: 1, cols: 13, data: Float64Array.from({ length: 13 }, (_, k) => k / 12) };
  const g = pen.append("g").attr("class", "pair-delta");
  heatMap(g, { left, top: top - 15, width: 60, height: 4.5 })(ramp, { most: 1 });
}

/** The sequence to take hold of: a letter is dragged to another step; arrows move the playhead and turn the sign there. */
function hold(
  svg: Root,
  { tokens: box }: Layout,
  { say, set, seek }: Talk,
  now: () => Moment<Setting, Run>,
) {
  const ground = surface(svg, box);
  const textNow = () => readingOf(now().result, now().values).text;
  let held = -1;
  graspable(ground, {
    label: say("write"),
    move: (px, _, first) => {
      const text = textNow();
      const { delta } = readingOf(now().result, now().values);
      const t = cellAt(box, { rows: 1, cols: delta.cols }, px, box.cy).col;
      if (first) held = placesIn(text).includes(t) ? t : -1;
      const next = held >= 0 && t < text.length ? moved(text, held, t) : text;
      if (next !== text) {
        held = t;
        set({ own: next });
      }
      seek(t);
    },
    nudge: (dx, dy) => {
      const t = Math.floor(now().t);
      if (dx) return seek(t + dx);
      const next = turned(textNow(), t, Math.sign(dy));
      if (next !== textNow()) set({ own: next });
    },
  });
  return ({ text, delta }: Reading, t: number) => {
    const sign = text[t] === "." ? "·" : (text[t]?.toUpperCase() ?? "?");
    tellValue(ground, `t = ${t}, ${sign}; ${text.toUpperCase()}`, t, 0, delta.cols - 1);
  };
}

/** Token and channel chosen together on the map. */
function choose(
  svg: Root,
  { delta: box }: Layout,
  { say, set, seek }: Talk,
  now: () => Moment<Setting, Run>,
) {
  const ground = surface(svg, box, "choosing");
  graspable(ground, {
    label: say("look"),
    move: (px, py) => {
      const { row, col } = cellAt(box, readingOf(now().result, now().values).delta, px, py);
      set({ channel: row + 1 });
      seek(col);
    },
    nudge: (dx, dy) => {
      if (dx) return seek(Math.floor(now().t) + dx);
      const channel = now().values.channel - dy;
      set({ channel: Math.max(1, Math.min(CHANNELS, channel)) });
    },
  });
  return ({ delta }: Reading, t: number, channel: number) => {
    const value = delta.data[(channel - 1) * delta.cols + t]!;
    tellValue(ground, `${channel}, t = ${t}, Δ = ${format(value)}`, t, 0, delta.cols - 1);
  };
}
