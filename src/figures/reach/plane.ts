import { scaleEnd } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { brush, type Pen, tenth, write } from "../../draw/picture.ts";
import { border, type Ellipse, type Place } from "./compute.ts";

export interface Scale {
  readonly end: number;
  at(p: Place): Place;
  back(px: number, py: number): Place;
}

/** A plane that shows `end` to every side. */
export function scaleOf({ cx, cy, width }: Box, end: number): Scale {
  const unit = (width / 2 / end) * 0.94;
  return {
    end,
    at: ([x, y]) => [cx + x * unit, cy - y * unit],
    back: (px, py) => [(px - cx) / unit, (cy - py) / unit],
  };
}

export interface Shown {
  readonly now: Ellipse;
  readonly ghost: Ellipse | undefined;
  readonly vector: Place;
  readonly directions: readonly Place[];
  readonly dots: readonly Place[];
}

const POINTS = 180;

/** One plane: axes, the directions of A, an ellipse or what became of it, and a vector. */
export function plane(pen: Pen, frame: Box, id: "B" | "C", title: string, beyond: string) {
  const { left, right, top, bottom, cx, cy } = frame;
  write(pen, left, top - 8, "start", title, "tick axis-title");
  const path = brush(pen);
  path("axis strong").attr("d", `M${left} ${cy}H${right}M${cx} ${top}V${bottom}`);
  const tick = write(pen, cx - 6, top + 12, "end", "", "tick halo");
  const lines = path("mode");
  const ghost = path("line ghost", id);
  const area = path("share", id);
  const round = path("line thin", id);
  const dots = path("dots", "h");
  const arrow = path("line", id).attr("marker-end", "url(#arrow)");
  const drawBeyond = offScale(pen, beyond);
  return (s: Shown, scale: Scale) => {
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
    const around = (e: Ellipse) =>
      Array.from({ length: POINTS + 1 }, (_, i) => border(e, (2 * Math.PI * i) / POINTS));
    const far = 3 * scale.end;
    tick.text(scaleEnd(scale.end));
    lines.attr(
      "d",
      s.directions
        .map(
          ([x, y]) =>
            through([
              [-far * x, -far * y],
              [far * x, far * y],
            ]).d,
        )
        .join(""),
    );
    const outline = through(around(s.now));
    round.attr("d", outline.d);
    drawBeyond(outline.off, { x: right, y: bottom + 13 });
    const whole = around(s.now).map(scale.at);
    const fits = whole.every(([x, y]) => x >= left && x <= right && y >= top && y <= bottom);
    area.attr("d", fits ? `M${whole.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join("L")}Z` : "");
    ghost.attr("d", s.ghost ? through(around(s.ghost)).d : "");
    arrow.attr("d", through([[0, 0], s.vector]).d);
    dots.attr(
      "d",
      s.dots
        .map(scale.at)
        .filter(([x, y]) => x >= left && x <= right && y >= top && y <= bottom)
        .map(([x, y]) => `M${tenth(x)} ${tenth(y)}h0`)
        .join(""),
    );
  };
}
