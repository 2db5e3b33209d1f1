import { reach, stems, type Pen } from "../../draw/picture.ts";
import { middle, type Frame } from "../../draw/timeRows.ts";
import type { Run } from "./compute.ts";

const LEVELS = 7;
const round = (v: number) => Math.round(v * 10) / 10;

/** The input as it is remembered at a step: each past stem as strong as its weight, the kernel behind it, running back. */
export function memory(pen: Pen, frame: Frame) {
  const behind = pen.append("path").attr("class", "share").attr("data-symbol", "K");
  const g = pen.append("g").attr("data-symbol", "u");
  const later = g.append("path").attr("class", "dots later");
  const levels = Array.from({ length: LEVELS }, (_, i) => {
    const level = g.append("g").attr("opacity", 0.16 + (0.84 * i) / (LEVELS - 1));
    return {
      lines: level.append("path").attr("class", "stem"),
      dots: level.append("path").attr("class", "dots"),
    };
  });
  return (
    run: Run,
    t: number,
    future: boolean,
    x: (t: number) => number,
    y: (v: number) => number,
  ) => {
    const now = Math.min(run.u.length - 1, Math.floor(t));
    const most = reach(1e-12, run.K.subarray(0, now + 1));
    const texts = levels.map(() => ({ lines: "", dots: "" }));
    const zero = round(y(0));
    for (let s = 0; s <= now; s++) {
      const share = Math.abs(run.K[now - s]!) / most;
      const text = texts[Math.round(share * (LEVELS - 1))]!;
      const [px, py] = [round(x(s)), round(y(run.u[s]!))];
      text.lines += `M${px} ${zero}V${py}`;
      text.dots += `M${px} ${py}h0`;
    }
    texts.forEach((text, i) => {
      levels[i]!.lines.attr("d", text.lines);
      levels[i]!.dots.attr("d", text.dots);
    });
    later.attr("d", future ? stems(run.u, x, y, now + 1).dots : "");
    behind.attr("d", shadow(run.K, now, most, x, frame));
  };
}

/** |K| from the present back, mirrored about the axis of the row. */
function shadow(
  K: Float64Array,
  now: number,
  most: number,
  x: (t: number) => number,
  frame: Frame,
): string {
  const mid = middle(frame, 0);
  const half = frame.height / 2;
  let up = "";
  let down = "";
  for (let s = now; s >= 0; s--) {
    const size = (Math.abs(K[now - s]!) / most) * half;
    const px = round(x(s));
    up += `${up ? "L" : "M"}${px} ${round(mid - size)}`;
    down = `L${px} ${round(mid + size)}${down}`;
  }
  return `${up}${down}Z`;
}
