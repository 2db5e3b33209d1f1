import { ticks } from "../../draw/axis.ts";
import { box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { key } from "../../draw/key.ts";
import { linear, picture, plate, stroke, write } from "../../draw/picture.ts";
import { surface } from "../../draw/scrub.ts";
import type { Stage, View } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

const DOT = "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z";
const FOCUS = "m0 -7l7 7l-7 7l-7 -7z";

interface Places {
  readonly width: number;
  readonly names: number;
  readonly left: number;
  readonly right: number;
}
const wide: Places = { width: 680, names: 196, left: 214, right: 610 };
const compact: Places = { width: 360, names: 168, left: 180, right: 308 };
const [TOP, STEP, MOST, ROOM] = [14, 34, 44, 272];

/** A dot for each row of a table, the first one as a line that the others are held against. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say, set } = stage;
  const { width, names, left, right } = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, width, 366, say("whole"));
  const band = plate(mute, "ablation-band", { left: 2, top: 0, width: width - 4, height: 0 }, 6);
  const guides = stroke(mute, "axis");
  const base = stroke(mute, "goal");
  const gain = stroke(mute, "ablation-gain");
  const dots = stroke(mute, "ablation-dot");
  const focus = stroke(mute, "ablation-dot focus");
  const tellRows = ticks(mute);
  const tellValues = ticks(mute);
  const tellFocus = ticks(mute, "tick strong");
  const tellAxis = ticks(mute);
  const unit = write(mute, left, 330, "start");
  key(mute, { left: 8, right: width - 4, y: 358 }, [
    { look: "goal", word: say("base") },
    { look: "ablation-dot focus", word: say("here"), as: `M9 0${FOCUS}` },
    { look: "ablation-dot", word: say("others"), as: `M9 0${DOT}` },
  ]);
  const ground = surface(
    svg,
    box({ left: 2, top: TOP, width: width - 4, height: ROOM }),
    "choosing",
  );
  let now: Run | undefined;
  const step = () => Math.min(MOST, Math.max(STEP, ROOM / now!.table.rows.length));
  const choose = (at: number) =>
    set({ row: 1 + Math.max(0, Math.min(now!.table.rows.length - 1, at)) });
  graspable(ground, {
    label: say("choose"),
    move: (_, py) => choose(Math.floor((py - TOP) / step())),
    nudge: (dx, dy) => choose(now!.at + dx - dy),
  });
  return {
    draw({ result: r }) {
      now = r;
      const { rows, from, to, unit: of } = r.table;
      const x = linear(from, to, left, right);
      const y = (i: number) => TOP + (i + 0.5) * step();
      const end = TOP + rows.length * step();
      const mark = (i: number, shape: string) =>
        `M${x(rows[i]!.value).toFixed(1)} ${y(i).toFixed(1)}${shape}`;
      band.attr("y", y(r.at) - step() / 2).attr("height", step());
      guides.attr("d", rows.map((_, i) => `M${left} ${y(i).toFixed(1)}H${right}`).join(""));
      base.attr("d", `M${x(rows[0]!.value).toFixed(1)} ${TOP}V${end.toFixed(1)}`);
      gain.attr(
        "d",
        `M${x(rows[0]!.value).toFixed(1)} ${y(r.at).toFixed(1)}H${x(r.focus.value).toFixed(1)}`,
      );
      dots.attr("d", rows.map((_, i) => (i === r.at ? "" : mark(i, DOT))).join(""));
      focus.attr("d", mark(r.at, FOCUS));
      const name = (i: number) =>
        ({ x: names, y: y(i) + 4, text: say(rows[i]!.name), anchor: "end" }) as const;
      const all = rows.map((_, i) => i);
      tellRows(all.filter((i) => i !== r.at).map(name));
      tellFocus([name(r.at)]);
      const digits = of === "perplexity" ? 2 : 1;
      tellValues(
        all.map((i) => ({
          x: width - 8,
          y: y(i) + 4,
          text: rows[i]!.value.toFixed(digits),
          anchor: "end",
        })),
      );
      const ends = of === "perplexity" ? [9, 10, 11] : [0, 50, 100];
      tellAxis(ends.map((v) => ({ x: x(v), y: end + 16, text: v, anchor: "middle" })));
      unit.attr("y", end + 34).text(say(of));
      const spoken = `${say(r.focus.name)}: ${r.focus.value}`;
      tellValue(ground, spoken, r.at + 1, 1, rows.length);
    },
    destroy: () => svg.remove(),
  };
}
