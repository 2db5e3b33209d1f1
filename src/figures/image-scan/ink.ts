import { FULL, SIDE, type Levels } from "./sheet.ts";

/** The cells of each level of ink as one path, lightest first; only those that `seen` lets through. */
export function inked(
  levels: Levels,
  { left, top, width }: { readonly left: number; readonly top: number; readonly width: number },
  seen: (pixel: number) => boolean = () => true,
): string[] {
  const cell = width / SIDE;
  const paths = Array.from({ length: FULL }, () => "");
  levels.forEach((level, i) => {
    if (level === 0 || !seen(i)) return;
    const [x, y] = [left + (i % SIDE) * cell, top + Math.floor(i / SIDE) * cell];
    paths[level - 1] += `M${p(x)} ${p(y)}h${p(cell)}v${p(cell)}h${p(-cell)}z`;
  });
  return paths;
}

const p = (x: number) => Math.round(x * 100) / 100;
