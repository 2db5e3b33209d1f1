import { beside, snug, ticks, type Tick } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { offScale } from "../../draw/cut.ts";
import { linear, type Pen, spot, stroke, tenth, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { at as stage, indexOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";

/** Heights are even near 0 and by powers of ten farther away, since poles crowd near 0. */
const bent = (w: number) => Math.asinh(2 * w);
const [LEFT, RIGHT] = [-0.85, 0.25];

/** How far up and down the plane goes: past 10 and past all poles. */
const endOf = (r: Run) => Math.max(10, snug(1.5 * Math.max(...r.poles.im)));

/** The place of a height, for the plane and for what stands beside it. */
export function heightIn(at: Box, r: Run): (w: number) => number {
  const end = bent(endOf(r));
  const y = linear(-end, end, at.bottom, at.top);
  return (w) => y(bent(w));
}

/** Where the roots lie on the imaginary axis, beside the poles; the one looked at is tied to each pole. */
export function plane(
  pen: Pen,
  { plane: at, terms, type }: Layout,
  words: { readonly title: string; readonly beyond: string },
) {
  const g = pen.append("g").attr("class", "plot");
  write(g, at.left - 30, at.top - 14, "start", words.title, "tick axis-title");
  const x = linear(LEFT, RIGHT, at.left, at.right);
  stroke(g, "axis").attr("d", `M${x(0)} ${at.top}V${at.bottom}M${at.left} ${at.cy}H${at.right}`);
  const numbers = ticks(g);
  const height = stroke(g, "cursor");
  const ways = stroke(g, "s4-ray");
  const roots = stroke(g, "dots fine", "zroot");
  const poles = stroke(g, "s4-pole", "Lambda");
  const now = spot(g, "zroot", 5.5);
  const beyond = offScale(g, words.beyond, type);
  return ({ result: r, values: v, t, held }: Moment<Setting, Run>) => {
    g.attr("display", t >= stage.axis ? null : "none");
    const scale = held?.result ?? r;
    const [end, y] = [endOf(scale), heightIn(at, scale)];
    numbers(ticksOf(at, x, y, end));
    const within = (w: number) => Math.abs(w) <= end;
    const places = Array.from(r.poles.im, (w, n) => [tenth(x(r.poles.re[n]!)), tenth(y(w))]).filter(
      (_, n) => within(r.poles.im[n]!),
    );
    poles.attr("d", places.map(([a, b]) => `M${a! - 4} ${b! - 4}l8 8m0 -8l-8 8`).join(""));
    const heights = r.roots.flatMap(({ g: place }) => place?.im ?? []);
    roots.attr(
      "d",
      heights
        .filter(within)
        .map((w) => `M${x(0)} ${tenth(y(w))}h0`)
        .join(""),
    );
    const off = new Set([...heights, ...r.poles.im].filter((w) => !within(w)).map(Math.sign));
    beyond([...off].map((up) => tip(x(0), up > 0 ? at.top : at.bottom, up)).join(""), {
      x: at.right + 14,
      y: at.bottom + 32,
    });
    const here = r.roots[indexOf(r, v.j)]!.g?.im;
    const seen = here !== undefined && within(here);
    now.attr("display", seen ? null : "none");
    if (seen) now.attr("cx", x(0)).attr("cy", tenth(y(here)));
    height.attr("d", seen ? `M${at.left} ${tenth(y(here))}H${terms.right}` : "");
    const from = seen && t >= stage.sums ? `M${x(0)} ${tenth(y(here))}L` : "";
    ways.attr("d", from && places.map(([a, b]) => `${from}${a} ${b}`).join(""));
  };
}

const tip = (x: number, y: number, up: number) =>
  `M${x - 4} ${y + 7 * up}l4 ${-7 * up}l4 ${7 * up}z`;

const ticksOf = (at: Box, x: (re: number) => number, y: (w: number) => number, end: number) => [
  ...[0, 1, -1, 10, -10, 100, -100]
    .filter((w) => Math.abs(w) <= end)
    .map((w) => beside(at, y(w), w === 0 ? "0" : `${String(w).replace("-", "−")} i`)),
  ...[-0.5, 0].map((re): Tick => ({
    x: x(re),
    y: at.bottom + 15,
    text: re ? "−½" : "0",
    anchor: "middle",
  })),
];
