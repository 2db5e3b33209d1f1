import { beside, scaleEnd, snug, ticks } from "../../draw/axis.ts";
import { key } from "../../draw/key.ts";
import { framed } from "../../draw/framed.ts";
import { linear, p, type Pen, stroke, write } from "../../draw/picture.ts";
import { widthOf } from "../../draw/text.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { chosen, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { slopeOf } from "./slope.ts";
import { sub } from "./weights.ts";

/** The slope as a staircase of its terms: what comes in, each number's share, the sum, and the true slope as a line across it. */
export function terms(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { terms: at, type } = layout;
  const g = pen.append("g");
  const title = write(g, at.left, at.top - 8, "start", "", "tick axis-title");
  const zero = stroke(g, "axis");
  const numbers = ticks(g);
  const { inside, beyond } = framed(g, at, "measure-terms", say("beyond"));
  const bars = { input: bar(inside, "B"), inner: bar(inside, "A"), sum: bar(inside, "cdot") };
  const link = stroke(inside, "measure-link");
  const truth = stroke(inside, "measure-truth");
  const aside = at.right - 26 - widthOf(say("true"), type);
  key(g, { left: aside, right: at.right + 8, y: at.top - 8, size: type }, [
    { look: "measure-truth", word: say("true") },
  ]);
  const names = ticks(g);
  return ({ result: r, values: v, t, held }: Moment<Setting, Run>) => {
    const n = chosen(v);
    const slope = slopeOf(r, n, t);
    const clock = r.p.shape === "legs" ? "t" : "θ";
    title.text(say("terms").replace("#", clock).replace("#", sub(n)));
    const steps = [slope.input, ...slope.inner];
    const levels = [0];
    for (const step of steps) levels.push(levels.at(-1)! + step);
    const most = held ? snug(endOf(held.result, chosen(held.values), t)) : snug(endOf(r, n, t));
    const y = linear(-most, most, at.bottom, at.top);
    const count = steps.length + 1;
    const wide = at.width / count;
    const width = Math.min(46, wide * 0.6);
    const left = (i: number) => at.left + (i + 0.5) * wide - width / 2;
    const box = (i: number, from: number, to: number) =>
      `M${p(left(i))} ${p(y(from))}h${p(width)}V${p(y(to))}h${p(-width)}z`;
    bars.input.attr("d", box(0, 0, slope.input));
    bars.inner.attr(
      "d",
      slope.inner.map((_, k) => box(k + 1, levels[k + 1]!, levels[k + 2]!)).join(""),
    );
    bars.sum.attr("d", box(count - 1, 0, slope.law));
    link.attr(
      "d",
      steps
        .map((_, i) => `M${p(left(i) + width)} ${p(y(levels[i + 1]!))}H${p(left(i + 1))}`)
        .join(""),
    );
    truth.attr("d", `M${p(left(count - 1) - 8)} ${p(y(slope.truth))}h${p(width + 16)}`);
    beyond([levels], (i) => left(Math.max(0, i - 1)) + width / 2, y);
    zero.attr("d", `M${at.left} ${p(y(0))}H${at.right}`);
    numbers([beside(at, at.top + 4, scaleEnd(most)), beside(at, at.bottom - 2, scaleEnd(-most))]);
    const words = ["B u", ...slope.inner.map((_, k) => `A c${sub(k)}`), say("together")];
    const all = [...steps, slope.law].map((x) => format(Math.abs(x) < 1e-12 * most ? 0 : x, 2));
    // Every term has its number below it, or none has.
    const fits = wide > widthOf("−0.00", type);
    const row = (list: readonly string[], down: number) =>
      list.map((text, i) => ({
        x: at.left + (i + 0.5) * wide,
        y: at.bottom + down,
        text,
        anchor: "middle" as const,
      }));
    names([...row(words, 15), ...(fits ? row(all, 15 + type + 2) : [])]);
  };
}

/** The end of the axis: for the whole run, and for the true slope. */
const endOf = (r: Run, n: number, t: number) =>
  Math.max(farthest(r, n), Math.abs(slopeOf(r, n, t).truth));

/** The farthest that the staircase goes at any moment. */
function farthest({ c, u, p: { N }, A, B }: Run, n: number): number {
  let most = 1e-9;
  for (let t = 0; t < u.length; t++) {
    let level = B[n]! * u[t]!;
    most = Math.max(most, Math.abs(level));
    for (let k = 0; k < N; k++) {
      level += A.data[n * N + k]! * c[t * N + k]!;
      most = Math.max(most, Math.abs(level));
    }
  }
  return most;
}

const bar = (g: Pen, symbol: "A" | "B" | "cdot") => stroke(g, "measure-term", symbol);
