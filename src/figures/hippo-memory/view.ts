import { surface } from "../../draw/scrub.ts";
import { type Box, box } from "../../draw/box.ts";
import { graspable, pointed, tellValue } from "../../draw/hand.ts";
import { picture, type Root } from "../../draw/picture.ts";
import { sketch } from "../../draw/sketch.ts";
import { middle, type Frame } from "../../draw/timeRows.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { numbersAt, type Run } from "./compute.ts";
import { errors } from "./errors.ts";
import { numbers } from "./numbers.ts";
import type { Setting } from "./params.ts";
import { parts } from "./parts.ts";
import { past, pastScales } from "./past.ts";
import type { Phrase } from "./phrases.ts";

const layouts = {
  wide: {
    width: 680,
    height: 456,
    frame: { left: 62, right: 668, top: 34, height: 168, gap: 0 },
    ruler: 211,
    numbers: box({ left: 62, right: 432, top: 252, height: 92 }),
    errors: box({ left: 514, right: 668, top: 252, height: 92 }),
    parts: box({ left: 62, right: 668, top: 372, height: 84 }),
    count: 8,
  },
  compact: {
    width: 360,
    height: 502,
    frame: { left: 40, right: 350, top: 46, height: 112, gap: 0 },
    ruler: 166,
    numbers: box({ left: 40, right: 350, top: 206, height: 74 }),
    errors: box({ left: 56, right: 350, top: 308, height: 74 }),
    parts: box({ left: 12, right: 350, top: 410, height: 92 }),
    count: 4,
  },
} as const;

/** The past above, the numbers that hold it below; one number pointed at shows its part in the past. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? layouts.compact : layouts.wide;
  const frame: Frame = layout.frame;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("picture"));
  let moment: Moment<Setting, Run> | undefined;
  let lit: number | undefined;
  const drawPast = past(mute.append("g"), frame, layout.ruler, say);
  const drawNumbers = numbers(mute.append("g"), layout.numbers, say);
  const drawErrors = errors(mute.append("g"), layout.errors, say);
  const drawParts = parts(mute.append("g"), layout.parts, layout.count, say);
  const draw = () => {
    const m = moment!;
    const shown = lit === undefined ? undefined : Math.min(lit, m.values.N - 1);
    drawPast(m, shown);
    drawNumbers(m, shown);
    drawErrors(m);
    drawParts(m, shown);
    tell();
    choose(shown);
  };
  const tell = sketch(svg, {
    box: frame,
    label: say("draw"),
    now: () => ({ u: moment!.result.u, input: moment!.values.input, t: moment!.t }),
    valueAt: (py) => {
      const most = pastScales(frame, moment!.result.u).most[0]!;
      const half = frame.height / 2 - 3;
      return Math.max(-most, Math.min(most, ((middle(frame, 0) - py) / half) * most));
    },
    draw: (input) => stage.set({ input }),
    seek: stage.seek,
  });
  const choose = chooser(svg, layout.numbers, say("choose"), {
    now: () => moment!,
    lit: () => lit,
    light: (n) => {
      if (n === lit) return;
      lit = n;
      draw();
    },
  });
  return {
    draw(next) {
      moment = next;
      draw();
    },
    destroy: () => svg.remove(),
  };
}

interface Chooser {
  now(): Moment<Setting, Run>;
  lit(): number | undefined;
  light(n: number | undefined): void;
}

/** A surface over the bars: pointing at one lights it, and so do the arrow keys. */
function chooser(svg: Root, box: Box, label: string, hand: Chooser) {
  const ground = surface(
    svg,
    { left: box.left - 4, top: box.top, width: box.width + 8, height: box.height + 16 },
    "choosing",
  );
  const N = () => hand.now().values.N;
  const at = (px: number) => {
    const n = Math.floor(((px - box.left) / box.width) * N());
    return Math.max(0, Math.min(N() - 1, n));
  };
  graspable(ground, {
    label,
    move: (px) => hand.light(at(px)),
    nudge: (dx, dy) => {
      const from = hand.lit() ?? -1;
      hand.light(Math.max(0, Math.min(N() - 1, from + dx + dy)));
    },
  });
  ground
    .on("pointermove.look", (e: PointerEvent) => hand.light(at(pointed(ground.node()!, e)[0])))
    .on("pointerleave.look blur.look", () => hand.light(undefined));
  return (shown: number | undefined) => {
    const c = numbersAt(hand.now().result, hand.now().t);
    const spoken = shown === undefined ? "–" : `n = ${shown}, c = ${format(c[shown]!)}`;
    tellValue(ground, spoken, shown ?? 0, 0, N() - 1);
  };
}
