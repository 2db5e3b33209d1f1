import { heatMap } from "../../draw/heatMap.ts";
import { linear, p, stroke, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { BANDS } from "../../models/speech/bands.ts";
import { deltaOf, heardBy, wordsOf, type Run } from "./compute.ts";
import { spanAt, type Layout, type Span } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

type Say = (word: Phrase) => string;
/** Columns of the bands' picture at most; frames between are averaged. */
const COLUMNS = 134;

/** The bands as far as they are heard, the digits found above them, and Δ of one channel below. */
export function ears(pen: Pen, layout: Layout, say: Say) {
  const { bands: at, delta: low, names } = layout;
  write(pen, 4, names[0], "start", say("bandsTitle"), "tick strong");
  const map = heatMap(pen.append("g").attr("data-symbol", "u"), at);
  write(pen, at.left - 5, at.top + 10, "end", "3.9 kHz");
  write(pen, at.left - 5, at.bottom - 2, "end", "60 Hz");
  const found = pen.append("g").attr("data-symbol", "y");
  const title = write(pen, 4, names[1], "start", "", "tick strong");
  const g = pen.append("g").attr("data-symbol", "Deltat");
  stroke(g, "axis").attr("d", `M${low.left} ${low.bottom}H${low.right}`);
  const [later, past] = [stroke(g, "share-row later"), stroke(g, "share-row")];
  const scale = write(pen, low.left - 5, low.top + 10, "end");
  write(pen, low.left - 5, low.bottom, "end", "0");
  return (moment: Moment<Setting, Run>) => {
    const { result: r, values: v, t, withheld } = moment;
    const secret = withheld?.has("picture") === true;
    const span = spanAt(r.frames, t);
    const now = heardBy(r, t);
    map(columnsOf(r, span, now), { most: 1, marked: Infinity });
    const x = linear(span.from, span.to, at.left, at.right);
    const words = wordsOf(r).filter(({ at: k }) => k > span.from && k <= Math.min(now, span.to));
    found
      .selectAll("text")
      .data(secret ? [] : words)
      .join("text")
      .attr("class", "tick strong")
      .attr("text-anchor", "middle")
      .attr("x", (w) => p(x(w.at)))
      .attr("y", layout.words)
      .text((w) => w.digit);
    const delta = deltaOf(r, v);
    const named = say("deltaTitle").replace("#layer", String(v.layer));
    title.text(named.replace("#channel", String(v.channel)));
    const most = delta ? delta.reduce((a, b) => Math.max(a, b), 1e-9) : 1;
    scale.text(delta ? format(most, 2) : "");
    const rise = (a: number, b: number) =>
      delta && b > a
        ? `M${p(x(a))} ${p(low.bottom)}${Array.from({ length: b - a }, (_, k) => `L${p(x(a + k + 0.5))} ${p(low.bottom - (delta[a + k]! / most) * low.height)}`).join("")}L${p(x(b))} ${p(low.bottom)}Z`
        : "";
    const [from, to] = [span.from, Math.min(span.to, r.frames)];
    past.attr("d", rise(from, Math.min(now, to)));
    later.attr("d", secret ? "" : rise(Math.max(from, Math.min(now, to)), to));
  };
}

/** Bands of the frames in the picture up to now, high ones above, 0 … 1; what is not heard yet is empty. */
function columnsOf({ bands, frames }: Run, { from, to }: Span, now: number) {
  const each = Math.ceil((to - from) / COLUMNS);
  const cols = Math.ceil((to - from) / each);
  const data = new Float64Array(BANDS * cols);
  const last = Math.min(now, to, frames);
  for (let t = from; t < last; t++) {
    const c = Math.floor((t - from) / each);
    const count = Math.min(each, last - (from + c * each));
    for (let m = 0; m < BANDS; m++)
      data[(BANDS - 1 - m) * cols + c]! += ((bands[t * BANDS + m]! + 1) / 2) ** 2 / count;
  }
  return { rows: BANDS, cols, data };
}
