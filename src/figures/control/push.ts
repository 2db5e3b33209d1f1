import type { Box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { plate, type Root, tenth } from "../../draw/picture.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { withPush, type Pushes } from "./pushes.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { cartRoom, poseAt, type Room } from "./pose.ts";

type Now = Moment<Setting, Run>;
interface Feel {
  readonly param: "push" | "poke" | "pour";
  readonly word: Phrase;
  /** What a tap and an arrow key give, what a unit of the pointer's way gives, and the most. */
  readonly tap: number;
  readonly key: number;
  readonly pull: number;
  readonly most: number;
  /** Which way a tap at (x, y) pushes. */
  away(x: number, y: number): number;
  /** How far a drag has come in the direction of the push. */
  way(dx: number, dy: number): number;
}

/** A tap is a push away from the hand; a drag pushes as far as it goes; the arrow keys push a little. */
export function pushing(svg: Root, { scene }: Layout, stage: Stage<Setting, Phrase>) {
  let moment: Now | undefined;
  const room = cartRoom(scene);
  const pose = () => poseAt(moment!.result, moment!.t);
  const hold = (feel: Feel) => grip(svg, feel, stage, () => moment!);
  const firm = { tap: 8, key: 4, pull: 0.2, most: 30 };
  const light = { tap: 1, key: 1, pull: 0.03, most: 4 };
  const away = (x: number) => room.x(pose()[0]!) - x;
  const awayFromTip = (x: number) => room.tip(pose(), moment!.values.length)[0] - x;
  const way = (dx: number) => dx;
  const cart = hold({ ...firm, param: "push", word: "cart", away, way });
  const tip = hold({ ...light, param: "poke", word: "tip", away: awayFromTip, way });
  const tank = hold({ ...firm, param: "pour", word: "tank", away: () => -1, way: (_, dy) => -dy });
  shape(cart, tip, tank, scene, room);
  return (now: Now) => {
    moment = now;
    const { result: r, values: v, t } = now;
    const rolling = r.n === 4;
    for (const g of [cart, tip]) g.attr("display", rolling ? null : "none");
    tank.attr("display", rolling ? "none" : null);
    for (const [g, list, { most }] of [
      [cart, v.push, firm],
      [tip, v.poke, light],
      [tank, v.pour, firm],
    ] as const) {
      const force = list.find((p) => p.step === Math.floor(t))?.force ?? 0;
      tellValue(g, String(force).replace("-", "−"), force, -most, most);
    }
    if (!rolling) return;
    const h = poseAt(r, t);
    const [tx, ty] = room.tip(h, v.length);
    cart.select("rect").attr("x", tenth(room.x(h[0]!) - 0.3 * room.unit));
    tip.attr("transform", `translate(${tenth(tx)},${tenth(ty)})`);
  };
}

type Grip = ReturnType<typeof grip>;

/** What the hand finds: the cart, the tip of the rod, the whole of the tank. */
function shape(cart: Grip, tip: Grip, tank: Grip, scene: Box, { unit, hinge }: Room): void {
  cart
    .append("rect")
    .attr("class", "hit hold")
    .attr("width", 0.6 * unit)
    .attr("height", 0.42 * unit)
    .attr("y", tenth(hinge - 0.06 * unit))
    .attr("rx", 6);
  tip.append("circle").attr("class", "hit").attr("r", 16);
  tip.append("circle").attr("class", "handle tip").attr("r", 5);
  plate(tank, "hit hold", scene);
}

function grip(svg: Root, feel: Feel, stage: Stage<Setting, Phrase>, now: () => Now) {
  const g = svg.append<SVGGraphicsElement>("g").attr("data-symbol", "v");
  /** The step that a push goes to; from the end of the run, an early one, and the playhead goes there. */
  const when = () => {
    const { t, result } = now();
    if (t < result.L - 1) return Math.floor(t);
    const early = Math.floor((result.L - 1) / 12);
    stage.seek(early);
    return early;
  };
  const place = (list: Pushes, step: number, force: number) => {
    const kept = Math.max(-feel.most, Math.min(feel.most, Math.round(force)));
    stage.set({ [feel.param]: withPush(list, step, kept) });
  };
  let from: { x: number; y: number; step: number; list: Pushes } | undefined;
  graspable(g, {
    label: stage.say(feel.word),
    move: (x, y, first) => {
      if (first) {
        from = { x, y, step: when(), list: now().values[feel.param] };
        return place(from.list, from.step, (Math.sign(feel.away(x, y)) || 1) * feel.tap);
      }
      const way = from ? feel.way(x - from.x, y - from.y) : 0;
      if (from && Math.abs(way) >= 5)
        place(from.list, from.step, Math.sign(way) * Math.max(1, Math.abs(way) * feel.pull));
    },
    nudge: (dx, dy) => {
      const list = now().values[feel.param];
      const step = when();
      const before = list.find((p) => p.step === step)?.force ?? 0;
      const by = Math.abs(dx + dy);
      const size = feel.key * (by > 10 ? by : by > 1 ? 3 : 1);
      place(list, step, before + Math.sign(dx + dy) * size);
    },
  });
  return g;
}
