import { scaleEnd } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { brush, type Pen, spot, tenth, write } from "../../draw/picture.ts";
import { fixed } from "../../kit/format.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Pair } from "../../models/modes.ts";
import { partsAt, radians, type Run, STEPS } from "./compute.ts";
import type { Setting } from "./params.ts";
import { ringAt, type Scale } from "./scale.ts";

/** Both directions, the state as one part after the other, its path, and what became of all starts of size 1. */
export function plane(pen: Pen, frame: Box, beyond: string) {
  const path = brush(pen);
  path("axis").attr(
    "d",
    `M${frame.left} ${frame.cy}H${frame.right}M${frame.cx} ${frame.top}V${frame.bottom}`,
  );
  const drawLines = directions(pen, frame);
  const ring = path("goal thin");
  const ghost = path("line ghost", "h");
  const later = path("line later thin", "h");
  const past = path("line thin", "h");
  const dots = path("dots", "h");
  const first = path("line", "part1").attr("marker-end", "url(#arrow)");
  const second = path("line smooth", "part2").attr("marker-end", "url(#arrow)");
  const now = spot(pen, "h", 6);
  const drawBeyond = offScale(pen, beyond);
  return ({ result: r, values: v, t, ghost: pinned }: Moment<Setting, Run>, scale: Scale) => {
    drawLines(v, scale);
    const at = Math.floor(t);
    const through = (points: readonly Pair[]) =>
      cut(
        frame,
        (i) => scale.x(points[i]![0]),
        (i) => scale.y(points[i]![1]),
        0,
        points.length - 1,
      );
    const way = (run: Run, from: number, to: number) =>
      through(Array.from(run.x.subarray(from, to + 1), (x, i) => [x, run.y[from + i]!]));
    const p = partsAt(r, v, t);
    const drawn = [
      [past, way(r, 0, at)],
      [later, v.future ? way(r, at, STEPS) : undefined],
      [ghost, pinned && way(pinned.result, 0, STEPS)],
      [first, through([[0, 0], p.first])],
      [second, through([p.first, p.state])],
      [ring, through(ringAt(v, t))],
    ] as const;
    drawn.forEach(([line, found]) => line.attr("d", found?.d ?? ""));
    const places = Array.from(r.x.subarray(0, at + 1), (x, i) => [
      tenth(scale.x(x)),
      tenth(scale.y(r.y[i]!)),
    ]);
    dots.attr("d", places.map(([x, y]) => (seen(frame, x!, y!) ? `M${x} ${y}h0` : "")).join(""));
    const [x, y] = [tenth(scale.x(p.state[0])), tenth(scale.y(p.state[1]))];
    now
      .attr("cx", x)
      .attr("cy", y)
      .attr("display", seen(frame, x, y) ? null : "none");
    drawBeyond(drawn.map(([, found]) => found?.off ?? "").join(""), {
      x: frame.right,
      y: frame.bottom - 6,
    });
  };
}

const seen = ({ left, right, top, bottom }: Box, x: number, y: number) =>
  x >= left && x <= right && y >= top && y <= bottom;

/** The two directions that A only stretches, each with its eigenvalue, and the scale of the plane. */
function directions(pen: Pen, frame: Box) {
  const path = brush(pen);
  const lines = [path("mode", "part1"), path("mode", "part2")] as const;
  const [one, two] = (["part1", "part2"] as const).map((id) =>
    write(pen, 0, 0, "start", "", "tick tinted halo").attr("data-symbol", id),
  ) as [ReturnType<typeof write>, ReturnType<typeof write>];
  const tick = path("axis strong");
  const end = write(pen, 0, frame.cy + 16, "middle", "", "tick halo");
  return (v: Setting, scale: Scale) => {
    const a = radians(v);
    const reach = Math.min(frame.width / 2 / Math.cos(a), frame.height / 2 / Math.sin(a));
    const [dx, dy] = [tenth(reach * Math.cos(a)), tenth(reach * Math.sin(a))];
    lines[0].attr("d", `M${frame.left} ${frame.cy}H${frame.right}`);
    lines[1].attr("d", `M${frame.cx - dx} ${frame.cy + dy}L${frame.cx + dx} ${frame.cy - dy}`);
    // The second leaves the frame below, or at the sides; there the first name stands below it.
    const below = dy >= frame.height / 2 - 1;
    one
      .attr("x", frame.left + 2)
      .attr("y", frame.cy + 16 + (dy < 26 ? dy : 0))
      .text(`λ₁ = ${fixed(v.first)}`);
    two
      .attr("x", below ? frame.cx - dx - 8 : frame.right)
      .attr("y", below ? frame.bottom - 4 : frame.cy - dy - 8)
      .attr("text-anchor", "end")
      .text(`λ₂ = ${fixed(v.second)}`);
    const x = tenth(scale.x(scale.end));
    tick.attr("d", `M${x} ${frame.cy - 4}v8`);
    end.attr("x", x).text(scaleEnd(scale.end));
  };
}
