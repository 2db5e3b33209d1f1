import { ticks, type Tick } from "../../draw/axis.ts";
import { box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { key } from "../../draw/key.ts";
import { linear, picture, plate, stroke, write, type Pen, type Root } from "../../draw/picture.ts";
import { surface } from "../../draw/scrub.ts";
import type { Stage, View } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

type Say = Stage<Setting, Phrase>["say"];

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
  const { say } = stage;
  const places = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, places.width, 366, say("whole"));
  const drawRows = rowsIn(mute, places, say);
  key(mute, { left: 8, right: places.width - 4, y: 358 }, [
    { look: "goal", word: say("base") },
    { look: "ablation-dot focus", word: say("here"), as: `M9 0${FOCUS}` },
    { look: "ablation-dot", word: say("others"), as: `M9 0${DOT}` },
  ]);
  const tell = hand(svg, places, stage);
  return {
    draw({ result }) {
      drawRows(result);
      tell(result);
    },
    destroy: () => svg.remove(),
  };
}

const stepOf = ({ table }: Run) => Math.min(MOST, Math.max(STEP, ROOM / table.rows.length));

function rowsIn(mute: Pen, { width, names, left, right }: Places, say: Say) {
  const band = plate(mute, "ablation-band", { left: 2, top: 0, width: width - 4, height: 0 }, 6);
  const guides = stroke(mute, "axis");
  const base = stroke(mute, "goal");
  const gain = stroke(mute, "ablation-gain");
  const dots = stroke(mute, "ablation-dot");
  const focus = stroke(mute, "ablation-dot focus");
  const [tellRows, tellFocus, tellAxis] = [ticks(mute), ticks(mute, "tick strong"), ticks(mute)];
  const unit = write(mute, left, 330);
  return (r: Run) => {
    const { rows, from, to, unit: of } = r.table;
    const x = linear(from, to, left, right);
    const y = (i: number) => TOP + (i + 0.5) * stepOf(r);
    const [first, end] = [x(rows[0]!.value).toFixed(1), TOP + rows.length * stepOf(r)];
    const all = rows.map((_, i) => i);
    const known = all.slice(0, r.known);
    const place = (i: number) => `M${x(rows[i]!.value).toFixed(1)} ${y(i).toFixed(1)}`;
    band.attr("y", y(r.at) - stepOf(r) / 2).attr("height", stepOf(r));
    guides.attr("d", all.map((i) => `M${left} ${y(i).toFixed(1)}H${right}`).join(""));
    base.attr("d", `M${first} ${TOP}V${end.toFixed(1)}`);
    gain.attr("d", `${place(r.at)}H${first}`);
    dots.attr("d", known.map((i) => (i === r.at ? "" : place(i) + DOT)).join(""));
    focus.attr("d", place(r.at) + FOCUS);
    const digits = of === "perplexity" ? 2 : 1;
    const told = (i: number): Tick[] => [
      { x: names, y: y(i) + 4, text: say(rows[i]!.name), anchor: "end" },
      {
        x: width - 8,
        y: y(i) + 4,
        text: i < r.known ? rows[i]!.value.toFixed(digits) : "?",
        anchor: "end",
      },
    ];
    tellRows(all.filter((i) => i !== r.at).flatMap(told));
    tellFocus(told(r.at));
    const ends = of === "perplexity" ? [9, 10, 11] : [0, 50, 100];
    tellAxis(ends.map((v) => ({ x: x(v), y: end + 16, text: v, anchor: "middle" })));
    unit.attr("y", end + 34).text(say(of));
  };
}

/** A row is pointed at or walked to. */
function hand(svg: Root, { width }: Places, { say, set }: Stage<Setting, Phrase>) {
  const area = box({ left: 2, top: TOP, width: width - 4, height: ROOM });
  const ground = surface(svg, area, "choosing");
  let now: Run;
  const choose = (at: number) => set({ row: 1 + Math.max(0, Math.min(now.known - 1, at)) });
  graspable(ground, {
    label: say("choose"),
    move: (_, py) => choose(Math.floor((py - TOP) / stepOf(now))),
    nudge: (dx, dy) => choose(now.at + dx - dy),
  });
  return (r: Run) => {
    now = r;
    tellValue(ground, `${say(r.focus.name)}: ${r.focus.value}`, r.at + 1, 1, r.known);
  };
}
