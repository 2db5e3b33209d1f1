import type { Box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { type Anchor, type Pen, type Root, stroke, tenth, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import type { ComplexVector } from "../../numerics/complex.ts";
import type { Run } from "./compute.ts";
import { mover } from "./movePole.ts";
import type { Setting } from "./params.ts";

type Now = Moment<Setting, Run>;

/** The part of the plane shown: the unit circle, and to its right where a rod falls. */
const SHOWN = { left: -1.12, right: 1.6, high: 1.2 };
/** Nearer to the real axis than this, a dragged pair falls onto it. */
const SNAP = 0.035;
const FINE = 0.01;
const POLES = 4;

/** Where a number of the plane stands in the picture; what is beyond its edge stands at the edge. */
function placeOf({ left, right, top, bottom }: Box) {
  const unit = Math.min(
    (right - left) / (SHOWN.right - SHOWN.left),
    (bottom - top) / 2 / SHOWN.high,
  );
  const [cx, cy] = [
    (left + right) / 2 - (unit * (SHOWN.left + SHOWN.right)) / 2,
    (top + bottom) / 2,
  ];
  const clamp = (x: number, low: number, high: number) => Math.max(low, Math.min(high, x));
  return {
    cx,
    cy,
    unit,
    x: (re: number) => tenth(cx + clamp(re, SHOWN.left, SHOWN.right) * unit),
    y: (im: number) => tenth(cy - clamp(im, -SHOWN.high, SHOWN.high) * unit),
  };
}
type Place = ReturnType<typeof placeOf>;

/** The plane of the poles: unit circle; without feedback (×), closed loop (to take hold of), filter (◇). */
export function zPlane(
  mute: Pen,
  svg: Root,
  square: Box,
  words: { readonly label: string; readonly stable: string },
  set: (patch: Partial<Setting>) => void,
): (now: Now) => void {
  const place = placeOf(square);
  const drawStill = still(mute.append("g").attr("data-symbol", "lambda"), square, words.stable);
  let moment: Now | undefined;
  const grips = Array.from({ length: POLES }, (_, k) =>
    handle(svg, place, k, `${words.label} (${k + 1})`, () => moment!, set),
  );
  return (now) => {
    moment = now;
    const { poles } = now.result;
    drawStill(now);
    grips.forEach((grip, k) => {
      const there = now.values.design === "poles" && k < poles.re.length;
      const [re, im] = there ? [poles.re[k]!, poles.im[k]!] : [0, 0];
      grip
        .attr("display", there ? null : "none")
        .attr("transform", `translate(${place.x(re)},${place.y(im)})`)
        .classed("outside", Math.hypot(re, im) >= 1);
      const spoken = `${fixed(re, 3)} ${im < 0 ? "−" : "+"} ${fixed(Math.abs(im), 3)}i`;
      tellValue(grip, spoken, re, -2.4, 2.4);
    });
  };
}

function handle(
  svg: Root,
  { cx, cy, unit }: Place,
  k: number,
  label: string,
  now: () => Now,
  set: (patch: Partial<Setting>) => void,
) {
  const grip = svg.append<SVGGraphicsElement>("g").attr("data-symbol", "lambda");
  grip.append("circle").attr("class", "hit").attr("r", 15);
  grip.append("circle").attr("class", "handle").attr("r", 6.5);
  const movers = Array.from({ length: POLES }, (_, i) => mover(i, () => now().values, set));
  let held = { k, dx: 0, dy: 0 };
  graspable(grip, {
    label,
    free: true,
    move: (x, y, first) => {
      if (!first) return movers[held.k]!.place((x - held.dx) / unit, (held.dy - y) / unit, SNAP);
      // Where poles crowd, the hand takes the one that is nearest to it.
      const { re, im } = now().result.poles;
      const gap = (i: number) => Math.hypot(cx + re[i]! * unit - x, cy - im[i]! * unit - y);
      const nearest = Array.from(re, (_, i) => i).reduce((best, i) =>
        gap(i) < gap(best) ? i : best,
      );
      held = { k: nearest, dx: x - unit * re[nearest]!, dy: y + unit * im[nearest]! };
      movers[nearest]!.begin();
    },
    nudge: (dx, dy) => movers[k]!.nudge(dx, dy, FINE),
  });
  return grip;
}

/** What one does not take hold of. */
function still(g: Pen, square: Box, stable: string) {
  const { left, right, top, bottom } = square;
  const { cx, cy, unit, x, y } = placeOf(square);
  g.append("circle").attr("class", "stable").attr("cx", cx).attr("cy", cy).attr("r", unit);
  stroke(g, "axis").attr("d", `M${left} ${cy}H${right}M${tenth(cx)} ${top}V${bottom}`);
  const word = (wx: number, wy: number, anchor: Anchor, text: string) =>
    write(g, wx, wy, anchor, text, "tick halo");
  word(right, cy + 17, "end", "Re");
  word(cx + 7, top + 9, "start", "Im");
  word(cx, cy + unit * 0.5, "middle", stable);
  word(right, bottom - 16, "end", "× K = 0");
  const legend = word(right, bottom, "end", "◇ ĥ");
  const open = stroke(g, "cross");
  const watch = stroke(g, "diamond");
  const circles = (name: string, r: number) =>
    Array.from({ length: POLES }, () => g.append("circle").attr("class", name).attr("r", r));
  const ghosts = circles("handle ghost", 6);
  const dots = circles("pole", 5);
  const put = (list: typeof dots, poles: ComplexVector | undefined) =>
    list.forEach((c, k) => {
      const there = poles !== undefined && k < poles.re.length;
      c.attr("display", there ? null : "none")
        .attr("cx", there ? x(poles.re[k]!) : 0)
        .attr("cy", there ? y(poles.im[k]!) : 0);
    });
  const marks = (poles: ComplexVector | undefined, mark: (px: number, py: number) => string) =>
    Array.from(poles?.re ?? [], (re, i) => mark(x(re), y(poles!.im[i]!))).join("");
  return ({ result: r, values: v, ghost }: Now) => {
    open.attr(
      "d",
      marks(r.open, (px, py) => `M${px - 4} ${py - 4}l8 8m0 -8l-8 8`),
    );
    watch.attr(
      "d",
      marks(r.watch, (px, py) => `M${px} ${py - 5}l5 5l-5 5l-5 -5z`),
    );
    legend.attr("display", r.watch ? null : "none");
    put(dots, v.design === "poles" ? undefined : r.poles);
    put(ghosts, ghost?.result.poles);
  };
}
