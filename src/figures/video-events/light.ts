import type { Area } from "../../draw/box.ts";
import { p, plate, stroke, type Pen } from "../../draw/picture.ts";

const LEVELS = 12;
/** Pixels lie a little over each other, so that no seam shows. */
const OVER = 0.25;

/** Pixels on black: lighter is more, 0 and less is black, 1 and more is white. */
export function lights(pen: Pen, at: Area) {
  plate(pen, "film-dark", at);
  const g = pen.append("g");
  const paths = Array.from({ length: LEVELS }, (_, k) =>
    stroke(g, "film-light column").attr("opacity", ((k + 1) / LEVELS).toFixed(2)),
  );
  return (values: ArrayLike<number>, rows: number, cols: number) => {
    const drawn = paths.map(() => "");
    const [w, h] = [at.width / cols, at.height / rows];
    for (let i = 0; i < rows * cols; i++) {
      const level = Math.round(Math.min(1, values[i]!) * LEVELS);
      if (level < 1) continue;
      const [x, y] = [at.left + (i % cols) * w, at.top + Math.floor(i / cols) * h];
      drawn[level - 1] += `M${p(x)} ${p(y)}h${p(w + OVER)}v${p(h + OVER)}h${p(-w - OVER)}z`;
    }
    paths.forEach((path, k) => path.attr("d", drawn[k]!));
  };
}
