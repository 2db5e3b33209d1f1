import { p, stroke, type Pen } from "../../draw/picture.ts";
import type { Layout, Plan } from "./layout.ts";
import { onTray } from "./cook.ts";
import type { Setting } from "./params.ts";
import type { Stand } from "./stand.ts";

export const ring = (x: number, y: number, r: number) =>
  `M${p(x - r)} ${p(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

/** The dishes where they are: a ring each, and a sector of it for the steps behind it. */
export function dishes(pen: Pen, { dish: r }: Layout) {
  const rims = stroke(pen, "kitchen-rim");
  const done = stroke(pen, "kitchen-done");
  return (at: Plan, stand: Stand, v: Setting) => {
    let [rim, part] = ["", ""];
    stand.done.forEach((steps, k) => {
      const [x, y, size] = placeOf(at, stand, v, k, r);
      rim += ring(x, y, size);
      part += sector(x, y, size, steps / v.steps);
    });
    rims.attr("d", rim);
    done.attr("d", part);
  };
}

/** In the fridge, on the tray, on the counter or on the stove. */
function placeOf(at: Plan, stand: Stand, { story }: Setting, k: number, r: number) {
  const { doing } = stand;
  const slot = doing ? k - doing.first : -1;
  if (!doing || slot < 0 || slot >= doing.load) return [...at.kept(k), r] as const;
  if (doing.dish === k) return [at.stove.cx, at.stove.cy, r] as const;
  if (story === "seed") return [...at.kept(k), r] as const;
  return doing.kind === "cook"
    ? ([...at.place(slot), r] as const)
    : ([...onTray(at, stand, slot), 2.8] as const);
}

function sector(x: number, y: number, r: number, share: number): string {
  if (share <= 1e-9) return "";
  if (share >= 1 - 1e-9) return ring(x, y, r);
  const angle = 2 * Math.PI * share;
  const [dx, dy] = [x + r * Math.sin(angle), y - r * Math.cos(angle)];
  return `M${p(x)} ${p(y)}V${p(y - r)}A${r} ${r} 0 ${Number(share > 0.5)} 1 ${p(dx)} ${p(dy)}z`;
}
