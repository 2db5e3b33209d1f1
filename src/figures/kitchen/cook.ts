import { p, type Pen, stroke } from "../../draw/picture.ts";
import type { Plan } from "./layout.ts";
import type { Stand } from "./stand.ts";

/** Where the cook is on the lane, which way the cook looks, and how far a foot is ahead. */
export function cookAt({ ends: [near, stove] }: Plan, { doing, share }: Stand) {
  if (!doing) return { x: near, way: -1, swing: 0 };
  if (doing.kind === "cook") return { x: stove, way: 1, swing: 0 };
  const gone = doing.kind === "fetch" ? share : 1 - share;
  const way = doing.kind === "fetch" ? 1 : -1;
  return { x: near + gone * (stove - near), way, swing: Math.sin(share * 6 * Math.PI) };
}

/** The cook from above: shoulders, head, feet, and arms that hold a tray in front. */
export function cook(pen: Pen) {
  const feet = stroke(pen, "kitchen-feet");
  const tray = stroke(pen, "kitchen-tray");
  const body = stroke(pen, "kitchen-body");
  const head = pen.append("circle").attr("class", "kitchen-head").attr("r", 6);
  return (at: Plan, stand: Stand) => {
    const { x, way, swing } = cookAt(at, stand);
    const y = at.lane;
    feet.attr("d", `M${p(x + 7 * swing)} ${p(y - 5)}h0M${p(x - 7 * swing)} ${p(y + 5)}h0`);
    body.attr(
      "d",
      `M${p(x)} ${p(y - 7)}V${p(y + 7)}M${p(x)} ${p(y - 10)}h${9 * way}M${p(x)} ${p(y + 10)}h${9 * way}`,
    );
    head.attr("cx", p(x)).attr("cy", p(y));
    const carries = stand.doing !== undefined && stand.doing.kind !== "cook";
    tray.attr("d", carries ? `M${p(x + 9 * way)} ${p(y - 13)}h${18 * way}v26h${-18 * way}z` : "");
  };
}

/** The middle of the tray's k-th dish. */
export function onTray(at: Plan, stand: Stand, k: number): readonly [number, number] {
  const { x, way } = cookAt(at, stand);
  return [x + way * (13.8 + 8 * (k % 2)), at.lane - 9.3 + 6.2 * Math.floor(k / 2)];
}
