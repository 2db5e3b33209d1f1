import { scrub } from "../../draw/scrub.ts";
import { pointed } from "../../draw/hand.ts";
import { type Box, grown } from "../../draw/box.ts";
import { type Pen, picture, reach, type Root, write } from "../../draw/picture.ts";
import { sketch } from "../../draw/sketch.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { shares, size, stateAt, type Run } from "./compute.ts";
import { layouts } from "./layout.ts";
import { outputs } from "./outputs.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { gapRow, input, inputScale, productRow, steps } from "./rows.ts";
import { bars } from "./states.ts";
import { convolutionSum, stateSum } from "./sums.ts";

/** One input above, its output three times in one plot, and for one sample both ways to that very number. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? layouts.compact : layouts.wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  let moment: Moment<Setting, Run> | undefined;
  /** The sample pointed at; the playhead's where there is none. */
  let peek: number | undefined;
  const shown = () => Math.min(peek ?? Math.floor(moment!.t), moment!.result.u.length - 1);
  const drawParts = parts(mute, layout, stage);
  const draw = () => {
    const t = shown();
    drawParts(moment!, t);
    tellInput();
    tellOutput(t);
  };
  const tellInput = sketch(svg, {
    box: layout.input,
    label: say("draw"),
    now: () => ({ u: moment!.result.u, input: moment!.values.input, t: moment!.t }),
    valueAt: (py) => {
      const most = inputScale(moment!.result);
      const v = ((layout.input.cy - py) / (layout.input.height / 2 - 3)) * most;
      return Math.max(-most, Math.min(most, v));
    },
    draw: (input) => stage.set({ input }),
    seek: stage.seek,
  });
  const tellOutput = scrubber(svg, layout.outputs, say("scrub"), {
    run: () => moment!.result,
    t: () => moment!.t,
    seek: stage.seek,
    peek: (t) => {
      if (t === peek) return;
      peek = t;
      draw();
    },
  });
  return {
    draw(next) {
      moment = next;
      draw();
    },
    destroy: () => svg.remove(),
  };
}

type Layout = (typeof layouts)["wide" | "compact"];

/** All that is seen, and a function that draws it for one sample. */
function parts(pen: Pen, layout: Layout, { say, compact }: Stage<Setting, Phrase>) {
  const group = () => pen.append("g");
  const word = (x: number, y: number, anchor: "start" | "end", text = "", symbol = "") => {
    const t = write(pen, x, y);
    if (symbol) t.attr("data-symbol", symbol).classed("tinted", true);
    return t.attr("text-anchor", anchor).text(text);
  };
  const { left, right } = layout.input;
  word(left, layout.input.top - 8, "start", say("u"), "u");
  word(right, layout.input.top - 8, "end", say("flipped"), "K");
  const drawInput = input(group(), layout.input);
  word(left, layout.products.top - 8, "start", say("products"), "y");
  const drawProducts = productRow(group(), layout.products, say("beyond"));
  const { top, height } = layout.products;
  const sumOfProducts = word(right, compact ? top + height + 15 : top - 8, "end");
  const drawOutputs = outputs(group(), layout.outputs, say);
  word(left, layout.gaps.top - 5, "start", say("gaps"));
  const drawGaps = gapRow(group(), layout.gaps);
  const [one, two, three] = layout.states;
  const drawBefore = bars(group(), one, "hbefore", say("before"));
  const drawAfter = bars(group(), two, "h", say("after"));
  const drawRead = bars(group(), three, "y", say("read"));
  const sumOfStates = word(right, three.bottom + (compact ? 46 : 32), "end");
  return (moment: Moment<Setting, Run>, t: number) => {
    const { result: r } = moment;
    drawInput(r, t);
    drawProducts(moment, t);
    sumOfProducts.text(convolutionSum(r, t, compact ? 1 : 3));
    drawOutputs(moment, t);
    drawGaps(r, Math.max(1e-12, size(r.recurrent)));
    const [before, after] = [stateAt(r, t - 1), stateAt(r, t)];
    const reached = reach(1e-9, before, after);
    drawBefore(before, reached);
    drawAfter(after, reached);
    drawRead(shares(r, t));
    sumOfStates.text(stateSum(r, t, compact ? 1 : 4));
  };
}

interface Scrub {
  run(): Run;
  t(): number;
  seek(t: number): void;
  peek(t: number | undefined): void;
}

/** The plot of the output: pointing at a sample looks into it, a press or the arrow keys move the playhead there. */
function scrubber(svg: Root, box: Box, label: string, hand: Scrub) {
  const at = (px: number) => {
    const L = hand.run().u.length;
    const [first, last] = [steps(box, L)(0), steps(box, L)(L - 1)];
    const t = Math.round(((px - first) / Math.max(1e-9, last - first)) * (L - 1));
    return Math.max(0, Math.min(L - 1, t));
  };
  const tell = scrub(svg, grown(box, 8), { label, at, t: hand.t, seek: hand.seek });
  tell.grip
    .on("pointermove.look", (e: PointerEvent) => {
      if (e.pointerType === "touch") return;
      hand.peek(at(pointed(tell.grip.node()!, e)[0]));
    })
    .on("pointerleave.look blur.look", () => hand.peek(undefined));
  return (t: number) => {
    const { recurrent, convolved, u } = hand.run();
    const values = `t = ${t}, C h = ${format(recurrent[t]!, 6)}, K ∗ u = ${format(convolved[t]!, 6)}`;
    tell(t, values, u.length - 1);
  };
}
