import { contours } from "d3";
import type { Box } from "../../draw/box.ts";
import { type Anchor, linear, type Pen, plate, stroke, tenth, write } from "../../draw/picture.ts";
import { format, raised } from "../../kit/format.ts";
import type { Pair } from "./compute.ts";
import { NOISE, SIDE, WALK, type Hill } from "./hill.ts";

/** How far below the maximum the contours lie; the second is half the 95 % point of χ² with two degrees of freedom. */
const BELOW = [1, 2.996, 6, 12, 25, 50, 100, 200, 500] as const;
const REGION = 1;

/** From a pair to its place, logarithmic both ways, kept on the map; and back. */
export function scalesOf({ left, right, top, bottom }: Box) {
  const x = linear(Math.log(WALK.min), Math.log(WALK.max), left, right);
  const y = linear(Math.log(NOISE.min), Math.log(NOISE.max), bottom, top);
  const walk = linear(left, right, Math.log(WALK.min), Math.log(WALK.max));
  const noise = linear(bottom, top, Math.log(NOISE.min), Math.log(NOISE.max));
  const within = (v: number, { min, max }: { min: number; max: number }) =>
    Math.min(max, Math.max(min, v));
  return {
    place: (p: Pair) => ({
      x: x(Math.log(within(p.walk, WALK))),
      y: y(Math.log(within(p.noise, NOISE))),
    }),
    pair: (px: number, py: number): Pair => ({
      noise: tenth(within(Math.exp(noise(py)), NOISE)),
      walk: tenth(within(Math.exp(walk(px)), WALK)),
    }),
  };
}

/** The lines of equal likelihood as paths, one for each of BELOW, the lowest first. */
function pathsOf({ surface, fit }: Hill, { left, right, top, bottom }: Box): string[] {
  const x = (c: number) =>
    (left + (Math.min(SIDE - 1, Math.max(0, c - 0.5)) / (SIDE - 1)) * (right - left)).toFixed(1);
  const y = (c: number) =>
    (bottom - (Math.min(SIDE - 1, Math.max(0, c - 0.5)) / (SIDE - 1)) * (bottom - top)).toFixed(1);
  const thresholds = BELOW.map((d) => fit.logLikelihood - d).toReversed();
  return contours()
    .size([SIDE, SIDE])
    .thresholds(thresholds)([...surface.data])
    .map(({ coordinates }) =>
      coordinates
        .flat()
        .map((ring) => `M${ring.map(([a, b]) => `${x(a!)} ${y(b!)}`).join("L")}Z`)
        .join(""),
    );
}

/** The likelihood as a map with contours; drawn anew only when the series changes. */
export function map(pen: Pen, box: Box) {
  const g = pen.append("g").attr("class", "hill");
  plate(g, "hill-ground", box);
  const lines = BELOW.map((_, k) =>
    stroke(g, k === BELOW.length - 1 - REGION ? "hill-within" : "hill-level"),
  );
  const ticks = axes(pen, box);
  let drawn: Hill | undefined;
  return (hill: Hill | undefined, unit: number, secret: boolean) => {
    ticks(unit);
    lines.at(-1)!.attr("display", secret ? "none" : null);
    lines.at(-1 - REGION)!.attr("display", secret ? "none" : null);
    if (hill === drawn) return;
    drawn = hill;
    const paths = hill ? pathsOf(hill, box) : [];
    lines.forEach((line, k) => line.attr("d", paths[k] ?? ""));
  };
}

/** Powers of ten along both sides, in squares of the series' own unit. */
function axes(pen: Pen, box: Box) {
  const { place } = scalesOf(box);
  const text = (x: number, y: number, anchor: Anchor) => write(pen, x, y, anchor);
  const across = [1, 10, 100, 1000, 10_000, 99_999].map((walk) => {
    const at = place({ walk, noise: NOISE.min });
    const anchor = walk === 1 ? "start" : walk > 50_000 ? "end" : "middle";
    return { value: Math.round(walk / 10) * 10 || 1, node: text(at.x, box.bottom + 17, anchor) };
  });
  const up = [100, 1000, 10_000, 99_999].map((noise) => {
    const at = place({ walk: WALK.min, noise });
    const y = at.y + (noise > 50_000 ? 10 : noise === 100 ? 0 : 4);
    return { value: Math.round(noise / 10) * 10, node: text(box.left - 6, y, "end") };
  });
  return (unit: number) => {
    for (const { value, node } of [...across, ...up]) node.text(short(value * unit ** 2));
  };
}

/** 10⁵ where the digits would not fit. */
const short = (x: number) => (x < 9e3 && x > 2e-4 ? format(x, 2) : power(x));

/** A power of ten as it is written. */
export const power = (x: number) => `10${raised(String(Math.round(Math.log10(x))))}`;
