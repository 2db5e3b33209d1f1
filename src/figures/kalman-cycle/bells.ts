import { under } from "../../draw/area.ts";
import type { Box } from "../../draw/box.ts";
import { scaleEnd, ticks as numbersAt } from "../../draw/axis.ts";
import { brush, letter, linear, type Pen, stroke, tenth } from "../../draw/picture.ts";
import { letterOf } from "../../notation.ts";
import type { Gauss, Scene } from "./belief.ts";
import { uncertain, type Run } from "./compute.ts";
import type { Layout, Window } from "./layout.ts";
import { ticksOf } from "./window.ts";

const POINTS = 36;
type Scale = (h: number) => number;

/** From a state to its place on the axis of the bells. */
export const stateScale = ({ bells }: Layout, { low, high }: Window): Scale =>
  linear(low, high, bells.left, bells.right);

/** Baseline of the bells, and the three lines under it: innovation, what is taken of it, numbers. */
export function linesOf({ bells, line }: Layout) {
  const base = bells.bottom;
  return { base, gap: base + line, share: base + 2 * line, numbers: base + 3 * line - 1 };
}

/** The narrowest bell of a run, which is the highest: its surest belief, but no narrower than a hair. */
export function narrowest(r: Run, { low, high }: Window): number {
  const least = (...all: number[]) => Math.sqrt(Math.min(...all.filter((p) => p > 0)));
  // Where every update leaves a needle, the predictions are measured by themselves.
  const sure = Math.min(least(...r.P, r.R), least(...r.Pprior));
  const hair = (high - low) / 160;
  return Math.max(hair, sure < Infinity ? sure : hair);
}

/** A bell as high as its density, cut at the window's edges; a needle where nothing is uncertain. */
export function bellOf({ mean, variance }: Gauss, x: Scale, box: Box, narrow: number): string {
  if (!Number.isFinite(mean) || !Number.isFinite(variance)) return "";
  const base = box.bottom;
  const room = box.height - 6;
  const outside = (px: number) => px < box.left - 1 || px > box.right + 1;
  if (variance <= 0) return outside(x(mean)) ? "" : `M${tenth(x(mean))} ${base}V${base - room}`;
  const deviation = Math.sqrt(variance);
  const height = room * Math.min(1, narrow / deviation);
  let d = "";
  for (let i = -POINTS; i <= POINTS; i++) {
    const z = (4 * i) / POINTS;
    const px = x(mean + z * deviation);
    if (outside(px)) continue;
    d += `${d ? "L" : "M"}${tenth(px)} ${tenth(base - height * Math.exp(-0.5 * z * z))}`;
  }
  return d;
}

/** Prior, likelihood and posterior over one axis of states, with the truth on it. */
export function bells(pen: Pen, layout: Layout, truthName: string) {
  const { bells: box } = layout;
  const { base, share, numbers: low } = linesOf(layout);
  const path = brush(pen);
  stroke(pen, "axis").attr("d", `M${box.left} ${base}H${box.right}`);
  const ticks = stroke(pen, "axis");
  const numbers = numbersAt(pen);
  const guide = path("cursor", "hhat");
  const fill = path("share strong", "hhat");
  const outline = path("line ghost", "hprior");
  const likelihood = path("line thin dashed", "y");
  const belief = path("line", "hhat");
  const truth = stroke(pen, "truth-mark");
  const word = pen
    .append("text")
    .attr("class", "tick halo")
    .attr("y", base - 6)
    .text(truthName);
  return (r: Run, scene: Scene, win: Window) => {
    const x = stateScale(layout, win);
    const narrow = narrowest(r, win);
    const curve = (g: Gauss) => bellOf(g, x, box, narrow);
    const d = curve(scene.belief);
    belief.attr("d", d);
    fill.attr("d", under(d, box.bottom));
    outline.attr("d", curve(scene.outline)).attr("opacity", tenth(scene.outlined * 6) / 10);
    const seen = uncertain(r, scene.step) ? scene.seen : 0;
    likelihood
      .attr("d", seen > 0 ? curve({ mean: r.y[scene.step]!, variance: r.R }) : "")
      .attr("opacity", tenth(seen));
    guide.attr("d", `M${tenth(x(scene.belief.mean))} ${base}V${share - 5}`);
    const tx = Math.max(box.left, Math.min(box.right, tenth(x(scene.truth))));
    truth.attr("d", `M${tx} ${base - 7}l5 7l-5 7l-5 -7z`);
    const right = tx < box.right - 60;
    word.attr("x", tx + (right ? 9 : -9)).attr("text-anchor", right ? "start" : "end");
    const places = ticksOf(win, layout.width / 60);
    ticks.attr("d", places.map((h) => `M${tenth(x(h))} ${base}v4`).join(""));
    numbers(
      places.map((h) => ({
        x: x(h),
        y: low,
        anchor: "middle",
        text: scaleEnd(h),
      })),
    );
  };
}

/** Under the bells: the innovation from ĥ⁻ to y, and the share of it that the gain takes. */
export function correction(pen: Pen, layout: Layout) {
  const { gap: row1, share: row2 } = linesOf(layout);
  const { left, right } = layout.bells;
  const g = pen.append("g");
  const path = brush(g);
  const gap = path("stem", "e");
  const share = path("taken", "gain");
  const from = path("dots big", "hprior");
  const to = stroke(pen, "dots big", "hhat");
  const halo = (id: "hprior" | "e" | "hhat" | "gain", into: Pen, y: number) =>
    letter(into, id, 0, y).classed("halo small", true);
  const names = {
    prior: halo("hprior", g, row1 + 5),
    e: halo("e", g, row1 - 4).attr("text-anchor", "middle"),
    K: halo("gain", g, row2 - 4).attr("text-anchor", "middle"),
    hhat: halo("hhat", pen as Pen, row2 + 5),
  };
  return (r: Run, { step, seen, taken, belief }: Scene, win: Window) => {
    const after = taken > 0;
    const scale = stateScale(layout, win);
    const x = (h: number) => Math.max(left, Math.min(right, tenth(scale(h))));
    const shown = seen > 0 && uncertain(r, step);
    const c = x(belief.mean);
    to.attr("d", `M${c} ${row2}h0`);
    names.hhat
      .attr("data-symbol", after ? "hhat" : "hprior")
      .text(letterOf(after ? "hhat" : "hprior"));
    const [a, b] = [x(r.hprior[step]!), x(r.y[step]!)];
    const side = shown && b < a ? 1 : -1;
    names.hhat.attr("x", c - side * 9).attr("text-anchor", side < 0 ? "start" : "end");
    g.attr("display", shown ? null : "none").attr("opacity", tenth(seen));
    if (!shown) return;
    gap.attr("d", `M${a} ${row1}H${b}`);
    from.attr("d", `M${a} ${row1}h0M${a} ${row2}h0`);
    const end = tenth(a + taken * (x(r.hhat[step]!) - a));
    share.attr("d", `M${a} ${row2}H${end}`);
    names.prior.attr("x", a + side * 9).attr("text-anchor", side < 0 ? "end" : "start");
    names.e.attr("x", (a + b) / 2).attr("opacity", Math.abs(b - a) > 24 ? 1 : 0);
    names.K.attr("x", (a + end) / 2).attr("opacity", Math.abs(end - a) > 24 ? 1 : 0);
  };
}
