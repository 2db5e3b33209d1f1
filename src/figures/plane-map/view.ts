import { type Pen, picture, stroke, write } from "../../draw/picture.ts";
import type { Stage, View } from "../../kit/figure.ts";
import type { Complex, Run } from "./compute.ts";
import { hands } from "./hands.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { toPixels, type Square } from "./square.ts";
import { mesh } from "./mesh.ts";
import { marks, ruleKey } from "../../draw/ruleMarks.ts";
import { ruleNames } from "../../numerics/discretize.ts";

const S = { centre: [-2, 0] as Complex, half: 8.6 };
const Z = { centre: [0, 0] as Complex, half: 1.75 };
const layouts = {
  wide: {
    width: 680,
    height: 372,
    s: { left: 12, top: 26, size: 312, ...S },
    z: { left: 356, top: 26, size: 312, ...Z },
  },
  compact: {
    width: 360,
    height: 228,
    s: { left: 2, top: 22, size: 172, ...S },
    z: { left: 186, top: 22, size: 172, ...Z },
  },
} as const;

/** Left the s-plane, right the z-plane; a mesh of the left one lies, bent, in the right one. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say, compact } = stage;
  const layout = compact ? layouts.compact : layouts.wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const drawMesh = mesh(mute, layout.s, layout.z, say("stable"));
  axes(mute, layout.s, say("s"), compact ? [-6] : [-6, -4, -2]);
  axes(mute, layout.z, say("z"), [-1, 1]);
  const z = toPixels(layout.z);
  const others = ruleNames.map((rule) => ({
    rule,
    mark: stroke(mute, "mark"),
  }));
  const trail = stroke(mute, "dots later", "Abar");
  const drawKey = ruleKey(mute, { left: 14, width: layout.width - 30, y: layout.height - 8 }, say);
  const drawHands = hands(svg, layout.s, layout.z, stage);
  const inside = ([a, b]: Complex) => Math.max(Math.abs(a), Math.abs(b)) <= Z.half;
  return {
    draw({ result: run, values: v, withheld }) {
      drawMesh(v, withheld?.has("picture") === true);
      const place = ([a, b]: Complex, sign: number) => `M${z.x(a)} ${z.y(sign * b)}`;
      for (const { rule, mark } of others)
        mark.attr(
          "d",
          rule === v.rule || !inside(run.z[rule])
            ? ""
            : [1, -1].map((sign) => place(run.z[rule], sign) + marks[rule]).join(""),
        );
      trail.attr("d", powers(run.z[v.rule], z.x, z.y));
      drawKey(v.rule);
      drawHands(run, v);
    },
    destroy: () => svg.remove(),
  };
}

/** z², z³ …: where the state stands after so many steps. */
function powers([a, b]: Complex, x: (re: number) => number, y: (im: number) => number): string {
  let d = "";
  for (let k = 0, p = a, q = b; k < 40; k++) {
    [p, q] = [p * a - q * b, p * b + q * a];
    if (!(Math.max(Math.abs(p), Math.abs(q)) <= Z.half)) break;
    d += `M${x(p).toFixed(1)} ${y(q).toFixed(1)}h0`;
  }
  return d;
}

/** Both axes, with a name above and some numbers on the real one. */
function axes(pen: Pen, square: Square, name: string, re: readonly number[]) {
  const { x, y } = toPixels(square);
  const { left, top, size } = square;
  stroke(pen, "axis strong").attr("d", `M${left} ${y(0)}h${size}M${x(0)} ${top}v${size}`);
  write(pen, left, top - 9, "start", name);
  for (const r of re) write(pen, x(r), y(0) + 15, "middle", r, "tick halo");
}
