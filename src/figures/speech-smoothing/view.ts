import { select } from "d3";
import { scrub } from "../../draw/scrub.ts";
import { type Box, box } from "../../draw/box.ts";
import { graspable, pointed, tellValue } from "../../draw/hand.ts";
import { picture, type Root, stroke, write } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { fixed, format } from "../../kit/format.ts";
import { HOP } from "../../models/speech/enhance.ts";
import { closeUp } from "./closeUp.ts";
import { type Run, SECOND } from "./compute.ts";
import { near } from "./near.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { powerOf } from "./readouts.ts";
import { bottomOf, rows, type Rows } from "./rows.ts";
import { above, heights, poles, shape } from "./shape.ts";

const layouts = {
  wide: {
    width: 680,
    height: 476,
    rows: { left: 40, right: 672, top: 6, wave: 46, spectrum: 80, pair: 136 },
    near: box({ left: 40, right: 320, top: 326, height: 128 }),
    shape: box({ left: 372, right: 552, top: 326, height: 128 }),
    poles: { x: 620, y: 384, r: 50 },
  },
  compact: {
    width: 360,
    height: 452,
    rows: { left: 34, right: 354, top: 4, wave: 36, spectrum: 46, pair: 88 },
    near: box({ left: 34, right: 354, top: 222, height: 76 }),
    shape: box({ left: 34, right: 226, top: 346, height: 88 }),
    poles: { x: 300, y: 386, r: 42 },
  },
} as const;

/** Above, the whole sound before and after; below, the samples, the model and the poles of the frame at the playhead. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const l = stage.compact ? layouts.compact : layouts.wide;
  const under = select(stage.host).append("div").attr("class", "heat-ground");
  const { svg, mute } = picture(under.node()!, l.width, l.height, say("whole"));
  const sound = rows(under.node()!, mute.append("g"), l.rows, l, [
    say("noisyRow"),
    say("cleanedRow"),
  ]);
  const drawNear = near(mute.append("g"), l.near, {
    dots: say("dots"),
    truth: say("truth"),
    estimate: say("estimate"),
  });
  const drawShape = shape(mute.append("g"), l.shape, {
    frame: say("frame"),
    model: say("model"),
    wanted: say("wanted"),
  });
  const drawPoles = poles(mute.append("g"), l.poles, say("poles"));
  let moment: Moment<Setting, Run> | undefined;
  const tellScrub = playhead(svg, l.rows, stage, () => moment!);
  const drawLevel = level(svg, l.shape, stage, () => moment!);
  return {
    draw(next) {
      moment = next;
      const { result: r, values: v, t } = next;
      const c = closeUp(r, v, t);
      sound.draw(r, t);
      drawNear(r, c, t, v.add);
      drawShape(r, c, v.add);
      drawPoles(c);
      drawLevel();
      tellScrub();
    },
    destroy: () => {
      sound.destroy();
      under.remove();
    },
  };
}

/** Moves the playhead, over both rows. */
function playhead(
  svg: Root,
  l: Rows,
  stage: Stage<Setting, Phrase>,
  now: () => Moment<Setting, Run>,
) {
  const hopAt = (x: number) => {
    const { noisy } = now().result;
    const sample = ((x - l.left) / (l.right - l.left)) * noisy.length;
    return Math.floor(sample / HOP);
  };
  const plot = box({ left: l.left, right: l.right, top: l.top, bottom: bottomOf(l) });
  const tell = scrub(svg, plot, {
    label: stage.say("scrub"),
    at: hopAt,
    t: () => now().t,
    seek: stage.seek,
  });
  return () => {
    const { t, result } = now();
    const seconds = Math.floor(t) * (HOP / SECOND);
    tell(Math.floor(t), `${fixed(seconds, 2)} s`, result.hops - 1);
  };
}

/** The noise as a line in the spectrum, to be dragged up and down: it sets the ratio. */
function level(
  svg: Root,
  box: Box,
  stage: Stage<Setting, Phrase>,
  now: () => Moment<Setting, Run>,
) {
  const g = svg.append<SVGGraphicsElement>("g").attr("data-symbol", "R");
  stroke(g, "hit").attr("d", `M${box.left} -10H${box.right}V10H${box.left}z`);
  stroke(g, "speech-level").attr("d", `M${box.left} 0H${box.right}`);
  g.append("circle").attr("class", "handle").attr("cx", box.right).attr("r", 6);
  write(g, box.right - 9, -5, "end", stage.say("noise"), "tick halo");
  const set = (snr: number) =>
    stage.set({ snr: Math.max(-10, Math.min(30, Math.round(snr))), add: true });
  graspable(g, {
    label: stage.say("level"),
    free: true,
    // The line crosses the whole picture: a finger takes its knob.
    takes: (e) => e.pointerType !== "touch" || pointed(g.node()!, e)[0] > box.right - 24,
    move: (_, y) => {
      set(-above(box, y));
    },
    nudge: (dx, dy) => set(now().values.snr + dx - dy),
  });
  return () => {
    const { result: r, values: v } = now();
    const y = heights(box, powerOf(r))(10 * Math.log10(r.R + 1e-30));
    const lowest = box.bottom;
    g.attr("display", v.add ? null : "none");
    g.attr("transform", `translate(0,${Math.min(y, lowest).toFixed(1)})`);
    tellValue(g, `${format(v.snr)} dB`, v.snr, -10, 30);
  };
}
