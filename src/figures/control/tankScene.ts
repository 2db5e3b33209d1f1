import { box as boxOf, type Box } from "../../draw/box.ts";
import {
  type Anchor,
  brush,
  linear,
  type Pen,
  plate,
  stroke,
  tenth,
  write,
} from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import { lastPush } from "./cartScene.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { poseAt } from "./pose.ts";

type Now = Moment<Setting, Run>;
const BENDS = 5;

/** What the thermometer has room for. */
const shown = (warmth: number) => Math.max(-4, Math.min(106, warmth));

/** The tank: water, the coil that heats it, and a thermometer with the goal and what the controller believes. */
export function tankScene(pen: Pen, box: Box): (now: Now) => void {
  const wide = Math.min(190, box.width * 0.46);
  const left = Math.max(box.left + 60, box.cx - wide * 0.75);
  const tank = boxOf({ left, right: left + wide, top: box.top + 24, bottom: box.bottom - 14 });
  const drawTank = vessel(pen, tank);
  const drawGlass = thermometer(pen, tank, tank.right + 64);
  return (now) => {
    drawTank(now);
    drawGlass(now);
  };
}

function text(pen: Pen, name: string, x: number, y: number, anchor: Anchor) {
  return write(pen, x, y, anchor, "", name);
}

function vessel(pen: Pen, { left, right, top, bottom }: Box) {
  const middle = (left + right) / 2;
  const level = top + 16;
  const water = plate(
    pen,
    "water",
    { left: left, top: level, width: right - left, height: bottom - level },
    8,
  ).attr("data-symbol", "h");
  stroke(pen, "rail").attr(
    "d",
    `M${left} ${top}V${bottom - 8}q0 8 8 8H${right - 8}q8 0 8 -8V${top}`,
  );
  const pitch = (right - left - 48) / BENDS;
  let bends = `M${left + 24} ${bottom - 22}`;
  for (let k = 0; k < BENDS; k++)
    bends += `q${tenth(pitch / 2)} ${k % 2 ? 22 : -22} ${tenth(pitch)} 0`;
  const coil = (name: string) => stroke(pen, name, "u").attr("d", bends);
  coil("coil");
  const glow = coil("coil hot");
  const watts = text(pen, "tick", left - 9, bottom - 18, "end");
  const warm = text(pen, "value large", middle, (level + bottom) / 2 - 2, "middle");
  const pour = stroke(pen, "force blow", "v");
  return ({ result: r, values: v, t }: Now) => {
    const k = Math.min(r.L - 1, Math.floor(t));
    const warmth = poseAt(r, t)[0]!;
    water.attr("opacity", tenth(10 * (0.08 + 0.4 * Math.max(0, Math.min(1, warmth / 100)))) / 10);
    glow.attr("opacity", tenth(10 * (r.u[k]! / v.power)) / 10);
    watts.text(`${fixed(r.u[k]!)} kW`);
    warm.text(`${fixed(warmth, 1)} °C`);
    const force = lastPush(v.pour, k);
    const size = 14 + Math.min(26, Math.abs(force));
    pour.attr("d", force ? `M${tenth(middle)} ${level - size}v${size}` : "");
    pour.classed("cold", force < 0);
  };
}

function thermometer(pen: Pen, { top, bottom }: Box, x: number) {
  const y = linear(0, 100, bottom, top);
  const path = brush(pen);
  path("rail", "t").attr("d", `M${x} ${top}V${bottom}`);
  for (const mark of [0, 20, 40, 60, 80, 100]) {
    path("axis", "t").attr("d", `M${x} ${tenth(y(mark))}h8`);
    text(pen, "tick", x + 12, y(mark) + 4, "start").text(mark === 100 ? "100 °C" : String(mark));
  }
  const column = path("mercury", "h");
  const aim = path("aim", "t");
  const guess = path("guess", "hhat");
  return ({ result: r, values: v, t }: Now) => {
    const k = Math.min(r.L - 1, Math.floor(t));
    column.attr("d", `M${x} ${bottom}V${tenth(y(shown(poseAt(r, t)[0]!)))}`);
    aim.attr("d", `M${x - 18} ${tenth(y(v.warm))}h26`);
    const seen = tenth(y(shown(r.hhat[k]!)));
    guess.attr("d", v.sense === "full" ? "" : `M${x - 14} ${seen}h22`);
  };
}
