import { snug, ticks, type Tick } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { linear, p, reach, stroke, write, type Pen } from "../../draw/picture.ts";
import { grouped } from "../../kit/format.ts";

/** A row of means over equal stretches of a text, from a character to another. */
export interface Row {
  readonly title: string;
  readonly parts: ArrayLike<number>;
  readonly from: number;
  readonly to: number;
  /** The mean of all. */
  readonly mean: number;
  /** The playhead, and a stretch that is looked at nearer. */
  readonly t: number;
  readonly stretch?: readonly [from: number, to: number] | undefined;
  /** What the axis holds, where that is not the row's own largest. */
  readonly most?: number;
}

/** A row of the text: how much it surprised, against the place. */
export function row(pen: Pen, at: Box) {
  const frame = stroke(pen, "text-stretch");
  const area = stroke(pen, "text-area");
  const mean = stroke(pen, "text-mean");
  const foot = stroke(pen, "axis");
  const now = stroke(pen, "text-playhead");
  const title = write(pen, at.left, at.top - 8, "start", "", "tick strong");
  const drawTicks = ticks(pen);
  return ({ title: name, parts, from, to, mean: level, t, stretch, most: axis }: Row) => {
    title.text(name);
    const most = axis ?? snug(reach(1, parts));
    const y = linear(0, most, at.bottom, at.top);
    const x = linear(from, Math.max(from + 1, to), at.left, at.right);
    const step = at.width / parts.length;
    let d = "";
    for (let k = 0; k < parts.length; k++) {
      if (Number.isNaN(parts[k]!)) continue;
      d += `M${p(at.left + k * step)} ${at.bottom}V${p(y(parts[k]!))}h${p(step)}V${at.bottom}z`;
    }
    area.attr("d", d);
    foot.attr("d", `M${at.left} ${at.bottom}H${at.right}`);
    const meant = level <= most ? `M${at.left} ${p(y(level))}H${at.right}` : "";
    mean.attr("d", meant);
    now.attr("d", `M${p(x(t + 0.5))} ${at.top}V${at.bottom + 4}`);
    frame.attr(
      "d",
      stretch
        ? `M${p(x(stretch[0]))} ${at.top - 2}H${p(x(stretch[1]))}V${at.bottom + 2}H${p(x(stretch[0]))}z`
        : "",
    );
    const rungs: Tick[] = [0, most].map((value) => ({
      x: at.left - 6,
      y: y(value) + 4,
      text: value,
      anchor: "end",
    }));
    const places: Tick[] = [from, (from + to) / 2, to].map((place, k) => ({
      x: x(place),
      y: at.bottom + 17,
      text: grouped(Math.round(place)),
      anchor: (["start", "middle", "end"] as const)[k]!,
    }));
    drawTicks([...rungs, ...places]);
  };
}
