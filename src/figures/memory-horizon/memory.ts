import { type Pen, reach, stems, stroke, tenth } from "../../draw/picture.ts";
import { middle, type Frame } from "../../draw/timeRows.ts";
import type { Run } from "./compute.ts";

const LEVELS = 7;
/** The input as it is remembered at a step: each past stem as strong as its weight, the kernel behind it, running back. */
export function memory(pen: Pen, frame: Frame) {
  const behind = stroke(pen, "share", "K");
  const g = pen.append("g").attr("data-symbol", "u");
  const later = stroke(g, "dots later");
  const levels = Array.from({ length: LEVELS }, (_, i) => {
    const level = g.append("g").attr("opacity", 0.16 + (0.84 * i) / (LEVELS - 1));
    return {
      lines: stroke(level, "stem"),
      dots: stroke(level, "dots"),
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
    const zero = tenth(y(0));
    for (let s = 0; s <= now; s++) {
      const share = Math.abs(run.K[now - s]!) / most;
      const text = texts[Math.round(share * (LEVELS - 1))]!;
      const [px, py] = [tenth(x(s)), tenth(y(run.u[s]!))];
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
    const px = tenth(x(s));
    up += `${up ? "L" : "M"}${px} ${tenth(mid - size)}`;
    down = `L${px} ${tenth(mid + size)}${down}`;
  }
  return `${up}${down}Z`;
}
