import { beside, calm, rule, scaleEnd, ticks } from "../../draw/axis.ts";
import { key } from "../../draw/key.ts";
import {
  curve,
  letter,
  linear,
  type Pen,
  reach,
  spot,
  stems,
  stroke,
  tenth,
} from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { keeping } from "../../kit/keeping.ts";
import { exactOutput, type Rates } from "../../models/mamba3.ts";
import { type Run, SINE, T } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

type Draw = (moment: Moment<Setting, Run>, now: number, last: number) => void;

/** Steps closer than this are no dots any more. */
const DENSE = 90;
/** Places at which the exact answer is drawn. */
const FINE = 160;

/** Input and output by time: what was computed as dots, what is exact as a line. */
export function answerView(pen: Pen, layout: Layout, say: (phrase: Phrase) => string): Draw {
  const narrow = layout.width < 500;
  const cursor = stroke(pen, "cursor");
  const drawInput = inputRow(pen, layout);
  const drawOutput = outputRow(pen, layout);
  const place = { left: narrow ? 6 : layout.y.left, right: narrow ? 358 : layout.y.right + 30 };
  key(pen, { ...place, y: layout.key, size: narrow ? 13.5 : 12 }, [
    { look: "mamba3-exact", word: say("exactKey") },
    { look: "dots", symbol: "y", word: say("computed"), as: "dot" },
    { look: "mamba3-plus", word: "h > 0", as: "area" },
    { look: "mamba3-minus", word: "h < 0", as: "area" },
  ]);
  const x = linear(0, T, layout.y.left, layout.y.right);
  return (moment, now, last) => {
    drawInput(moment, now, last);
    drawOutput(moment, now, last);
    const at = tenth(x(now * moment.values.delta));
    cursor.attr("d", `M${at} ${layout.u.top}V${layout.states.bottom}`);
  };
}

function inputRow(pen: Pen, { u: at }: Layout): Draw {
  const x = linear(0, T, at.left, at.right);
  const y = linear(-1, 1, at.bottom - 2, at.top + 2);
  rule(pen, at, y(0));
  letter(pen, "u", 2, at.cy + 6, "t");
  const g = pen.append("g").attr("data-symbol", "u");
  const [past, later, dots] = ["stem", "stem later", "dots"].map((look) => stroke(g, look));
  return ({ result: { u }, values: { delta } }, now) => {
    const place = (t: number) => x(t * delta);
    const before = stems(u, place, y, 0, now);
    past!.attr("d", before.lines);
    later!.attr("d", stems(u, place, y, now + 1).lines);
    dots!.attr("d", u.length > DENSE ? "" : before.dots);
  };
}

const fine = keeping(({ re, im }: Rates, input: Setting["input"]) =>
  Float64Array.from({ length: input === "impulse" ? 0 : FINE + 1 }, (_, k) =>
    exactOutput({ re, im }, input === "sine" ? SINE : { kind: "step" }, (T * k) / FINE),
  ),
);

function outputRow(pen: Pen, { y: at }: Layout): Draw {
  const x = linear(0, T, at.left, at.right);
  letter(pen, "y", 2, at.cy + 6, "t");
  rule(pen, at, at.cy);
  const exact = stroke(pen, "mamba3-exact");
  const g = pen.append("g").attr("data-symbol", "y");
  const [path, marks, here] = [stroke(g, "mamba3-computed"), stroke(g, "dots"), spot(g, "y", 5)];
  const drawTicks = ticks(pen);
  return ({ result: r, values: v, held }, now, last) => {
    const line = fine(r.rates, v.input);
    const { result, values } = held ?? { result: r, values: v };
    const seen = held ? fine(result.rates, values.input) : line;
    const most = calm(reach(1e-9, result.response.y, seen));
    const y = linear(-most, most, at.bottom - 3, at.top + 3);
    drawTicks([
      beside(at, y(most) + 4, scaleEnd(most)),
      beside(at, y(0), "0"),
      beside(at, y(-most) - 4, scaleEnd(-most)),
    ]);
    const place = (t: number) => x(t * v.delta);
    const end = Math.min(last, r.u.length - 1);
    const until = Math.min(FINE, Math.floor((last * v.delta * FINE) / T));
    exact.attr(
      "d",
      curve(line, (k) => x((T * k) / FINE), y, 0, until),
    );
    path.attr("d", curve(r.response.y, place, y, 0, end));
    const dots = r.u.length > DENSE ? "" : stems(r.response.y, place, y, 0, end).dots;
    marks.attr("d", dots);
    here.attr("cx", tenth(place(now))).attr("cy", tenth(y(r.response.y[now]!)));
  };
}
