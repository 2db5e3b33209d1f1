import type { Box } from "../../draw/box.ts";
import { type Pen, stroke, tenth, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import type { Setting } from "./params.ts";
import type { Pushes } from "./pushes.ts";
import type { Run } from "./compute.ts";
import { CART, cartRoom, poseAt, type Room } from "./pose.ts";
import { RAIL } from "./setting.ts";

type Now = Moment<Setting, Run>;

/** Earlier poses behind the present one, a step apart, and the parts of steps that the way of the tip goes back. */
const POSES = 4;
const BACK = 80;
/** Steps for which a push stays to be seen. */
const SEEN = 4;
/** Length of the arrow of the strongest input. */
const REACH = 60;

/** The cart on its rail: where it was, where it is, where it shall be, what moves it. */
export function cartScene(pen: Pen, box: Box): (now: Now) => void {
  const room = cartRoom(box);
  ground(pen, room);
  const aim = stroke(pen, "aim", "t");
  const drawPast = past(pen, room);
  const drawCart = cart(pen, room);
  const drawForces = pushed(pen, room);
  return (now) => {
    const { values: v } = now;
    const top = room.hinge - v.length * room.unit;
    aim.attr("d", `M${tenth(room.x(v.place))} ${tenth(room.rail)}V${tenth(top)}`);
    drawPast(now);
    drawCart(now);
    drawForces(now);
  };
}

/** The rail with its ends and metres. */
function ground(pen: Pen, { rail, x }: Room): void {
  const [left, right] = [x(-RAIL - CART.half), x(RAIL + CART.half)];
  stroke(pen, "rail").attr("d", `M${left} ${rail - 13}V${rail}H${right}V${rail - 13}`);
  let marks = "";
  for (let m = -2; m <= 2; m++) {
    marks += `M${tenth(x(m))} ${rail}v5`;
    write(pen, x(m), rail + 19, "middle", m === 2 ? "2 m" : String(m).replace("-", "−"));
  }
  stroke(pen, "axis").attr("d", marks);
}

/** Where the rod was a few steps ago, and the way of its tip. */
function past(pen: Pen, { hinge, x, tip }: Room) {
  const trail = stroke(pen, "trace", "h");
  const poses = Array.from({ length: POSES }, (_, k) =>
    stroke(pen, "rod", "h").attr("opacity", 0.06 * (POSES - k)),
  );
  return ({ result: r, values: v, t }: Now) => {
    const lies = r.fell !== undefined && t > r.fell.at;
    poses.forEach((p, i) => {
      const then = t - i - 1;
      const h = poseAt(r, then);
      const [tx, ty] = tip(h, v.length);
      const line = `M${tenth(x(h[0]!))} ${tenth(hinge)}L${tenth(tx)} ${tenth(ty)}`;
      p.attr("d", then < 0 || lies ? "" : line);
    });
    let d = "";
    const now = t * r.plant.parts;
    for (let s = Math.max(0, Math.ceil(now) - BACK); s <= now; s += 2) {
      const [tx, ty] = tip(r.fine.subarray(4 * s, 4 * s + 4), v.length);
      d += `${d ? "L" : "M"}${tenth(tx)} ${tenth(ty)}`;
    }
    trail.attr("d", d);
  };
}

/** The cart with its rod, and the rod that the controller believes in. */
function cart(pen: Pen, { unit, rail, hinge, x, tip }: Room) {
  const wheels = [-1, 1].map(() =>
    pen
      .append("circle")
      .attr("class", "wheel")
      .attr("r", CART.wheel * unit),
  );
  const half = CART.half * unit;
  const body = pen
    .append("rect")
    .attr("class", "cart")
    .attr("width", 2 * half)
    .attr("height", CART.high * unit)
    .attr("y", hinge)
    .attr("rx", 4);
  const rod = stroke(pen, "rod", "h");
  const guess = stroke(pen, "guess", "hhat");
  const knob = pen.append("circle").attr("class", "knob").attr("r", 3.5).attr("cy", tenth(hinge));
  return ({ result: r, values: v, t }: Now) => {
    const line = (h: ArrayLike<number>) => {
      const [tx, ty] = tip(h, v.length);
      return `M${tenth(x(h[0]!))} ${tenth(hinge)}L${tenth(tx)} ${tenth(ty)}`;
    };
    const h = poseAt(r, t);
    const at = x(h[0]!);
    const k = Math.min(r.L - 1, Math.floor(t));
    body.attr("x", tenth(at - half));
    wheels.forEach((c, i) =>
      c.attr("cx", tenth(at + (i - 0.5) * 1.1 * half)).attr("cy", tenth(rail - CART.wheel * unit)),
    );
    rod.attr("d", line(h));
    knob.attr("cx", tenth(at));
    const blind = v.sense === "full" || (r.fell !== undefined && k >= r.fell.at);
    guess.attr("d", blind ? "" : line(r.hhat.subarray(4 * k, 4 * k + 4)));
  };
}

/** The input as an arrow at the cart, and the pushes of the last moments. */
function pushed(pen: Pen, { unit, hinge, x, tip }: Room) {
  const [force, push, poke] = [
    stroke(pen, "force", "u"),
    stroke(pen, "force blow", "v"),
    stroke(pen, "force blow", "v"),
  ];
  const half = CART.half * unit;
  const level = tenth(hinge + (CART.high / 2) * unit);
  return ({ result: r, values: v, t }: Now) => {
    const k = Math.min(r.L - 1, Math.floor(t));
    const h = poseAt(r, t);
    const at = x(h[0]!);
    const u = (r.u[k]! / v.limit) * REACH;
    const from = at + Math.sign(u) * (half + 3);
    force.attr("d", Math.abs(u) < 2 ? "" : `M${tenth(from)} ${level}h${tenth(u)}`);
    const last = lastPush(v.push, k);
    // Beyond the input's own arrow where that stands on the same side.
    const beyond = u * last < -1e-9 && Math.abs(u) >= 2 ? Math.abs(u) + 6 : 0;
    push.attr("d", blow(last, 2, at - Math.sign(last) * (half + 5 + beyond), level));
    const [tx, ty] = tip(h, v.length);
    const poked = lastPush(v.poke, k);
    poke.attr("d", blow(poked, 5, tx - 9 * Math.sign(poked), tenth(ty)));
  };
}

/** The force of a push so short ago that it is still to be seen, 0 where there is none. */
export const lastPush = (list: Pushes, k: number): number =>
  list.findLast((p) => p.step <= k && k < p.step + SEEN)?.force ?? 0;

/** An arrow that ends where the hand touches. */
function blow(force: number, scale: number, x: number, y: number): string {
  const size = tenth(scale * force + 14 * Math.sign(force));
  return force === 0 ? "" : `M${tenth(x - size)} ${y}h${size}`;
}

/** What is said over the scene once it is lost. */
export const verdict = (r: Run, words: { fell: string; ran: string; seconds: string }): string =>
  r.fell
    ? `${r.fell.how === "pole" ? words.fell : words.ran} ${format(r.fell.at * r.plant.dt)} ${words.seconds}`
    : "";
