import type { SymbolId } from "../notation.ts";
import { endAt, scaleEnd } from "./axis.ts";
import { box } from "./box.ts";
import { cut, cutStems, offScale } from "./cut.ts";
import { brush, letter, linear, spot, write, type Pen } from "./picture.ts";

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
  /** The series that the scales are for, while a handle or a slider is held. */
  readonly held?: readonly Float64Array[] | undefined;
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
  {
    series,
    ghosts,
    held = series,
    t = Infinity,
    most: set,
  }: Partial<TimeData> & Pick<TimeData, "series">,
) {
  const x = linear(0, Math.max(1, series[0]!.length - 1), f.left, f.right);
  // One draws on the input: its axis is for all of it.
  const most = held.map((v, k) => set?.[k] ?? endAt(k === 0 ? Infinity : t, v, ghosts?.[k] ?? []));
  const half = f.height / 2 - 3;
  const side = most.map((top, k) => {
    const [v, ghost] = [held[k]!, ghosts?.[k]];
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

/** The parts of one row, from the back to the front. */
function rowOf(pen: Pen, f: Frame, row: TimeRow, k: number, beyond: string) {
  const frame = box({ ...f, top: f.top + k * (f.height + f.gap) });
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", row.symbol);
  const path = brush(g);
  const axis = path("axis");
  letter(g, row.symbol, 2, frame.cy + 6, row.subscript);
  const kind = row.as === "line" ? "line" : "stem";
  return {
    frame,
    as: row.as,
    axis,
    ghost: path("line ghost"),
    later: path(`${kind} later`),
    laterDots: path("dots later"),
    past: path(kind),
    pastDots: path("dots"),
    now: spot(g),
    beyond: offScale(g, beyond),
    top: write(g, f.left - 6, frame.top + 11, "end"),
  };
}
type Row = ReturnType<typeof rowOf>;

/** Rows of plots under one time axis: what has been in full, what comes next faint or not at all. */
export function timeRows(pen: Pen, f: Frame, rows: readonly TimeRow[], beyond = "") {
  const cursor = pen.append("path").attr("class", "cursor");
  const parts = rows.map((row, k) => rowOf(pen, f, row, k, beyond));
  return (data: TimeData) => {
    const { x, y, most, zero } = timeScales(f, data);
    const { t } = data;
    cursor.attr("d", `M${x(t).toFixed(2)} ${f.top}V${bottom(f, rows.length)}`);
    parts.forEach((part, k) => {
      const { frame } = part;
      const v = data.series[k]!;
      const now = Math.min(v.length - 1, Math.floor(t));
      part.axis.attr("d", `M${f.left} ${zero[k]!}H${f.right}`);
      // A row that hangs from its upper edge has its largest magnitude at the lower one.
      const hangs = zero[k]! < frame.cy;
      part.top
        .attr("y", hangs ? frame.bottom - 2 : frame.top + 11)
        .text(scaleEnd(hangs ? -most[k]! : most[k]!));
      const off = curves(part, data, k, now, x, y[k]!);
      const high = y[k]!(v[now]!);
      const seen = high >= frame.top - 1 && high <= frame.bottom + 1;
      part.now
        .attr("cx", x(now))
        .attr("cy", high)
        .attr("display", seen ? null : "none");
      // In the half of the row that the end of what is seen leaves free.
      part.beyond(off, {
        x: f.right - 12,
        y: high < frame.cy ? frame.bottom - 3 : frame.top + 12,
      });
    });
  };
}

/** Draws what is within a row's frame; returns the marks of what is not. */
function curves(
  part: Row,
  { series, ghosts, future }: TimeData,
  k: number,
  now: number,
  x: (i: number) => number,
  y: (v: number) => number,
): string {
  const { frame } = part;
  const [v, old] = [series[k]!, ghosts?.[k]];
  const last = future ? v.length - 1 : now;
  if (part.as === "bare") return "";
  if (part.as === "line") {
    const line = (of: Float64Array, from: number, to: number) =>
      cut(frame, x, (i) => y(of[i]!), from, to);
    const lines = [line(v, 0, now), line(v, now, last), old && line(old, 0, old.length - 1)];
    [part.past, part.later, part.ghost].forEach((path, i) => path.attr("d", lines[i]?.d ?? ""));
    return lines.map((drawn) => drawn?.off ?? "").join("");
  }
  const dense = x(1) - x(0) < 2.5; // dots would run together into a bar
  const past = cutStems(frame, v, x, y, 0, now);
  const later = cutStems(frame, v, x, y, now + 1, v.length - 1);
  part.past.attr("d", past.lines);
  part.pastDots.attr("d", dense ? "" : past.dots);
  part.later.attr("d", later.lines);
  part.laterDots.attr("d", dense ? "" : later.dots);
  return past.off + later.off;
}
