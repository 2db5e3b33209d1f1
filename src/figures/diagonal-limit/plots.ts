import { below, beside, scaleEnd, ticks } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { type Entry, key } from "../../draw/key.ts";
import { curve, linear, type Pen, spot, stroke, tenth, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { diagonalGap } from "../../models/diagonalLimit.ts";
import {
  exact,
  hereAt,
  indexAt,
  omega,
  otherAt,
  POINTS,
  type Run,
  type Size,
  sizeAt,
  SIZES,
  SPAN,
  timeOf,
} from "./compute.ts";
import type { Layout } from "./layout.ts";
import { FASTEST, type Setting, SLOWEST } from "./params.ts";
import type { Phrase } from "./phrases.ts";

type Now = Moment<Setting, Run>;
type Say = (word: Phrase) => string;

/** A plot's title and its key, from the numbers of its axis on. */
function heading(pen: Pen, at: Box, { up, type }: Layout, text: string, entries: readonly Entry[]) {
  const left = at.left - 34;
  write(pen, left, at.top - up[0], "start", text, "tick axis-title");
  return key(pen, { left, right: at.right + 12, y: at.top - up[1], size: type }, entries);
}

const upTo = (k: number): readonly Size[] => SIZES.slice(0, k).map((_, i) => sizeAt(i));

/** Lines at powers of ten with their numbers; the function returned gives a value its height. */
function decades(pen: Pen, at: Box, low: number, high: number) {
  const y = linear(low, high, at.bottom, at.top);
  const all = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  stroke(pen, "axis").attr("d", all.map((d) => `M${at.left} ${tenth(y(d))}H${at.right}`).join(""));
  ticks(pen)(all.map((d) => beside(at, y(d), scaleEnd(10 ** d))));
  return (v: number) => y(Math.log10(v));
}

/** What the first number answers: LegS, and the diagonal trembling about it or coming near. */
export function time(pen: Pen, layout: Layout, say: Say) {
  const at = layout.time;
  heading(pen, at, layout, say("time"), [
    { look: "goal", word: say("legs") },
    { look: "line thin", symbol: "K", word: say("diagonal") },
  ]);
  const x = linear(0, SPAN[1], at.left, at.right);
  const y = linear(-0.5, 2, at.bottom, at.top);
  stroke(pen, "axis").attr("d", `M${at.left} ${tenth(y(0))}H${at.right}`);
  ticks(pen)([
    beside(at, y(0), "0"),
    beside(at, y(1), "1"),
    beside(at, y(2), "2"),
    ...[0, 1, 2, 3].map((t) => below(at, x(t), t)),
  ]);
  const answer = stroke(pen, "line thin", "K");
  const goal = stroke(pen, "goal");
  const beyond = offScale(pen, say("off"), layout.type);
  return ({ values: { response }, t }: Now) => {
    const place = (i: number) => x(timeOf(response, i));
    const answered = sizeAt(indexAt(t))[response];
    const drawn = cut(at, place, (i) => y(answered[i]!), 0, POINTS - 1);
    answer.attr("d", drawn.d);
    beyond(drawn.off, { x: at.right, y: at.top + 12 });
    goal.attr(
      "d",
      curve(
        Float64Array.from({ length: POINTS }, (_, i) => exact[response](timeOf(response, i))),
        place,
        y,
      ),
    );
  };
}

const SQUARE = "M5.5 -3.5h7v7h-7z";

/** How far apart, against N: the answers to an impulse and to a step, and the frequency looked at. */
export function sizes(pen: Pen, layout: Layout, say: Say) {
  const at = layout.sizes;
  heading(pen, at, layout, say("sizes"), [
    { look: "dots", symbol: "K", word: say("toImpulse"), as: "dot" },
    { look: "limit-square", symbol: "K", word: say("toStep"), as: SQUARE },
    { look: "line", symbol: "gapHat", word: say("toTone") },
  ]);
  const y = decades(pen, at, -5, 0);
  const x = linear(0, SIZES.length - 1, at.left + 6, at.right - 6);
  ticks(pen)([0, 3, 7].map((k) => below(at, x(k), SIZES[k]!)));
  const dots = stroke(pen, "dots", "K");
  const squares = stroke(pen, "limit-square", "K");
  const line = stroke(pen, "line", "gapHat");
  return ({ result: r, t }: Now) => {
    const now = indexAt(t);
    const seen = upTo(now + 1);
    dots.attr("d", seen.map((s, k) => `M${tenth(x(k))} ${tenth(y(s.impulseGap))}h0`).join(""));
    squares.attr(
      "d",
      seen.map((s, k) => `M${tenth(x(k) - 3.5)} ${tenth(y(s.stepGap) - 3.5)}h7v7h-7z`).join(""),
    );
    line.attr("d", cut(at, x, (k) => y(hereAt(k, r)), 0, now).d);
  };
}

/** The law's place in the key. */
const LAW = 2;

/** The relative difference of the transforms against frequency: this N over all smaller ones, its law, and another column's. */
export function frequencies(pen: Pen, layout: Layout, say: Say) {
  const at = layout.frequencies;
  const marks = heading(pen, at, layout, say("frequencies"), [
    { look: "line", symbol: "gapHat", word: say("measured") },
    { look: "line thin later", symbol: "gapHat", word: say("before") },
    { look: "goal", word: say("law") },
    { look: "limit-other", symbol: "Plow", word: say("other") },
  ]);
  const y = decades(pen, at, -4, 1);
  const x = linear(Math.log(SLOWEST), Math.log(FASTEST), at.left, at.right);
  const across = (i: number) => x(Math.log(omega[i]!));
  ticks(pen)([0.1, 1, 10, 100, 1000].map((w) => below(at, x(Math.log(w)), scaleEnd(w))));
  const earlier = stroke(pen, "line thin later", "gapHat");
  const other = stroke(pen, "limit-other", "Plow");
  const line = stroke(pen, "line", "gapHat");
  const law = stroke(pen, "goal");
  const cursor = stroke(pen, "cursor");
  const here = spot(pen, "gapHat", 6);
  const beyond = offScale(pen, say("off"), layout.type);
  const last = omega.length - 1;
  return ({ result: r, values: { w }, t, withheld }: Now) => {
    const k = indexAt(t);
    const told = !withheld?.has("picture");
    marks((entry) => told || entry !== LAW);
    const drawn = (v: Float64Array) => cut(at, across, (i) => y(v[i]!), 0, last);
    earlier.attr(
      "d",
      upTo(k)
        .map(({ gaps }) => drawn(gaps).d)
        .join(""),
    );
    line.attr("d", drawn(sizeAt(k).gaps).d);
    law.attr(
      "d",
      !told ? "" : cut(at, across, (i) => y(diagonalGap(SIZES[k]!, omega[i]!)), 0, last).d,
    );
    const shuffled = drawn(otherAt(k, r));
    other.attr("d", shuffled.d);
    beyond(shuffled.off, { x: at.right, y: at.top + 12 });
    const px = tenth(x(Math.log(w)));
    cursor.attr("d", `M${px} ${at.top}V${at.bottom}`);
    here.attr("cx", px).attr("cy", tenth(y(hereAt(k, r))));
  };
}
