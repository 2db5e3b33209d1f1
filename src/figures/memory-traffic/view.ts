import { scrub } from "../../draw/scrub.ts";
import { linear, picture, type Root } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { bars, blocks } from "./blocks.ts";
import type { Run } from "./compute.ts";
import { compact, wide, type Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { soFar } from "./readouts.ts";
import { roofline } from "./roofline.ts";
import { ways, type Way } from "./tensors.ts";
import { times } from "./times.ts";

/** Blocks between memory and chip; or both sides under the card's roof; or their times. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const groups = {
    blocks: mute.append("g").attr("class", "traffic-moves"),
    roofline: mute.append("g"),
    measured: mute.append("g"),
  };
  const drawApart = blocks(groups.blocks, layout, "apart", say);
  const drawFused = blocks(groups.blocks, layout, "fused", say);
  const drawBars = bars(groups.blocks, layout, say);
  const drawRoofline = roofline(groups.roofline, layout, say);
  const drawTimes = times(groups.measured, layout, say);
  let now: Moment<Setting, Run>;
  const tell = playhead(svg, layout, stage, () => now);
  return {
    draw(moment) {
      now = moment;
      const { result: r, values: v, t } = moment;
      for (const [name, group] of Object.entries(groups))
        group.attr("display", name === v.show ? null : "none");
      tell.grip.attr("display", v.show === "blocks" ? null : "none");
      const hides = hidden(moment.withheld);
      if (v.show === "roofline") return drawRoofline(r, v, hides);
      if (v.show === "measured") return drawTimes(r, v, hides);
      drawApart(r, v, t);
      drawFused(r, v, t);
      drawBars(r, { apart: soFar(r.apart, t), fused: soFar(r.fused, t) }, hides);
      tell(Math.floor(t), spoken(r, t, say), lastOf(r));
    },
    destroy: () => svg.remove(),
  };
}

/** The sides whose numbers a question withholds: where it asks for a ratio, both. */
function hidden(withheld: Moment<Setting, Run>["withheld"]): ReadonlySet<Way> {
  const names = [...(withheld ?? [])];
  const both = names.some((name) => name === "picture" || /ratio$/i.test(name));
  return new Set(
    ways.filter((way) => both || names.some((name) => name.toLowerCase().includes(way))),
  );
}

const lastOf = (r: Run) => Math.max(r.apart.programs.length, r.fused.programs.length);

const spoken = (r: Run, t: number, say: (word: Phrase) => string) =>
  (["apart", "fused"] as const)
    .map((way) => {
      const word = say(way === "apart" ? "apartBar" : "fusedBar");
      return `${word} ${Math.min(Math.floor(t), r[way].programs.length)} / ${r[way].programs.length}`;
    })
    .join(", ");

/** The bars are also a place to move the playhead. */
function playhead(
  svg: Root,
  at: Layout,
  stage: Stage<Setting, Phrase>,
  now: () => Moment<Setting, Run>,
) {
  const { rows, from, to } = at.bars;
  const area = { left: from, top: rows[0] - 12, width: to - from, height: rows[1] - rows[0] + 16 };
  return scrub(svg, area, {
    label: stage.say("scrub"),
    at: (px) => linear(from, to, 0, lastOf(now().result))(px),
    t: () => now().t,
    seek: stage.seek,
  });
}
