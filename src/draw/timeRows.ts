import { calm } from "./axis.ts";
import type { SymbolId } from "../notation.ts";
import { curve, letter, linear, reach, spot, stems, write, type Pen } from "./picture.ts";

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Height of one row and the gap to the next. */
  readonly height: number;
  readonly gap: number;
}

export interface TimeRow {
  readonly symbol: SymbolId;
  readonly subscript: string;
  /** "bare": axis, name and scale only; the figure draws the rest itself. */
  readonly as: "stems" | "line" | "bare";
}

export interface TimeData {
  /** One series a row; what is not finite ends the curve. */
  readonly series: readonly Float64Array[];
  /** The pinned result's series, where there is one. */
  readonly ghosts?: readonly Float64Array[] | undefined;
  readonly t: number;
  /** Whether what comes after the playhead is shown, faint. */
  readonly future: boolean;
  /** The values at the upper edges, where the figure sets them. */
  readonly most?: readonly number[] | undefined;
}

export const middle = (f: Frame, row: number) => f.top + row * (f.height + f.gap) + f.height / 2;
export const bottom = (f: Frame, rows: number) => f.top + rows * (f.height + f.gap) - f.gap;

/** Whether a series, or its ghost, goes to this side of zero by more than rounding. */
const reaches = (side: 1 | -1, top: number, ...series: (Float64Array | undefined)[]) =>
  series.some((v) => v?.some((x) => side * x > 1e-9 * top));

/**
 * The scales of the rows: x of a step, y of a value, the largest magnitude shown and where zero stands. Zero is in the
 * middle of the input, on which one draws; elsewhere a series of one sign has the whole height of its row.
 */
export function timeScales(
  f: Frame,
  { series, ghosts, most: set }: Omit<TimeData, "t" | "future">,
) {
  const x = linear(0, Math.max(1, series[0]!.length - 1), f.left, f.right);
  const most = series.map(
    (v, k) => set?.[k] ?? Math.min(calm(reach(1e-9, v, ghosts?.[k] ?? [])), Number.MAX_VALUE),
  );
  const half = f.height / 2 - 3;
  const side = most.map((top, k) => {
    const [v, ghost] = [series[k]!, ghosts?.[k]];
    if (k === 0) return 0;
    return (reaches(-1, top, v, ghost) ? 0 : 1) - (reaches(1, top, v, ghost) ? 0 : 1);
  });
  const zero = side.map((way, k) => middle(f, k) + way * half);
  // Divided before it is scaled, so that the last numbers before an overflow still have a place.
  const y = most.map(
    (top, k) => (v: number) => zero[k]! - (v / top) * half * (side[k] === 0 ? 1 : 2),
  );
  return { x, y, most, zero };
}

/** Rows of plots under one time axis: what has been in full, what comes next faint or not at all. */
export function timeRows(pen: Pen, f: Frame, rows: readonly TimeRow[]) {
  const cursor = pen.append("path").attr("class", "cursor");
  const parts = rows.map((row, k) => {
    const mid = middle(f, k);
    const g = pen.append("g").attr("class", "plot").attr("data-symbol", row.symbol);
    const path = (name: string) => g.append("path").attr("class", name);
    const axis = path("axis");
    letter(g, row.symbol, 2, mid + 6, row.subscript);
    const kind = row.as === "line" ? "line" : "stem";
    return {
      axis,
      ghost: path("line ghost"),
      later: path(`${kind} later`),
      laterDots: path("dots later"),
      past: path(kind),
      pastDots: path("dots"),
      now: spot(g),
      top: write(g, f.left - 6, mid - f.height / 2 + 11, "end"),
    };
  });
  return (data: TimeData) => {
    const { x, y, most, zero } = timeScales(f, data);
    const { series, ghosts, t, future } = data;
    cursor.attr("d", `M${x(t).toFixed(2)} ${f.top}V${bottom(f, rows.length)}`);
    const dense = x(1) - x(0) < 2.5; // dots would run together into a bar
    rows.forEach((row, k) => {
      const part = parts[k]!;
      const v = series[k]!;
      const now = Math.min(v.length - 1, Math.floor(t));
      const last = future ? v.length - 1 : now;
      part.axis.attr("d", `M${f.left} ${zero[k]!}H${f.right}`);
      // A row that hangs from its upper edge has its largest magnitude at the lower one.
      const hangs = zero[k]! < middle(f, k);
      part.top
        .attr("y", middle(f, k) + (hangs ? f.height / 2 - 2 : 11 - f.height / 2))
        .text(scaleEnd(hangs ? -most[k]! : most[k]!).replace("-", "−"));
      part.now.attr("cx", x(now)).attr("cy", y[k]!(v[now]!));
      if (row.as === "line") {
        part.ghost.attr("d", ghosts ? curve(ghosts[k]!, x, y[k]!) : "");
        part.past.attr("d", curve(v, x, y[k]!, 0, now));
        part.later.attr("d", curve(v, x, y[k]!, now, last));
      } else if (row.as === "stems") {
        const past = stems(v, x, y[k]!, 0, now);
        const later = stems(v, x, y[k]!, now + 1);
        part.past.attr("d", past.lines);
        part.pastDots.attr("d", dense ? "" : past.dots);
        part.later.attr("d", later.lines);
        part.laterDots.attr("d", dense ? "" : later.dots);
      }
    });
  };
}

/** The end of an axis in the room of a few digits: 20, 0.5, 1e7. */
export const scaleEnd = (x: number) =>
  Math.abs(x) < 1e5 ? String(+x.toPrecision(3)) : x.toExponential(0).replace("+", "");
