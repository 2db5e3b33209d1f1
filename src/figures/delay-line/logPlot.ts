import { rung } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { linear, type Pen, stroke, write } from "../../draw/picture.ts";
import { memoryIds, type MemoryId } from "../../models/recall/memory.ts";
import { MOST_LAG } from "./compute.ts";
import { dashes } from "./layout.ts";

export interface LogLook {
  readonly symbol: "uhat" | "h";
  /** Both ends of the axis, and the powers of ten that are named. */
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly (readonly [number, string])[];
  readonly name: string;
  readonly steps: string;
}

export interface LogCurve {
  readonly x: readonly number[];
  readonly y: ArrayLike<number>;
}

/** Curves against the lag under a logarithmic axis: the chosen memory strong, the others and a pinned one behind it. */
export function logPlot(pen: Pen, box: Box, look: LogLook) {
  const { left, right, top, height } = box;
  const x = linear(0, MOST_LAG, left, right);
  const log = linear(Math.log(look.low), Math.log(look.high), top + height, top);
  const y = (v: number) => log(Math.log(Math.min(look.high, Math.max(look.low, v))));
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", look.symbol);
  for (const [value, text] of look.ticks) rung(g, box, y(value), text);
  for (const d of right - left < 200 ? [0, 200, 400] : [0, 100, 200, 300, 400])
    write(g, x(d), top + height + 16, right - left < 200 && d === MOST_LAG ? "end" : "middle", d);
  write(g, left - 44, top - 9, "start", look.name);
  write(g, right, top + height + 32, "end", look.steps);
  const lines = memoryIds.map((id) => ({
    id,
    line: stroke(g, "mode other").attr("stroke-dasharray", dashes[id]),
  }));
  const ghost = stroke(g, "line ghost");
  const mine = stroke(g, "line");
  const path = ({ x: at, y: v }: LogCurve, end: number) => {
    let d = "";
    for (let i = 0; i < v.length && !Number.isNaN(v[i]) && at[i]! <= end; i++)
      d += `${d ? "L" : "M"}${x(at[i]!).toFixed(1)} ${y(v[i]!).toFixed(1)}`;
    return d;
  };
  const draw = (
    chosen: MemoryId,
    own: LogCurve,
    others: (id: MemoryId) => LogCurve | undefined,
    pinned: LogCurve | undefined,
    /** The last lag that may be seen. */
    end: number,
  ) => {
    for (const { id, line } of lines) {
      const curve = id === chosen ? undefined : others(id);
      line.attr("d", curve ? path(curve, end) : "");
    }
    mine.attr("d", path(own, end)).attr("stroke-dasharray", dashes[chosen]);
    ghost.attr("d", pinned ? path(pinned, end) : "");
  };
  return { x, y, draw };
}
