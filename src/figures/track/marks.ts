import { tenth } from "../../draw/picture.ts";
import type { Run } from "./compute.ts";
import type { Ellipse } from "./ellipse.ts";
import type { Layout } from "./layout.ts";

export const cross = (x: number, y: number, size: number) =>
  `M${tenth(x - size)} ${tenth(y - size)}l${2 * size} ${2 * size}m0 ${-2 * size}l${-2 * size} ${2 * size}`;

export const ring = (x: number, y: number, r: number) =>
  `M${tenth(x - r)} ${tenth(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

/** An ellipse as a path, its axes never thinner than a line. */
export function oval({ px, py, scale }: Layout, x: number, y: number, e: Ellipse): string {
  const [a, b] = [Math.max(0.5, e.long * scale), Math.max(0.5, e.short * scale)];
  const [dx, dy] = [a * Math.cos(e.angle), -a * Math.sin(e.angle)];
  const arc = `A${tenth(a)} ${tenth(b)} ${tenth((-e.angle * 180) / Math.PI)} 1 0`;
  const [cx, cy] = [px(x), py(y)];
  const [from, to] = [`${tenth(cx - dx)} ${tenth(cy - dy)}`, `${tenth(cx + dx)} ${tenth(cy + dy)}`];
  return `M${from}${arc} ${to}${arc} ${from}Z`;
}

/** A line through x and y of the steps 0 … to, found at stride·t and stride·t + gap. */
export function trail(
  { px, py }: Layout,
  data: Float64Array,
  [stride, gap]: readonly [number, number],
  to: number,
): string {
  let d = "";
  for (let t = 0; t <= Math.min(to, data.length / stride - 1); t++)
    d += `${t ? "L" : "M"}${tenth(px(data[stride * t]!))} ${tenth(py(data[stride * t + gap]!))}`;
  return d;
}

/** How a run keeps x and y: in pairs, or among four numbers of a state. */
export const OF_TRUTH = [2, 1] as const;
export const OF_STATE = [4, 2] as const;

/** The place of the target between two steps: on the straight line. */
export function targetAt({ truth, L }: Run, t: number): readonly [number, number] {
  const now = Math.min(L - 1, Math.floor(t));
  const after = Math.min(L - 1, now + 1);
  const s = t - now;
  const between = (k: number) => truth[2 * now + k]! * (1 - s) + truth[2 * after + k]! * s;
  return [between(0), between(1)];
}
