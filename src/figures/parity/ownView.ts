import { box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { cellAt, heatMap } from "../../draw/heatMap.ts";
import { key } from "../../draw/key.ts";
import { type Pen, type Root, reach, stroke, tenth, write } from "../../draw/picture.ts";
import { scrub, surface } from "../../draw/scrub.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { keeping } from "../../kit/keeping.ts";
import { kinds } from "../../models/parity/net.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import { flipped } from "./bits.ts";
import type { Run } from "./compute.ts";
import type { Block, Layout, Stream } from "./layout.ts";
import { symbolOf } from "./nets.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { type Read, readingOf } from "./reading.ts";
import { bar, middleOf, strip, wrongs } from "./strip.ts";

type Talk = Pick<Stage<Setting, Phrase>, "say" | "set" | "seek">;
type Now = () => Moment<Setting, Run>;

/** How the three read the reader's bits: the states of each, what it says, where that is wrong. */
export function ownView(pen: Pen, svg: Root, layout: Layout, talk: Talk, now: Now) {
  const { say, seek } = talk;
  const at = layout.own;
  const narrow = layout.width < 500;
  const drawBits = strip(pen, at.bits, say("stream"));
  const drawOdd = bar(pen, at.odd, say("odd"), "parity-odd");
  const blocks = kinds.map((kind, k) => ({ kind, draw: block(pen, at.blocks[k]!, say) }));
  const cursor = stroke(pen, "cursor");
  key(pen, { left: at.bits.left, right: at.bits.right, y: at.key, size: narrow ? 13.5 : 12 }, [
    { look: "parity-plus", word: "h > 0", as: "area" },
    { look: "parity-minus", word: "h < 0", as: "area" },
  ]);
  const [first, last] = [at.blocks[0]!.states, at.blocks.at(-1)!.wrong];
  const area = box({ left: first.left, right: first.right, top: first.top, bottom: last.bottom });
  const tellStates = scrub(svg, area, {
    label: say("look"),
    at: (px) => cellAt(area, { rows: 1, cols: now().result.hand.bits.length }, px, 0).col,
    t: () => now().t,
    seek,
  });
  tellStates.grip.classed("of-own", true);
  return (moment: Moment<Setting, Run>) => {
    const { result, values: v, t, withheld } = moment;
    const reading = readingOf(result, v);
    const { bits, odd } = reading;
    const here = Math.min(bits.length - 1, Math.floor(t));
    const seen = withheld?.has("picture") ? here : Infinity;
    drawBits(bits, here);
    drawOdd(odd, seen);
    for (const { kind, draw } of blocks) draw(reading[kind], odd, seen, kind === v.net);
    const x = tenth(middleOf(first, bits.length)(here));
    cursor.attr("d", `M${x} ${first.top}V${last.bottom}`);
    tellStates(here, `t = ${here + 1}, ${bits[here]}`, bits.length - 1);
  };
}

/** One net: title, states as a heat map, answers. */
function block(pen: Pen, at: Block, say: Talk["say"]) {
  const name = write(pen, at.states.left, at.title, "start", "", "tick axis-title");
  const h = heatMap(pen.append("g"), at.states);
  const drawSays = bar(pen, at.says, say("says"), "parity-says", "y");
  const drawWrong = wrongs(pen, at.wrong, say("wrong"));
  const paint = keeping((states: Matrix, seen: number) =>
    h(
      { ...states, data: states.data.map((x, i) => (i % states.cols > seen ? 0 : x)) },
      { most: reach(1e-9, states.data), marked: 0.5 },
    ),
  );
  return (read: Read, odd: Uint8Array, seen: number, chosen: boolean) => {
    const { kind } = read.net.sizes;
    const score = seen === Infinity ? `: ${read.right} / ${odd.length} ✓` : "";
    name.attr("data-symbol", symbolOf[kind]).text(`${chosen ? "▸ " : ""}${say(kind)}${score}`);
    paint(read.h, seen);
    drawSays(read.said, seen);
    drawWrong(read.said, odd, seen);
  };
}

/** The stream to take hold of: pointing moves the playhead, pointing once more turns the bit over. */
export function holdStream(
  svg: Root,
  at: Stream,
  look: string,
  { say, set, seek }: Talk,
  now: Now,
) {
  const ground = surface(svg, at.bits).classed(look, true);
  const here = () => Math.min(now().result.hand.bits.length - 1, Math.floor(now().t));
  const turn = (t: number) => set({ bits: flipped(now().values.bits, t) });
  graspable(ground, {
    label: say("write"),
    move: (px, _, first) => {
      const t = cellAt(at.bits, { rows: 1, cols: now().values.bits.length }, px, 0).col;
      if (t !== here()) seek(t);
      else if (first) turn(t);
    },
    nudge: (dx) => (dx ? seek(here() + dx) : turn(here())),
  });
  return () => {
    const { values } = now();
    tellValue(
      ground,
      `t = ${here() + 1}, ${values.bits[here()]}; ${values.bits}`,
      here(),
      0,
      values.bits.length - 1,
    );
  };
}
