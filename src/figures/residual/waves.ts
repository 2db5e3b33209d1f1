import { linear, p, reach, stroke, tenth, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { keeping } from "../../kit/keeping.ts";
import { format, written } from "../../kit/format.ts";
import { CLIP_RATE } from "../../kit/clip.ts";
import { leftOf, middleOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { steps } from "./steps.ts";

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
  write(pen, 4, sound.top - 7, "start", say("soundTitle"), "tick strong");
  write(pen, 4, left.top - 7, "start", say("leftTitle"), "tick strong");
  const rows = [sound, left].map((b, k) => {
    stroke(pen, "axis").attr("d", `M${b.left} ${b.cy}H${b.right}`);
    write(pen, b.left - 5, b.cy + 4, "end", "0");
    return {
      b,
      top: write(pen, b.left - 5, b.top + 9, "end"),
      path: stroke(pen, k === 0 ? "residual-wave" : "residual-wave rest", k === 0 ? "y" : null),
    };
  });
  const drawDelta = steps(pen, layout, say);
  const ticks = [0, 0.5, 1].map((share) =>
    write(
      pen,
      low.left + share * low.width,
      low.bottom + 16,
      share === 0 ? "start" : share === 1 ? "end" : "middle",
    ),
  );
  const cursor = stroke(pen, "cursor");
  return (moment: Moment<Setting, Run>) => {
    const { result: r, values: v, t, held } = moment;
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
    drawDelta(moment);
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
