import { box, type Box } from "../../draw/box.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { endAt, scaleEnd } from "../../draw/axis.ts";
import { calm } from "../../draw/axis.ts";
import { brush, letter, type Pen, tenth, write } from "../../draw/picture.ts";
import type { Rows } from "../../kit/params/matrix.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Square } from "./plane.ts";

const ease = (s: number) => (s < 0.5 ? 2 * s * s : 1 - 2 * (1 - s) ** 2);

/** The plane of the two states: where A alone would carry each point, and the way the input really takes it. */
export function phase(pen: Pen, square: Square, beyond: string) {
  const { left, top, size } = square;
  const cx = left + size / 2;
  const cy = top + size / 2;
  const g = pen.append("g").attr("data-symbol", "h");
  const path = brush(g);
  const field = path("field");
  path("axis").attr("d", `M${left} ${cy}h${size}M${cx} ${top}v${size}`);
  const ghostLine = path("line ghost");
  const later = path("line later thin");
  const past = path("line thin");
  const dots = path("dots");
  const now = g.append("circle").attr("class", "now").attr("r", 6);
  letter(g, "h", left + size, cy - 7, "1")
    .attr("text-anchor", "end")
    .classed("halo", true);
  letter(g, "h", cx + 7, top + 13, "2").classed("halo", true);
  const ends = [
    write(g, left + size, cy + 16, "end", "", "tick halo"),
    write(g, cx - 6, top + 11, "end", "", "tick halo"),
  ];
  const drawBeyond = offScale(g, beyond);
  const frame = box({ left, top, width: size, height: size });
  let drawn = "";
  return ({ result: run, values, t, ghost, held }: Moment<Setting, Run>) => {
    const [m1, m2] = extents(held?.result ?? run, t, ghost?.result);
    const half = (size / 2) * 0.88;
    const x = (v: number) => cx + (v / m1) * half;
    const y = (v: number) => cy - (v / m2) * half;
    const key = `${values.A.join()};${m2 / m1}`;
    if (drawn !== key) field.attr("d", arrows(values.A, m2 / m1, square));
    drawn = key;
    [m1, m2].forEach((m, i) => ends[i]!.text(scaleEnd(m)));
    const at = Math.min(run.finite - 1, Math.floor(t));
    const way = (r: Run, from: number, to: number) => {
      const [px, py] = [(i: number) => x(r.h1[i]!), (i: number) => y(r.h2[i]!)];
      return cut(frame, px, py, from, to);
    };
    const lines = [
      way(run, 0, at),
      values.future ? way(run, at, run.finite - 1) : undefined,
      ghost && way(ghost.result, 0, ghost.result.finite - 1),
    ];
    [past, later, ghostLine].forEach((line, i) => line.attr("d", lines[i]?.d ?? ""));
    dots.attr("d", pointsOf(run, at, x, y, frame));
    drawBeyond(lines.map((line) => line?.off ?? "").join(""), {
      x: frame.right,
      y: frame.bottom - 6,
    });
    const next = Math.min(run.finite - 1, at + 1);
    const s = ease(Math.min(1, t - at));
    const between = (v: Float64Array) => v[at]! * (1 - s) + v[next]! * s;
    now.attr("cx", x(between(run.h1))).attr("cy", y(between(run.h2)));
  };
}

/** A dot at each step so far that is in the frame. */
function pointsOf(
  run: Run,
  to: number,
  x: (v: number) => number,
  y: (v: number) => number,
  { left, right, top, bottom }: Box,
): string {
  let d = "";
  for (let i = 0; i <= to; i++) {
    const [px, py] = [tenth(x(run.h1[i]!)), tenth(y(run.h2[i]!))];
    if (px >= left && px <= right && py >= top && py <= bottom) d += `M${px} ${py}h0`;
  }
  return d;
}

/** Ends of the two axes; each its own, but never more than five times apart, lest a direction lose all meaning. */
function extents(run: Run, t: number, ghost?: Run): readonly [number, number] {
  const end = (k: "h1" | "h2") => endAt(t, run[k], ghost?.[k] ?? []);
  const [e1, e2] = [end("h1"), end("h2")];
  const top = (e: number) => calm(Math.max(e, Math.max(e1, e2) / 5));
  return [top(e1), top(e2)];
}

const CELLS = 9;

/** From each point of a grid an arrow towards A h; long ways are drawn shorter than they are, the directions are true. */
function arrows(A: Rows, ratio: number, { left, top, size }: Square): string {
  const cell = size / CELLS;
  const [[a, b], [c, d]] = A as [[number, number], [number, number]];
  let out = "";
  for (let i = 0; i < CELLS; i++)
    for (let j = 0; j < CELLS; j++) {
      const px = left + (i + 0.5) * cell;
      const py = top + (j + 0.5) * cell;
      const h1 = (2 * (i + 0.5)) / CELLS - 1;
      const h2 = 1 - (2 * (j + 0.5)) / CELLS;
      const dx = (a - 1) * h1 + b * ratio * h2;
      const dy = (c / ratio) * h1 + (d - 1) * h2;
      const way = Math.hypot(dx, dy);
      if (way < 1e-6) continue;
      const length = cell * 0.82 * Math.tanh(1.4 * Math.sqrt(way) + 0.12);
      out += arrow(px, py, (dx / way) * length, (-dy / way) * length);
    }
  return out;
}

function arrow(x: number, y: number, dx: number, dy: number): string {
  const [tx, ty] = [x + dx / 2, y + dy / 2];
  const head = 3.4 / Math.hypot(dx, dy);
  const [ux, uy] = [dx * head, dy * head];
  return (
    `M${tenth(x - dx / 2)} ${tenth(y - dy / 2)}L${tenth(tx)} ${tenth(ty)}` +
    `M${tenth(tx - ux - uy * 0.7)} ${tenth(ty - uy + ux * 0.7)}L${tenth(tx)} ${tenth(ty)}` +
    `L${tenth(tx - ux + uy * 0.7)} ${tenth(ty - uy - ux * 0.7)}`
  );
}
