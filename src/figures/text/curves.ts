import { beside, ticks, type Tick } from "../../draw/axis.ts";
import { area as areaOf } from "../../draw/area.ts";
import { cut } from "../../draw/cut.ts";
import type { Box } from "../../draw/box.ts";
import { linear, p, stroke, write, type Pen } from "../../draw/picture.ts";
import { decade } from "../../kit/units.ts";
import type { Point } from "./bins.ts";

/** A plot whose axis across is in decades of characters. */
export interface Frame {
  readonly box: Box;
  readonly low: number;
  readonly high: number;
}

export const across = ({ box, low, high }: Frame) => {
  const x = linear(low, high, box.left, box.right);
  return (characters: number) => x(Math.log10(characters));
};

/** A value's place, and the numbers beside the axis. */
export interface Scale {
  y(value: number): number;
  readonly rungs: readonly (readonly [value: number, text: string])[];
}

/** The frame of a plot: its title, decades under it, and lines of its numbers. */
export function plot(pen: Pen, frame: Frame, { named = true } = {}) {
  const { box, low, high } = frame;
  const grid = stroke(pen, "axis");
  const title = write(pen, 2, box.top - 11, "start", "", "tick strong");
  const drawRungs = ticks(pen);
  const x = across(frame);
  const powers = Array.from(
    { length: Math.floor(high) - Math.ceil(low) + 1 },
    (_, k) => Math.ceil(low) + k,
  );
  const under = named ? powers : [];
  ticks(pen)(
    under.map((power): Tick => ({
      x: x(10 ** power),
      y: box.bottom + 16,
      text: decade(power, false),
      anchor: power === high ? "end" : "middle",
    })),
  );
  return (name: string, { y, rungs }: Scale) => {
    title.text(name);
    const up = powers.map((power) => `M${p(x(10 ** power))} ${box.bottom}v4`).join("");
    const lines = rungs.map(([value]) => `M${box.left} ${p(y(value))}H${box.right}`).join("");
    grid.attr("d", lines + up);
    drawRungs(rungs.map(([value, text]) => beside(box, y(value), text)));
  };
}

/**
 * A curve with a band of twice its standard error, which ends where there can be no value; within a frame both end at its edge.
 * Drawing returns the marks of what leaves the frame.
 */
export function curveWithBand(pen: Pen, look: string, least = -Infinity, frame?: Box) {
  const band = stroke(pen, `text-band ${look}`);
  const line = stroke(pen, `text-line ${look}`);
  const { top, bottom } = frame ?? { top: -Infinity, bottom: Infinity };
  const endless = { left: -Infinity, right: Infinity, top, bottom };
  return (
    points: readonly Point[],
    x: (characters: number) => number,
    y: (v: number) => number,
  ): string => {
    const place = (k: number) => x(points[k]!.at);
    const edge = (sign: number) => (k: number) => {
      const { mean, error } = points[k]!;
      return Math.min(bottom, Math.max(top, y(Math.max(least, mean + sign * 2 * (error || 0)))));
    };
    const last = points.length - 1;
    band.attr("d", last > 0 ? areaOf(place, edge(1), edge(-1), 0, last) : "");
    // From its end: a curve that begins off the scale is marked where it comes in.
    const back = (k: number) => last - k;
    const { d, off } = cut(
      endless,
      (k) => place(back(k)),
      (k) => y(points[back(k)]!.mean),
      0,
      last,
    );
    line.attr("d", d);
    return off;
  };
}

/** Even numbers from `low` to `high` beside an axis, and a place for a value. */
export function even(box: Box, low: number, high: number, step: number): Scale {
  const first = Math.ceil(low / step);
  return {
    y: linear(low, high, box.bottom, box.top),
    rungs: Array.from({ length: Math.floor(high / step) - first + 1 }, (_, k) => {
      const value = (first + k) * step;
      return [value, String(value).replace("-", "−")];
    }),
  };
}
