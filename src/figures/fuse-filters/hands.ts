import { box, grown } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { p, type Root } from "../../draw/picture.ts";
import { scrub, surface } from "../../draw/scrub.ts";
import { sketch } from "../../draw/sketch.ts";
import type { Stage } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { kernelFrom, MOST_TAPS, withTap } from "./row.ts";
import { lagScale, rulesOf, stepScale, type Now } from "./scales.ts";

/** Kernels and input to draw on, the rows below to scrub over. */
export function hands(svg: Root, layout: Layout, stage: Stage<Setting, Phrase>, now: () => Now) {
  const { rows } = layout;
  const tellPads = ([0, 1] as const).map((which) => pad(svg, layout, which, stage, now));
  const tellInput = sketch(svg, {
    box: { ...rows[0], left: rows[0].left + 3, right: rows[0].right - 3 },
    label: stage.say("drawInput"),
    now: () => ({ u: now().result.u, input: now().values.input, t: now().t }),
    valueAt: (py) => {
      const { high: most, y } = rulesOf(rows, now())[0]!;
      const value = ((y(0) - py) / (y(0) - y(most))) * most;
      return Math.max(-most, Math.min(most, value));
    },
    draw: (input) => stage.set({ input }),
    seek: stage.seek,
  });
  const rest = box({ ...rows[1], bottom: rows[3].bottom, height: rows[3].bottom - rows[1].top });
  const tellTime = scrub(svg, grown(rest, 4, 2), {
    label: stage.say("scrub"),
    at: (px) => {
      const x = stepScale(rows[1], now().result.u.length);
      return (px - x(0)) / (x(1) - x(0));
    },
    t: () => now().t,
    seek: stage.seek,
  });
  return () => {
    const { result: r, t, withheld } = now();
    const step = Math.floor(t);
    tellPads.forEach((tell) => tell());
    tellInput();
    const other = withheld?.has("picture") ? "" : `, ${fixed(r.one[step]!)}`;
    tellTime(step, `t = ${step}, y = ${fixed(r.y[step]!)}${other}`, r.u.length - 1);
  };
}

/** A pad is drawn on; keys choose a lag, which a mark shows while the pad has the focus, and move its weight. */
function pad(
  svg: Root,
  layout: Layout,
  which: 0 | 1,
  stage: Stage<Setting, Phrase>,
  now: () => Now,
) {
  const at = layout.pads[which];
  const [name, kind] = which === 0 ? (["w1", "first"] as const) : (["w2", "second"] as const);
  const ground = surface(svg, grown(at, 4, 4), "drawing");
  const mark = svg
    .append("circle")
    .attr("class", "fuse-lag")
    .attr("r", 6.5)
    .attr("display", "none");
  const x = lagScale(at, MOST_TAPS);
  let lag = 0;
  const weights = () => kernelFrom(now().values[name]);
  const put = (w: number) => stage.set({ [name]: withTap(now().values[name], lag, w) });
  const yOf = (w: number) => at.cy - w * (at.height / 2 - 4);
  const tell = () => {
    const drawn = now().values[kind] === "drawn";
    ground.attr("display", drawn ? null : "none");
    const w = weights()[lag] ?? 0;
    tellValue(ground, `${stage.say("lag")} ${lag}: ${fixed(w)}`, w, -1, 1);
    mark.attr("cx", p(x(lag))).attr("cy", p(yOf(w)));
  };
  graspable(ground, {
    label: stage.say(which === 0 ? "drawFirst" : "drawSecond"),
    strokes: true,
    move: (px, py) => {
      const share = (px - at.left) / at.width;
      lag = Math.max(0, Math.min(MOST_TAPS - 1, Math.floor(share * MOST_TAPS)));
      put((at.cy - py) / (at.height / 2 - 4));
    },
    nudge: (dx, dy) => {
      lag = Math.max(0, Math.min(MOST_TAPS - 1, lag + dx));
      if (dy) put((weights()[lag] ?? 0) + dy * 0.05);
      tell();
    },
  });
  ground
    .on("focus", () => mark.attr("display", null))
    .on("blur", () => mark.attr("display", "none"));
  return tell;
}
