import { graspable, type Grip, tellValue } from "../../draw/hand.ts";
import { cellAt } from "../../draw/heatMap.ts";
import { key } from "../../draw/key.ts";
import { type Pen, picture, type Root, write } from "../../draw/picture.ts";
import { surface } from "../../draw/scrub.ts";
import { format } from "../../kit/format.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import { mambaMap, placeOf, rowOf, type Run, transformerMap } from "./compute.ts";
import { compact, type Layout, type Place, wide } from "./layout.ts";
import { mapView } from "./mapView.ts";
import { glyph } from "./model.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

type Say = (word: Phrase) => string;
type Now = Moment<Setting, Run>;

const sides = [
  { map: mambaMap, name: "mReach", look: "lookMamba" },
  { map: transformerMap, name: "tReach", look: "lookHead" },
] as const;

/** The hidden attention of the Mamba beside the attention of the Transformer, over one text. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("wholePicture"));
  const maps = layout.places.map((place) => mapView(mute.append("g"), layout, place));
  const drawFoot = foot(mute, layout, say);
  let now: Now;
  const grips = sides.map(({ look }, k) =>
    grip(svg, layout.places[k]!, say(look), () => now, stage),
  );
  return {
    draw(moment) {
      now = moment;
      const { result: r, values: v, t, withheld } = moment;
      const place = placeOf(r, t);
      sides.forEach(({ map, name }, k) => {
        const found = withheld?.has("picture") ? undefined : map(r, v);
        const reach = found && !withheld?.has(name) ? rowOf(found, place).reach : undefined;
        maps[k]!({
          title: titleOf(k, v, say),
          map: found,
          characters: r.characters,
          now: place,
          half: reach === undefined ? undefined : halfWords(reach, say),
          full: say("full"),
        });
        tellValue(
          grips[k]!,
          spoken(r, found, place, reach, say),
          place,
          0,
          r.characters.length - 1,
        );
      });
      drawFoot(r);
    },
    destroy: () => svg.remove(),
  };
}

function titleOf(side: number, v: Setting, say: Say): string {
  const words = say(
    side === 0
      ? v.channel === 0
        ? "mambaMean"
        : "mambaTitle"
      : v.head === 0
        ? "headMean"
        : "headTitle",
  );
  return words.replace(/\{(layer|channel|block|head)\}/g, (_, name: keyof Setting) =>
    String(v[name]),
  );
}

/** A map under a pointer or the arrow keys: its row is looked at. */
function grip(
  svg: Root,
  { map: box }: Place,
  label: string,
  now: () => Now,
  { seek }: Stage<Setting, Phrase>,
): Grip {
  const ground = surface(svg, box, "choosing");
  graspable(ground, {
    label,
    free: true,
    move: (px, py) => {
      const T = now().result.characters.length;
      seek(cellAt(box, { rows: T, cols: T }, px, py).row);
    },
    nudge: (dx, dy) => {
      const { result: r, t } = now();
      seek(Math.max(0, Math.min(r.characters.length - 1, placeOf(r, t) + dx - dy)));
    },
  });
  return ground;
}

const halfWords = (reach: number, say: Say) => say("halfBack").replace("{mReach}", String(reach));

function spoken(
  r: Run,
  map: Matrix | undefined,
  t: number,
  reach: number | undefined,
  say: Say,
): string {
  const name = `${t + 1} “${glyph(r.characters[t]!)}”`;
  if (!map) return `${name}: –`;
  const { strongest, weights } = rowOf(map, t);
  const most = `${say("strongest")} ${strongest + 1} “${glyph(r.characters[strongest]!)}” ${format(weights[strongest]!)}`;
  return `${name}: ${most}${reach === undefined ? "" : `, ${halfWords(reach, say)}`}`;
}

/** What the marks say, what was skipped, and whether the maps are recorded. */
function foot(pen: Pen, layout: Layout, say: Say) {
  const { width, type } = layout;
  key(pen, { left: 4, right: width - 2, y: layout.key, size: type }, [
    { look: "hear-plus", word: say("positive"), as: "M2 -7h14v14h-14zM6 0h6M9 -3v6" },
    { look: "hear-minus", word: say("negative"), as: "M2 -7h14v14h-14zM6 0h6" },
    { look: "hear-row", word: say("rowWord"), as: "M1 -5h16v9h-16z" },
    { look: "hear-half", word: say("halfWord"), as: "M1 -2v5H17v-5" },
  ]);
  const status = write(pen, layout.footRight, layout.foot, "end", "", "tick strong");
  return (r: Run) => {
    const strange = r.strange.slice(0, 8).join(" ");
    const words = [
      strange && `${say("skippedWord")} ${strange}`,
      r.reading ? "" : say(r.recorded ? "record" : "onItsWay"),
    ];
    status.text(words.filter(Boolean).join(" · "));
  };
}
