import { key } from "../../draw/key.ts";
import { picture, type Root } from "../../draw/picture.ts";
import { scrub } from "../../draw/scrub.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import { answers } from "./answers.ts";
import type { Run } from "./compute.ts";
import { compact, type Layout, wide } from "./layout.ts";
import { missedBars } from "./missed.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { tape, tokens } from "./tape.ts";
import { register, sums } from "./told.ts";
import { weights } from "./weights.ts";

/** A row of tokens, the weights over it, and the answers beside what was asked. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const parts = [
    tape(mute.append("g"), layout, say),
    weights(mute.append("g"), layout, say),
    sums(mute.append("g"), layout, say),
    register(mute.append("g"), layout, say),
    missedBars(mute.append("g"), layout, say),
    answers(mute.append("g"), layout),
  ];
  const lay = key(
    mute.append("g"),
    {
      left: stage.compact ? 4 : 60,
      right: layout.width - 4,
      y: layout.key,
      ...(stage.compact && { line: 19, size: 13.5 }),
    },
    [
      { look: "why-weight", symbol: "K", word: say("onToken"), as: "area" },
      { look: "why-weight pale", symbol: "K", word: say("onBlank"), as: "area" },
      {
        look: "why-wanted",
        symbol: "u",
        word: say("wanted"),
        as: "M3 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0",
      },
      { look: "dots big", symbol: "y", word: say("got"), as: "dot" },
      { look: "why-miss", word: say("off") },
      { look: "why-open", symbol: "gate", word: say("open"), as: "area" },
    ],
  );
  let now: Moment<Setting, Run>;
  const tell = playhead(svg, layout, stage, () => now);
  const drawTokens = tokens(svg, layout, stage, () => now);
  return {
    draw(moment) {
      now = moment;
      for (const draw of parts) draw(moment);
      drawTokens(moment);
      lay((k) => k < 5 || moment.values.memory === "gate");
      tell();
    },
    destroy: () => svg.remove(),
  };
}

/** The weights are a place to move the playhead. */
function playhead(
  svg: Root,
  layout: Layout,
  stage: Stage<Setting, Phrase>,
  now: () => Moment<Setting, Run>,
) {
  const { weights: box, x, column } = layout;
  const tell = scrub(svg, box, {
    label: stage.say("dragTime"),
    at: (px) => (px - x(0)) / column,
    t: () => now().t,
    seek: stage.seek,
  });
  return () => {
    const { result: r, t } = now();
    const at = Math.floor(t);
    const spoken = r.places
      .map((p) => ({ p, w: r.heard.data[at * r.heard.cols + p]! }))
      .filter(({ w }) => Math.abs(w) > 0.005)
      .map(({ p, w }) => `${fixed(w)} · u(${p})`);
    tell(at, `t = ${at}, y = ${[...spoken, fixed(r.y[at]!)].join(", ")}`, r.u.length - 1);
  };
}
