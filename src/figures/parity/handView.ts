import { beside, rule, ticks } from "../../draw/axis.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { key } from "../../draw/key.ts";
import { linear, type Pen, type Root, spot, stroke, tenth, write } from "../../draw/picture.ts";
import { knob } from "../../draw/scrub.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import type { Hand } from "./byHand.ts";
import { saysOdd } from "./byHand.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { params, type Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { bar, middleOf, strip, wrongs } from "./strip.ts";

type Talk = Pick<Stage<Setting, Phrase>, "say" | "set">;

/** One number multiplied by hand: h by bit, what its sign says, and the plane in which it lies. */
export function handView(
  pen: Pen,
  svg: Root,
  layout: Layout,
  talk: Talk,
  now: () => Moment<Setting, Run>,
) {
  const { say } = talk;
  const at = layout.hand;
  const narrow = layout.width < 500;
  const drawBits = strip(pen, at.bits, say("stream"));
  const drawOdd = bar(pen, at.odd, say("odd"), "parity-odd");
  write(pen, at.plot.left, at.plot.top - 10, "start", say("now"), "tick axis-title");
  const { plot } = at;
  const y = linear(-1, 1, plot.bottom - 4, plot.top + 4);
  rule(pen, plot, y(0));
  ticks(pen)([beside(plot, y(1), "1"), beside(plot, y(0), "0"), beside(plot, y(-1), "−1")]);
  write(pen, 2, y(0.5) + 4, "start", say("evenSide"));
  write(pen, 2, y(-0.5) + 4, "start", say("oddSide"));
  const drawStates = states(pen, layout);
  const drawSays = bar(pen, at.says, say("says"), "parity-says", "y");
  const drawWrong = wrongs(pen, at.wrong, say("wrong"));
  key(
    pen,
    { left: narrow ? 4 : 84, right: layout.width - 2, y: at.key, size: narrow ? 13.5 : 12 },
    [
      { look: "dots", symbol: "h", word: say("path"), as: "dot" },
      { look: "parity-ahead", symbol: "Abar", word: say(narrow ? "aheadShort" : "ahead") },
    ],
  );
  const drawPlane = plane(pen, svg, layout, talk, now);
  return ({ result: { hand }, t, withheld }: Moment<Setting, Run>) => {
    const here = Math.min(hand.bits.length - 1, Math.floor(t));
    const last = withheld?.has("picture") ? here : Infinity;
    drawBits(hand.bits, here);
    drawOdd(hand.odd, last);
    drawStates(hand, here, last);
    const said = Uint8Array.from(hand.re.subarray(1), saysOdd);
    drawSays(said, last);
    drawWrong(said, hand.odd, last);
    drawPlane(hand, here);
  };
}

/** Stems of h after each bit, and a line of what it would be with one more 1 in front. */
function states(pen: Pen, { hand: { plot } }: Layout) {
  const y = linear(-1, 1, plot.bottom - 4, plot.top + 4);
  const cursor = stroke(pen, "cursor");
  const ahead = stroke(pen, "parity-ahead", "Abar");
  const g = pen.append("g").attr("data-symbol", "h");
  const [later, laterDots] = [stroke(g, "stem later"), stroke(g, "dots later")];
  const [past, dots] = [stroke(g, "stem"), stroke(g, "dots")];
  return ({ re, im, one, bits }: Hand, now: number, last: number) => {
    const x = middleOf(plot, bits.length);
    const zero = tenth(y(0));
    const end = Math.min(last, bits.length - 1);
    const draw = (from: number, to: number) => {
      let [lines, ends] = ["", ""];
      for (let t = from; t <= to; t++) {
        const [px, py] = [tenth(x(t)), tenth(y(re[t + 1]!))];
        lines += `M${px} ${zero}V${py}`;
        ends += `M${px} ${py}h0`;
      }
      return [lines, ends] as const;
    };
    const dense = plot.width / bits.length < 4;
    const [before, after] = [draw(0, Math.min(now, end)), draw(now + 1, end)];
    past.attr("d", before[0]);
    dots.attr("d", dense ? "" : before[1]);
    later.attr("d", after[0]);
    laterDots.attr("d", dense ? "" : after[1]);
    let d = "";
    for (let t = 0; t <= end; t++)
      d += `${t ? "L" : "M"}${tenth(x(t))} ${tenth(y(one.re * re[t + 1]! - one.im * im[t + 1]!))}`;
    ahead.attr("d", d);
    cursor.attr("d", `M${tenth(x(now))} ${plot.top}V${plot.bottom}`);
  };
}

/** The plane of complex numbers: where h has been, where it is, and the factor of a 1 to take hold of. */
function plane(
  pen: Pen,
  svg: Root,
  { hand: { plane: at } }: Layout,
  { say, set }: Talk,
  now: () => Moment<Setting, Run>,
) {
  write(pen, at.cx, at.top - 10, "middle", say("plane"), "tick axis-title");
  const r = at.width / 2 - 6;
  const [x, y] = [linear(-1, 1, at.cx - r, at.cx + r), linear(-1, 1, at.cy + r, at.cy - r)];
  stroke(pen, "axis").attr("d", `M${at.left} ${at.cy}H${at.right}`);
  stroke(pen, "parity-edge").attr("d", `M${at.cx} ${at.top}V${at.bottom}`);
  pen.append("circle").attr("class", "parity-rim").attr("cx", at.cx).attr("cy", at.cy).attr("r", r);
  write(pen, at.left - 4, at.bottom + 14, "start", say("oddSide"));
  write(pen, at.right + 4, at.bottom + 14, "end", say("evenSide"));
  const path = stroke(pen, "parity-path", "h");
  const spots = stroke(pen, "dots", "h");
  const here = spot(pen, "h", 6);
  const grip = knob(svg, "Abar").classed("of-hand", true);
  const turnTo = (one: number, angle: number) =>
    set({
      one: params.one.nudge(one, 0),
      angle: params.angle.nudge(angle, 0),
    });
  graspable(grip, {
    label: say("hold"),
    free: true,
    move: (px, py) => {
      const [re, im] = [(px - at.cx) / r, (at.cy - py) / r];
      // Along the axis a factor stays real, and negative left of zero.
      if (Math.abs(im) < 0.06) return turnTo(re, 0);
      turnTo(Math.hypot(re, im), (Math.atan2(Math.abs(im), re) * 180) / Math.PI);
    },
    nudge: (dx, dy) => {
      const { one, angle } = now().values;
      turnTo(one + dx / 100, angle + dy);
    },
  });
  return ({ re, im, one }: Hand, t: number) => {
    let [line, dots] = ["", ""];
    for (let k = 0; k <= t + 1; k++) {
      const [px, py] = [tenth(x(re[k]!)), tenth(y(im[k]!))];
      line += `${k ? "L" : "M"}${px} ${py}`;
      dots += `M${px} ${py}h0`;
    }
    path.attr("d", line);
    spots.attr("d", dots);
    here.attr("cx", tenth(x(re[t + 1]!))).attr("cy", tenth(y(im[t + 1]!)));
    grip.attr("transform", `translate(${tenth(x(one.re))},${tenth(y(one.im))})`);
    const { values } = now();
    tellValue(grip, `${format(values.one)}, ${values.angle}°`, values.one, -1, 1);
  };
}
