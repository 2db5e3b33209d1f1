import { scrub } from "../../draw/scrub.ts";
import { box, grown } from "../../draw/box.ts";
import {
  type Anchor,
  brush,
  curve,
  linear,
  type Pen,
  type Root,
  tenth,
  write,
} from "../../draw/picture.ts";
import {
  bottom,
  middle,
  timeRows,
  timeScales,
  type Frame,
  type TimeRow,
} from "../../draw/timeRows.ts";
import type { Moment } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import { DEGREE } from "./setting.ts";

type Now = Moment<Setting, Run>;

/** Which states stand in the rows below the input, what they are divided by, and which measurement is theirs. */
interface Shown {
  readonly at: number;
  readonly unit: number;
  readonly z: number;
}
const ofCart: readonly Shown[] = [
  { at: 2, unit: DEGREE, z: 1 },
  { at: 0, unit: 1, z: 0 },
];
const ofTank: readonly Shown[] = [{ at: 0, unit: 1, z: 0 }];

const input: TimeRow = { symbol: "u", subscript: "t", as: "line" };

/** Input and states over time: as they are, as the controller sees them, as A + B K foretells. */
export function rows(
  mute: Pen,
  svg: Root,
  layout: Layout,
  { label, off }: { readonly label: string; readonly off: string },
  seek: (t: number) => void,
) {
  const cart = plots(
    mute.append("g"),
    layout.three,
    ofCart,
    [
      input,
      { symbol: "h", subscript: "θ", as: "line" },
      { symbol: "h", subscript: "x", as: "line" },
    ],
    off,
  );
  const tank = plots(
    mute.append("g"),
    layout.two,
    ofTank,
    [input, { symbol: "h", subscript: "T", as: "line" }],
    off,
  );
  const { left, right, top } = layout.three;
  let moment: Now | undefined;
  const last = () => moment!.result.L - 1;
  const plot = box({ left, right, top, bottom: bottom(layout.three, 3) });
  const tell = scrub(svg, grown(plot, 8), {
    label,
    at: (px) => linear(left, right, 0, last())(px),
    t: () => moment!.t,
    seek,
  });
  return (next: Now, spoken: string) => {
    moment = next;
    const n = next.result.n;
    cart.g.attr("display", n === 4 ? null : "none");
    tank.g.attr("display", n === 1 ? null : "none");
    (n === 4 ? cart : tank).draw(next);
    tell(Math.floor(next.t), `t = ${Math.floor(next.t)}, ${spoken}`, last());
  };
}

/** One state of every step, in its own unit. */
const series = (of: Float64Array, L: number, n: number, i: number, unit: number) =>
  Float64Array.from({ length: L }, (_, t) => of[t * n + i]! / unit);

/** The rows of one plant: what timeRows draws, and over it the goal, what A + B K foretells, what is measured and believed. */
function plots(
  g: Pen,
  frame: Frame,
  shown: readonly Shown[],
  list: readonly TimeRow[],
  off: string,
) {
  const path = brush(g);
  const layers = shown.map(() => ({
    z: path("dots faint", "y"),
    aim: path("aim thin", "h"),
    foretold: path("goal", "h"),
  }));
  const drawRows = timeRows(g.append("g"), frame, list, off);
  const believed = shown.map(() => path("seen", "hhat"));
  const blows = path("blows", "v");
  const wall = path("wall", "t");
  const low = bottom(frame, list.length);
  const end = (x: number, anchor: Anchor) => write(g, x, low + 13, anchor);
  end(frame.left, "start").text("0");
  const until = end(frame.right, "end");
  const of = (run: Run) => [
    run.u,
    ...shown.map(({ at, unit }) => series(run.h, run.L, run.n, at, unit)),
  ];
  const draw = (now: Now) => {
    const { result: r, values: v, t, ghost, held } = now;
    const like = ghost && ghost.result.n === r.n && ghost.result.L === r.L;
    const data = {
      series: of(r),
      ghosts: like ? of(ghost.result) : undefined,
      held: held && of(held.result),
    };
    const { x, y, most } = timeScales(frame, data);
    drawRows({ ...data, t, future: true, most });
    shown.forEach((state, k) => {
      const lines = overlay(now, state, x, y[k + 1]!, middle(frame, k + 1), frame.height);
      const { z, aim, foretold } = layers[k]!;
      z.attr("d", lines.measured);
      aim.attr("d", lines.aim);
      foretold.attr("d", lines.foretold);
      believed[k]!.attr("d", lines.believed);
    });
    blows.attr("d", marks(v, r, x, middle(frame, 0) + frame.height / 2));
    wall.attr("d", r.fell ? `M${tenth(x(r.fell.at))} ${frame.top}V${low}` : "");
    const long = ((r.L - 1) * r.plant.dt) / (r.n === 1 ? 60 : 1);
    until.text(`${fixed(long, 0)} ${r.n === 1 ? "min" : "s"}`);
  };
  return { g, draw };
}

/** The paths over one state's row, cut where they leave it. */
function overlay(
  { result: r, values: v, t }: Now,
  { at, unit, z }: Shown,
  x: (t: number) => number,
  y: (v: number) => number,
  mid: number,
  height: number,
) {
  const now = Math.min(r.L - 1, Math.floor(t));
  const inside = (value: number) => (Math.abs(y(value) - mid) <= height / 2 + 3 ? value : NaN);
  const goal = inside(r.plant.goal[at]! / unit);
  const p = r.z.length / r.L;
  const until = v.sense === "full" ? -1 : Math.min(now, r.fell ? Math.floor(r.fell.at) : now);
  let measured = "";
  for (let s = 0; s <= until; s++) {
    const value = inside(r.z[s * p + z]! / unit);
    if (!Number.isNaN(value)) measured += `M${tenth(x(s))} ${tenth(y(value))}h0`;
  }
  const line = (of: Float64Array, to?: number) =>
    curve(series(of, r.L, r.n, at, unit).map(inside), x, y, 0, to);
  return {
    measured,
    aim:
      goal === 0 || Number.isNaN(goal)
        ? ""
        : `M${tenth(x(0))} ${tenth(y(goal))}H${tenth(x(r.L - 1))}`,
    foretold: line(r.linear),
    believed: v.sense === "kalman" ? line(r.hhat, now) : "",
  };
}

/** A small arrow at the foot of the input's row for each push, pointing its way. */
function marks(v: Setting, r: Run, x: (t: number) => number, base: number): string {
  const all = (r.n === 4 ? [...v.push, ...v.poke] : v.pour).filter((p) => p.step < r.L);
  return all
    .map(({ step, force }) => {
      const way = Math.sign(force);
      return `M${tenth(x(step) - 5 * way)} ${base - 9}l${9 * way} 4.5l${-9 * way} 4.5z`;
    })
    .join("");
}
