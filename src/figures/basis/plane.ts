import { scaleEnd } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { brush, type Pen, spot, stroke, tenth, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { LAGS, type Run } from "./compute.ts";
import { grid } from "./grid.ts";
import type { Setting } from "./params.ts";
import type { Place, Scale } from "./scale.ts";

/** The plane of the state: the new basis and its grid, the path that a push leaves, and the point now as steps along the new vectors. */
export function plane(pen: Pen, frame: Box, beyond: string) {
  const path = brush(pen);
  axes(pen, frame);
  const lines = path("mode", "basis");
  const tick = write(pen, frame.cx - 12, frame.top + 12, "end", "", "tick halo");
  const ghost = path("line ghost", "h");
  const trail = path("line thin", "h");
  const later = path("line later thin", "h");
  const dots = path("dots", "h");
  const vectors = ([0, 1] as const).map(() =>
    path("line", "basis").attr("marker-end", "url(#arrow)"),
  );
  const steps = path("line smooth", "basis");
  const now = spot(pen, "h", 6);
  const drawBeyond = offScale(pen, beyond);
  return ({ result: r, t, ghost: pinned }: Moment<Setting, Run>, scale: Scale) => {
    const through = (points: readonly Place[]) => {
      const places = points.map(scale.at);
      return cut(
        frame,
        (i) => places[i]![0],
        (i) => places[i]![1],
        0,
        points.length - 1,
      );
    };
    const way = ({ old }: Run, from: number, to: number) =>
      through(Array.from(old.first.subarray(from, to + 1), (x, i) => [x, old.second[from + i]!]));
    const k = Math.floor(t);
    const here: Place = [between(r.old.first, t), between(r.old.second, t)];
    const tip = (col: 0 | 1): Place => [r.T.data[col]!, r.T.data[2 + col]!];
    const z = r.now ? between(r.now.first, t) : 0;
    const along: Place = [z * tip(0)[0], z * tip(0)[1]];
    const drawn = [
      [trail, way(r, 0, k)],
      [later, way(r, k, LAGS)],
      [ghost, pinned && way(pinned.result, 0, LAGS)],
      [vectors[0]!, through([origin, tip(0)])],
      [vectors[1]!, through([origin, tip(1)])],
      [steps, r.now && through([origin, along, here])],
    ] as const;
    drawn.forEach(([line, found]) => line.attr("d", found?.d ?? ""));
    lines.attr("d", grid(r.T, frame, scale));
    tick.text(scaleEnd(scale.end));
    const places = Array.from(r.old.first.subarray(0, k + 1), (x, i) =>
      scale.at([x, r.old.second[i]!]),
    ).filter((p) => seen(frame, p));
    dots.attr("d", places.map(([x, y]) => `M${tenth(x)} ${tenth(y)}h0`).join(""));
    put(now, frame, scale.at(here));
    const off = drawn.map(([, found]) => found?.off ?? "").join("");
    drawBeyond(off, { x: frame.right, y: frame.bottom - 6 });
  };
}

const origin: Place = [0, 0];

const seen = ({ left, right, top, bottom }: Box, [x, y]: Place) =>
  x >= left && x <= right && y >= top && y <= bottom;

/** A spot at a place of the frame; none outside it. */
const put = (now: ReturnType<typeof spot>, frame: Box, at: Place) =>
  now
    .attr("cx", tenth(at[0]))
    .attr("cy", tenth(at[1]))
    .attr("display", seen(frame, at) ? null : "none");

/** The axes of the plane. */
function axes(pen: Pen, { left, right, top, bottom, cx, cy }: Box): void {
  stroke(pen, "axis strong").attr("d", `M${left} ${cy}H${right}M${cx} ${top}V${bottom}`);
}

/** A series at a step between two whole ones. */
function between(v: Float64Array, t: number): number {
  const k = Math.floor(t);
  return v[k]! + (t - k) * (v[Math.min(LAGS, k + 1)]! - v[k]!);
}
