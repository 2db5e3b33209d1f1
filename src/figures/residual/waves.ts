import { linear, p, reach, stroke, tenth, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { keeping } from "../../kit/keeping.ts";
import { format, written } from "../../kit/format.ts";
import { CLIP_RATE } from "../../kit/clip.ts";
import { deltaOf, leftOf, middleOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

const COLUMNS = 256;

interface Extremes {
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
}

/** The extremes of each column; of samples fewer than columns some stand in two. */
function extremesOf(x: Int32Array): Extremes {
  const [low, high] = [new Int32Array(COLUMNS), new Int32Array(COLUMNS)];
  for (let c = 0; c < COLUMNS; c++) {
    const from = Math.floor((c * x.length) / COLUMNS);
    const to = Math.max(from + 1, Math.floor(((c + 1) * x.length) / COLUMNS));
    for (let t = from; t < to; t++) {
      low[c] = Math.min(low[c]!, x[t]!);
      high[c] = Math.max(high[c]!, x[t]!);
    }
  }
  return { low, high };
}
const ofSound = keeping(extremesOf);
const ofLeft = keeping(extremesOf);

/** The largest of what is drawn; while a slider is held, of what was. */
function topOf({ result: r, values: v }: Pick<Moment<Setting, Run>, "result" | "values">): number {
  const rest = leftOf(r, v.way);
  if (rest) return reach(1, r.x, rest.residual);
  return reach(1, r.x, r.recorded?.low ?? [], r.recorded?.high ?? []);
}

/** The sound, below it what is left on the same scale, and Δ of S6: all over one time axis. */
export function waves(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { sound, left, delta: low } = layout;
  const titles = [sound, left, low].map((b) =>
    write(pen, 4, b.top - 7, "start", "", "tick strong"),
  );
  titles[0]!.text(say("soundTitle"));
  titles[1]!.text(say("leftTitle"));
  const rows = [sound, left].map((b, k) => {
    stroke(pen, "axis").attr("d", `M${b.left} ${b.cy}H${b.right}`);
    write(pen, b.left - 5, b.cy + 4, "end", "0");
    return {
      b,
      top: write(pen, b.left - 5, b.top + 9, "end"),
      path: stroke(pen, k === 0 ? "residual-wave" : "residual-wave rest", k === 0 ? "y" : null),
    };
  });
  const g = pen.append("g").attr("data-symbol", "Deltat");
  stroke(g, "axis").attr("d", `M${low.left} ${low.bottom}H${low.right}`);
  const steps = stroke(g, "residual-delta");
  const most = write(g, low.left - 5, low.top + 10, "end");
  const none = write(pen, low.cx, low.cy + 4, "middle", say("noDelta"));
  const ticks = [0, 0.5, 1].map((share) =>
    write(
      pen,
      low.left + share * low.width,
      low.bottom + 16,
      share === 0 ? "start" : share === 1 ? "end" : "middle",
    ),
  );
  const cursor = stroke(pen, "cursor");
  return ({ result: r, values: v, t, held }: Moment<Setting, Run>) => {
    const rest = leftOf(r, v.way);
    const shown = [ofSound(r.x), rest ? ofLeft(rest.residual) : r.recorded];
    const top = topOf(held ?? { result: r, values: v });
    rows.forEach(({ b, path, top: number }, k) => {
      path.attr(
        "d",
        outline(shown[k], linear(0, COLUMNS, b.left, b.right), linear(-top, top, b.bottom, b.top)),
      );
      number.text(written(top, 5));
    });
    titles[2]!.text(
      say("deltaTitle").replace("#layer", String(v.layer)).replace("#channel", String(v.channel)),
    );
    const delta = v.way === "s6" ? deltaOf(r, v) : undefined;
    none.attr("display", v.way === "s6" ? "none" : null);
    const highest = reach(1e-9, delta ?? []);
    most.text(delta ? format(highest, 2) : "");
    steps.attr("d", delta ? rise(delta, layout, highest) : "");
    ticks.forEach((text, k) => text.text(`${format(((k / 2) * r.x.length) / CLIP_RATE)} s`));
    const x = linear(0, r.x.length, low.left, low.right)(middleOf(r, t));
    cursor.attr(
      "d",
      `M${p(x)} ${sound.top}V${sound.bottom}M${p(x)} ${left.top}V${left.bottom}M${p(x)} ${low.top}V${low.bottom}`,
    );
  };
}

/** The extremes of each column as one closed path. */
function outline(
  e: Extremes | undefined,
  x: (c: number) => number,
  y: (s: number) => number,
): string {
  if (!e) return "";
  let [upper, lower] = ["", ""];
  for (let c = 0; c < COLUMNS; c++) {
    const at = tenth(x(c + 0.5));
    upper += `${c === 0 ? "M" : "L"}${at} ${tenth(y(e.high[c]!))}`;
    lower = `L${at} ${tenth(y(e.low[c]!))}${lower}`;
  }
  return `${upper}${lower}Z`;
}

function rise(delta: ArrayLike<number>, { delta: b }: Layout, most: number): string {
  const x = linear(0, delta.length, b.left, b.right);
  let d = `M${b.left} ${b.bottom}`;
  for (let k = 0; k < delta.length; k++)
    d += `L${tenth(x(k + 0.5))} ${tenth(b.bottom - (delta[k]! / most) * b.height)}`;
  return `${d}L${b.right} ${b.bottom}Z`;
}
