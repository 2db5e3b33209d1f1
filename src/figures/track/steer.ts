import { PLANE } from "./path.ts";
import { surface } from "../../draw/scrub.ts";
import { pointed, tellValue } from "../../draw/hand.ts";
import { onPress, type Grip } from "../../draw/press.ts";
import type { Root } from "../../draw/picture.ts";
import { fixed } from "../../kit/format.ts";
import { arrows, driver, type Wheel } from "./drive.ts";
import type { Layout } from "./layout.ts";

/** The target in the reader's hand: it runs after the pointer, or goes where arrow keys are held. */
export function steering(svg: Root, layout: Layout, wheel: Wheel & { readonly label: string }) {
  const { plane } = layout;
  const drive = driver(wheel);
  const ground = surface(svg, plane, "arena");
  const grip: Grip = svg.append<SVGGraphicsElement>("g").attr("class", "target grip");
  grip.append("circle").attr("class", "hit").attr("r", 22);
  grip.append("circle").attr("class", "spot").attr("r", 6.5);
  grip.attr("tabindex", 0).attr("role", "slider").attr("aria-label", wheel.label);
  const at = placeOf(ground, layout);
  const follow = (e: PointerEvent) => {
    drive.wish.goal = at(e);
    drive.go(false);
  };
  onPress(ground, { move: follow, strokes: true });
  onPress(grip, { move: follow, free: true });
  for (const part of [ground, grip])
    part.on("lostpointercapture", (e: PointerEvent) => {
      // A finger first holds the circle it touched, and lets go of it when the whole grip is held.
      if (e.target === part.node()) drive.wish.goal = undefined;
    });
  onArrows(grip, drive);
  return {
    draw(x: number, y: number, own: boolean) {
      ground.classed("mine", own);
      const [px, py] = [layout.px(x).toFixed(2), layout.py(y).toFixed(2)];
      grip.attr("transform", `translate(${px},${py})`);
      tellValue(grip, `x = ${fixed(x, 1)}, y = ${fixed(y, 1)}`, x, 0, PLANE.width);
    },
    destroy: drive.stop,
  };
}

/** From a pointer to a place in the plane. */
const placeOf =
  (ground: Grip, { plane, scale }: Layout) =>
  (e: PointerEvent) => {
    const [x, y] = pointed(ground.node()!, e);
    return [(x - plane.left) / scale, PLANE.height - (y - plane.top) / scale] as const;
  };

/** A tap is one step; what is held goes on. */
function onArrows(grip: Grip, drive: ReturnType<typeof driver>): void {
  const { wish } = drive;
  grip
    .on("keydown", (e: KeyboardEvent) => {
      wish.quick = e.shiftKey;
      if (!arrows[e.key] || e.ctrlKey || e.metaKey || e.altKey) return;
      e.preventDefault();
      e.stopPropagation();
      if (wish.held.has(e.key)) return;
      wish.held.add(e.key);
      drive.go(true);
    })
    .on("keyup", (e: KeyboardEvent) => {
      wish.quick = e.shiftKey;
      wish.held.delete(e.key);
    })
    .on("blur", () => wish.held.clear());
}
