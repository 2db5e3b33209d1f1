import type { Box } from "../../draw/box.ts";
import { type Pen, plate, stroke, tenth, write } from "../../draw/picture.ts";
import type { Hand } from "./hand.ts";
import type { Columns } from "./layout.ts";

/** What the first state held after every step so far, downwards: a column for each token, as wide as its share. */
export function history(pen: Pen, box: Box, title: string) {
  write(pen, box.left, box.top - 6, "start", title);
  plate(pen, "sel-ground", box);
  const frame = plate(pen, "sel-row", box);
  const shapes = stroke(pen, "sel-bar", "h");
  return ({ held, tokens }: Hand, { x, size }: Columns, t: number, most: number) => {
    const T = tokens.length;
    const now = Math.min(T - 1, Math.floor(t));
    const height = box.height / T;
    const half = (k: number, s: number) => (0.45 * size * Math.abs(held[k]!.data[s]!)) / most;
    let d = "";
    for (let s = 0; s <= now; s++) {
      // Down its right side, and up again on its left.
      let [down, up] = ["", ""];
      for (let k = s; k <= now; k++) {
        const [top, foot, w] = [box.top + k * height, box.top + (k + 1) * height, half(k, s)];
        down += `${down ? "L" : "M"}${tenth(x(s) + w)} ${tenth(top)}V${tenth(foot)}`;
        up = `L${tenth(x(s) - w)} ${tenth(foot)}V${tenth(top)}${up}`;
      }
      d += `${down}${up}z`;
    }
    shapes.attr("d", d);
    frame.attr("y", tenth(box.top + now * height)).attr("height", tenth(height));
  };
}
