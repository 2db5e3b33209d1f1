import { snug } from "../../draw/axis.ts";
import { box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { key } from "../../draw/key.ts";
import { letter, type Pen, picture, type Root, tenth } from "../../draw/picture.ts";
import { knob } from "../../draw/scrub.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import { type Place, pushOf, readOf, type Run, STEPS } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { plane, type Scale, scaleOf } from "./plane.ts";

const layouts = {
  wide: {
    width: 680,
    height: 364,
    type: 12,
    left: box({ left: 10, top: 26, width: 300, height: 300 }),
    right: box({ left: 356, top: 26, width: 300, height: 300 }),
    key: 358,
  },
  compact: {
    width: 360,
    height: 254,
    type: 13.5,
    left: box({ left: 4, top: 26, width: 166, height: 166 }),
    right: box({ left: 190, top: 26, width: 166, height: 166 }),
    key: 226,
  },
} as const;

/** Left what B reaches, right what C tells apart. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? layouts.compact : layouts.wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("picture"));
  const drawLeft = plane(mute.append("g"), layout.left, "B", say("reached"), say("beyond"));
  const drawRight = plane(mute.append("g"), layout.right, "C", say("alike"), say("beyond"));
  key(mute, { left: 10, right: layout.width - 4, y: layout.key, size: layout.type }, [
    { look: "dots", symbol: "h", word: say("push"), as: "dot" },
    { look: "mode", word: say("stretched") },
  ]);
  let moment: Moment<Setting, Run> | undefined;
  const scales = () => {
    const r = moment!.held?.result ?? moment!.result;
    const v = moment!.held?.values ?? moment!.values;
    return {
      left: scaleOf(layout.left, snug(Math.max(0.1, r.reached[STEPS]!.long, ...sizes(pushOf(v))))),
      right: scaleOf(layout.right, snug(Math.max(...sizes(readOf(v)), seenEnd(r)))),
    };
  };
  const hands = [
    hand(svg, stage, "B", () => ({ now: pushOf(moment!.values), scale: scales().left })),
    hand(svg, stage, "C", () => ({ now: readOf(moment!.values), scale: scales().right })),
  ];
  return {
    draw(next) {
      moment = next;
      const { result: r, values: v, ghost } = next;
      const t = Math.floor(next.t);
      const { left, right } = scales();
      const dots = r.pushes.slice(0, t);
      const old = ghost?.result;
      const { directions } = r;
      drawLeft(
        { now: r.reached[t]!, ghost: old?.reached[t], vector: pushOf(v), directions, dots },
        left,
      );
      drawRight(
        { now: r.alike[t]!, ghost: old?.alike[t], vector: readOf(v), directions, dots: [] },
        right,
      );
      hands.forEach((draw) => draw());
    },
    destroy: () => svg.remove(),
  };
}

const sizes = ([x, y]: Place) => [Math.abs(x), Math.abs(y)];

/** Room for what looks alike in the end; where that is without end, for its width. */
function seenEnd({ alike }: Run): number {
  const { long, short } = alike[STEPS]!;
  if (!Number.isFinite(short)) return 1;
  return long < 6 * short ? long : 3 * short;
}

/** B or C, to take hold of at its tip. */
function hand(
  svg: Root,
  stage: Stage<Setting, Phrase>,
  id: "B" | "C",
  here: () => { readonly now: Place; readonly scale: Scale },
) {
  const grip = knob(svg, id, 7, 16);
  letter(grip as unknown as Pen, id, 12, 6).classed("halo", true);
  const set = (to: Place, end: number) => {
    const most = Math.min(1.5, end);
    const [x, y] = to.map((a) => Math.round(Math.max(-most, Math.min(most, a)) * 100) / 100) as [
      number,
      number,
    ];
    stage.set(id === "B" ? { B: [[x], [y]] } : { C: [[x, y]] });
  };
  graspable(grip, {
    label: stage.say(id === "B" ? "dragB" : "dragC"),
    free: true,
    move: (px, py) => set(here().scale.back(px, py), here().scale.end),
    nudge: (dx, dy) => set([here().now[0] + dx * 0.01, here().now[1] + dy * 0.01], 1.5),
  });
  return () => {
    const { now, scale } = here();
    const [x, y] = scale.at(now);
    grip.attr("transform", `translate(${tenth(x)},${tenth(y)})`);
    tellValue(grip, `${id} = (${fixed(now[0])}, ${fixed(now[1])})`, now[0], -1.5, 1.5);
  };
}
