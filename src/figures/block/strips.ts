import { p, type Pen } from "../../draw/picture.ts";
import type { Area, Box } from "../../draw/box.ts";

/** Real numbers as bars up and down from the middle, as one path; the largest size fills half the height. */
export function barsOf(data: ArrayLike<number>, at: Box, most: number, share = 0.8): string {
  const step = at.width / data.length;
  const half = at.height / 2;
  let d = "";
  for (let i = 0; i < data.length; i++) {
    const x = p(at.left + (i + (1 - share) / 2) * step);
    const tall = p(-(data[i]! / (most || 1)) * half);
    if (tall !== 0 && Number.isFinite(tall))
      d += `M${x} ${p(at.cy)}h${p(step * share)}v${tall}h${p(-step * share)}z`;
  }
  return d;
}

const LEVELS = 6;
const level = (x: number, most: number) =>
  Math.min(LEVELS, Math.ceil(Math.sqrt(Math.abs(x) / most) * LEVELS));

/** The sizes of all states, a column a channel: the larger the stronger. Signs are left out. */
export function stateMap(pen: Pen) {
  const shades = Array.from({ length: LEVELS }, (_, k) =>
    pen
      .append("path")
      .attr("class", "block-state cell")
      .attr("data-symbol", "h")
      .attr("opacity", p((k + 1) / LEVELS)),
  );
  return (h: Float64Array | undefined, N: number, most: number, at: Area) => {
    const paths = shades.map(() => "");
    const E = (h?.length ?? 0) / N;
    const [w, tall] = [at.width / E, at.height / N];
    h?.forEach((x, i) => {
      const k = level(x, most);
      if (k > 0)
        paths[k - 1] +=
          `M${p(at.left + Math.floor(i / N) * w)} ${p(at.top + (i % N) * tall)}h${p(w)}v${p(tall)}h${p(-w)}z`;
    });
    shades.forEach((shade, k) => shade.attr("d", paths[k]!));
  };
}
