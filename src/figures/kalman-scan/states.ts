import { below, beside, scaleEnd, snug, ticks } from "../../draw/axis.ts";
import { framed } from "../../draw/framed.ts";
import { linear, reach, tenth, type Pen, stroke, write } from "../../draw/picture.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { isDone, numbersOf, roundAt, type Run } from "./compute.ts";
import { columnOf, columnWidth, type Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { ROUNDS, STEPS } from "./size.ts";

/** The steps, counted from 0. */
export const stepsOfRow = Array.from({ length: STEPS }, (_, k) => k);
const POINTS = 48;
type Now = Moment<Setting, Run>;

/** The round that may be shown: the first, as long as a question waits. */
export const shownRound = ({ t, withheld }: Now): number =>
  withheld?.has("picture") ? 0 : roundAt(t);

/** The end of the axis of states: for every round of the run. */
const endOf = ({ rounds, y }: Run) =>
  snug(
    reach(
      1,
      y,
      rounds.flat().map((stretch) => {
        const { b, c } = numbersOf(stretch);
        return Math.abs(b) + 3 * Math.sqrt(c);
      }),
    ),
  );

/** After each step the bell that its stretch gives so far; beside it what the filter has there, and the measurement. */
export function states(pen: Pen, layout: Layout, { say }: Stage<Setting, Phrase>) {
  const { states: at } = layout;
  write(pen, at.left, at.top - 10, "start", say("states"), "tick axis-title");
  stroke(pen, "axis").attr("d", `M${at.left} ${at.top}V${at.bottom}H${at.right}`);
  const zero = stroke(pen, "axis");
  const numbers = ticks(pen);
  const { inside, beyond } = framed(pen, at, "kscan-states", say("beyond"));
  const open = stroke(inside, "kscan-open", "hprior");
  const done = stroke(inside, "kscan-done", "hhat");
  const filter = stroke(inside, "kscan-filter");
  const readings = stroke(inside, "kscan-reading", "y");
  return (m: Now) => {
    const r = m.result;
    const end = endOf((m.held ?? m).result);
    const y = linear(-end, end, at.bottom, at.top);
    zero.attr("d", `M${at.left} ${tenth(y(0))}H${at.right}`);
    numbers([
      ...stepsOfRow.map((k) => below(at, columnOf(layout, k), k + 1)),
      beside(at, at.top + 4, scaleEnd(end)),
      beside(at, y(0), 0),
      beside(at, at.bottom - 4, scaleEnd(-end)),
    ]);
    const room = 0.62 * columnWidth(layout);
    // The surest bell of the run is the widest drawn.
    const least = Math.min(...r.rounds[ROUNDS]!.map((stretch) => numbersOf(stretch).c));
    let [opened, finished, whiskers, seen] = ["", "", "", ""];
    r.rounds[shownRound(m)]!.forEach((stretch, k) => {
      const { b, c } = numbersOf(stretch);
      const x = columnOf(layout, k) - room / 2;
      const d = sideways(x, y, b, c, room * Math.min(1, Math.sqrt(least / Math.max(c, 1e-12))));
      if (isDone(stretch)) finished += d;
      else opened += d;
      const deviation = Math.sqrt(r.variance[k]!);
      const [low, high] = [y(r.mean[k]! - deviation), y(r.mean[k]! + deviation)].map(tenth);
      const beside_ = tenth(x - 5);
      whiskers += `M${beside_} ${low}V${high}m-3 0h6M${beside_ - 3} ${low}h6M${beside_ - 3} ${tenth(y(r.mean[k]!))}h6`;
      seen += cross(x - 5, y(r.y[k]!));
    });
    beyond([r.y, r.mean], (k) => columnOf(layout, k) - room / 2, y);
    open.attr("d", opened);
    done.attr("d", finished);
    filter.attr("d", whiskers);
    readings.attr("d", seen);
  };
}

const cross = (x: number, y: number) => `M${tenth(x - 4)} ${tenth(y - 4)}l8 8m0 -8l-8 8`;

/** A bell lying on its side from x on; a needle where nothing is in doubt. */
function sideways(
  x: number,
  y: (h: number) => number,
  mean: number,
  variance: number,
  tall: number,
): string {
  const deviation = Math.sqrt(variance);
  if (deviation < 1e-6) return `M${tenth(x)} ${tenth(y(mean))}h${tenth(tall)}`;
  let d = "";
  for (let i = 0; i <= POINTS; i++) {
    const z = (6 * i) / POINTS - 3;
    const px = x + tall * Math.exp(-0.5 * z * z);
    d += `${d ? "L" : "M"}${tenth(px)} ${tenth(y(mean + z * deviation))}`;
  }
  return `${d}Z`;
}
