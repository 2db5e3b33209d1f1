import { grown } from "../../draw/box.ts";
import { linear, picture, stroke, tenth } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import { sketch } from "../../draw/sketch.ts";
import { widthOf } from "../../draw/text.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { chosen, rowOf, type Run } from "./compute.ts";
import { corners } from "./corners.ts";
import { course } from "./course.ts";
import { compact, wide } from "./layout.ts";
import type { Setting } from "./params.ts";
import { across, inputScale, past } from "./past.ts";
import type { Phrase } from "./phrases.ts";
import { terms } from "./terms.ts";
import { weigh, weights } from "./weights.ts";

/** The past, its weight, what the chosen number weighs it with, that number over time, and the terms of its slope. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("picture"));
  let moment: Moment<Setting, Run> | undefined;
  const cursor = stroke(mute, "cursor");
  const group = () => mute.append("g");
  const drawPast = past(group(), layout, say);
  const parts = [
    weights(group(), layout, say),
    weigh(group(), layout, say),
    course(group(), layout, say),
    terms(group(), layout, say),
  ];
  const pencil = layout.past.right - widthOf(say("draw"), layout.type);
  const tell = sketch(svg, {
    box: layout.past,
    label: say("sketch"),
    now: () => ({ u: moment!.result.u, input: moment!.values.input, t: moment!.t }),
    valueAt: (py) => {
      const { most } = inputScale(layout, moment!);
      const { top, bottom } = layout.past;
      return Math.max(-most, Math.min(most, linear(bottom, top, -most, most)(py)));
    },
    draw: (input) => stage.set({ input }),
    seek: stage.seek,
  });
  const tellTime = scrub(svg, grown(layout.course, 6), {
    label: say("scrub"),
    at: (px) => {
      const { left, right } = layout.course;
      return linear(left, right, 0, moment!.result.u.length)(px) - 1;
    },
    t: () => moment!.t,
    seek: stage.seek,
  });
  const hands = corners(svg, layout, stage);
  return {
    draw(next) {
      moment = next;
      const { result: r, values: v } = next;
      const t = Math.floor(next.t);
      const x = tenth(across(layout, r.u.length)(t + 1));
      cursor.attr("d", `M${x} ${layout.past.top}V${layout.course.bottom}`);
      drawPast(next, pencil);
      for (const draw of parts) draw(next);
      hands(next);
      tell();
      const c = rowOf(r.c, r, t)[chosen(v)]!;
      tellTime(t, `t = ${t}, c = ${format(c)}`, r.u.length - 1);
    },
    destroy: () => svg.remove(),
  };
}
