import { box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { cellAt } from "../../draw/heatMap.ts";
import { linear, picture, type Root } from "../../draw/picture.ts";
import { scrub, surface } from "../../draw/scrub.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { classes } from "./classes.ts";
import { deltaOf, heardAt, lastRead, saidAt, type Run } from "./compute.ts";
import { compact, wide, type Layout } from "./layout.ts";
import { maps } from "./maps.ts";
import { notes } from "./notes.ts";
import { stepsOf } from "./orders.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { PIXELS, SIDE } from "./sheet.ts";

/** Above, the sheet and two maps over its cells; below, the ten digits' probabilities as they unfold; then what the model is. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  let moment: Moment<Setting, Run>;
  const drawMaps = maps(mute, layout, say, stage.compact);
  const drawClasses = classes(mute, layout, say("classes"));
  const drawNotes = notes(mute, layout, say);
  const point = pointing(svg, layout, stage, () => moment);
  const { left, right } = layout.classes;
  const tell = scrub(svg, layout.classes, {
    label: say("scrub"),
    at: linear(left, right, 0, PIXELS),
    t: () => moment.t,
    seek: stage.seek,
  });
  return {
    draw(next) {
      moment = next;
      drawMaps(next);
      drawClasses(next);
      drawNotes(next);
      point();
      const { digit, share } = saidAt(next.result, lastRead(next.t));
      const spoken = Number.isNaN(digit) ? say("none") : `${digit}: ${format(100 * share)} %`;
      tell(Math.floor(next.t), `${Math.floor(next.t)}: ${spoken}`, PIXELS);
    },
    destroy: () => svg.remove(),
  };
}

/** A cell of any of the three maps, pointed at or reached with the arrow keys, is where the playhead goes. */
function pointing(
  svg: Root,
  layout: Layout,
  { say, seek }: Stage<Setting, Phrase>,
  now: () => Moment<Setting, Run>,
) {
  const all = [layout.sheet, layout.delta, layout.heard];
  const area = box({
    left: all[0]!.left,
    right: all[2]!.right,
    top: all[0]!.top,
    bottom: all[0]!.bottom,
  });
  const grip = surface(svg, area);
  const go = (row: number, col: number) => {
    const within = (x: number) => Math.max(0, Math.min(SIDE - 1, x));
    seek(stepsOf(now().result.order)[within(row) * SIDE + within(col)]! + 1);
  };
  const place = () => {
    const pixel = now().result.order[Math.max(0, lastRead(now().t))]!;
    return [Math.floor(pixel / SIDE), pixel % SIDE] as const;
  };
  graspable(grip, {
    label: say("point"),
    free: true,
    move: (x, y) => {
      const at = all.findLast(({ left }) => x >= left) ?? all[0]!;
      const { row, col } = cellAt(at, { rows: SIDE, cols: SIDE }, x, y);
      go(row, col);
    },
    nudge: (dx, dy) => {
      const [row, col] = place();
      go(row - dy, col + dx);
    },
  });
  return () => {
    const { result: r, values: v, t } = now();
    const step = lastRead(t);
    const [row, col] = place();
    const [delta, heard] = [deltaOf(r, v)?.[step], heardAt(r, v, step)?.[step]];
    const numbers = [
      delta && `Δ ${format(delta)}`,
      heard && `${say("shortHeard")} ${format(heard)}`,
    ];
    const spoken = [
      `${say("pixel")} ${row + 1}, ${col + 1}`,
      `${say("ink")} ${r.sheet[row * SIDE + col]!}`,
      ...numbers,
    ];
    tellValue(grip, spoken.filter(Boolean).join("; "), step + 1, 0, PIXELS);
  };
}
