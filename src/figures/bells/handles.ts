import { graspable, tellValue } from "../../draw/hand.ts";
import { type Root, tenth } from "../../draw/picture.ts";
import { knob, scrub } from "../../draw/scrub.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { fixed, format } from "../../kit/format.ts";
import { DONE, EDGE, heightOf, placeAt, LAST, productAt, type Run } from "./compute.ts";
import { riseOf } from "./curves.ts";
import { across, type Layout, stateAt } from "./layout.ts";
import { params, type Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

type Now = () => Moment<Setting, Run>;

interface Made {
  readonly svg: Root;
  readonly layout: Layout;
  readonly stage: Stage<Setting, Phrase>;
  readonly now: Now;
}

const hold = (x: number, { min, max }: { readonly min: number; readonly max: number }) =>
  Math.round(Math.max(min, Math.min(max, x)) * 100) / 100 || 0;

/** Both bells by their means and their widths, and the playhead. */
export function handles(
  svg: Root,
  layout: Layout,
  stage: Stage<Setting, Phrase>,
  now: Now,
): () => void {
  const made = { svg, layout, stage, now };
  const drawn = [
    playhead(made),
    width(made, "P"),
    width(made, "R"),
    mean(made, "m"),
    mean(made, "y"),
  ];
  return () => {
    for (const draw of drawn) draw();
  };
}

const bellOf = (which: "m" | "y" | "P" | "R", { result: r }: Moment<Setting, Run>) =>
  which === "m" || which === "P" ? r.prior : r.likelihood;

/** The top of a bell, moved along. */
function mean({ svg, layout, stage, now }: Made, which: "m" | "y") {
  const grip = knob(svg, which === "m" ? "hprior" : "y", 7);
  const set = (x: number) => stage.set({ [which]: hold(x, params[which]) });
  graspable(grip, {
    label: stage.say(which === "m" ? "dragPrior" : "dragSeen"),
    move: (px) => set(stateAt(layout)(px)),
    nudge: (dx, dy) => set(now().values[which] + 0.1 * (dx + dy)),
  });
  return () => {
    const { min, max } = params[which];
    const bell = bellOf(which, now());
    const up = riseOf(layout, now().result) * heightOf(bell, bell.mean);
    grip.attr(
      "transform",
      `translate(${tenth(across(layout)(bell.mean))},${tenth(layout.bells.bottom - up)})`,
    );
    tellValue(grip, fixed(bell.mean), bell.mean, min, max);
  };
}

/** One deviation, at the side that is turned away from the other bell. */
function width({ svg, layout, stage, now }: Made, which: "P" | "R") {
  const grip = knob(svg, which === "P" ? "Pprior" : "R", 6, 15);
  const set = (deviation: number) => stage.set({ [which]: hold(deviation ** 2, params[which]) });
  graspable(grip, {
    label: stage.say(which === "P" ? "dragPriorWidth" : "dragSeenWidth"),
    move: (px) => set(stateAt(layout)(px) - bellOf(which, now()).mean),
    nudge: (dx, dy) => set(Math.sqrt(now().values[which]) * 1.05 ** (dx + dy)),
  });
  return () => {
    const { result: r } = now();
    const bell = bellOf(which, now());
    const away = r.prior.mean <= r.likelihood.mean === (which === "R") ? 1 : -1;
    const h = bell.mean + away * Math.sqrt(bell.variance);
    const up = riseOf(layout, r) * heightOf(bell, h);
    grip.attr(
      "transform",
      `translate(${tenth(across(layout)(h))},${tenth(layout.bells.bottom - up)})`,
    );
    const { min, max } = params[which];
    tellValue(
      grip,
      `${which === "P" ? "P⁻" : "R"} = ${format(bell.variance)}`,
      bell.variance,
      min,
      max,
    );
  };
}

/** Behind the last place the whole product comes. */
function playhead({ svg, layout, stage, now }: Made) {
  const place = (px: number) => ((stateAt(layout)(px) + EDGE) / (2 * EDGE)) * LAST;
  const tell = scrub(svg, layout.product, {
    label: stage.say("scrub"),
    at: (px) => Math.min(place(px), DONE),
    t: () => now().t,
    seek: stage.seek,
  });
  return () => {
    const { t, result, withheld } = now();
    const h = placeAt(t);
    const spoken = `h = ${format(h)}`;
    tell(
      Math.floor(t),
      withheld?.has("picture") ? spoken : `${spoken}: ${format(productAt(result, h))}`,
      DONE,
    );
  };
}
