import { surface } from "../../draw/scrub.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { picture, type Root, stroke, write } from "../../draw/picture.ts";
import { nameOf } from "../../gpu/device.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { axes } from "./axes.ts";
import { LEAST, type Run } from "./compute.ts";
import { curves } from "./curves.ts";
import { compact, wide, type Layout } from "./layout.ts";
import { methods, type Method } from "./methods.ts";
import { names } from "./names.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { lookedAt } from "./readouts.ts";
import { recordedFor, recording } from "./recorded.ts";
import { curveOf, scalesOf, type Scales } from "./scales.ts";
import { powerOf } from "../../kit/units.ts";

type Say = (word: Phrase) => string;

/** Time against length for each method, as the results come in; below, how far each result is from the truth. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("whole"));
  const drawAxes = axes(mute, layout, { error: say("error"), length: say("length") });
  const cursor = stroke(mute, "cursor");
  const drawCurves = curves(mute, layout, say("off"));
  const drawNames = names(mute, layout, say, (method) => stage.set({ method }));
  const lines = [0, 1].map((k) => write(mute, 2, 13 + 18 * k, "start", "", "tick scan-machine"));
  const note = write(mute, 2, layout.notes);
  let now: Moment<Setting, Run>;
  let scales: Scales;
  const look = hand(svg, layout, say, {
    at: () => now.values.at,
    power: (x) => scales.power(x),
    set: (at) => stage.set({ at: Math.max(LEAST, Math.min(now.values.most, Math.round(at))) }),
  });
  return {
    draw(moment) {
      now = moment;
      const { result: r, values: v, ghost } = moment;
      const pinned =
        ghost && ghost.values.plot === v.plot
          ? curveOf(ghost.result, ghost.values, ghost.values.method)
          : [];
      scales = scalesOf(moment, layout, pinned);
      const L = r.sizes[lookedAt(r, v)]!;
      drawAxes(scales, v, say(v.plot === "time" && v.away ? "timeAway" : v.plot));
      drawCurves(r, v, scales, pinned);
      drawNames(r, v, scales);
      cursor.attr("d", `M${scales.x(L).toFixed(1)} ${layout.top}V${layout.errorBottom}`);
      const told = v.plot === "time" ? [machine(r, say), recorded(v, say)].filter(Boolean) : [];
      lines.forEach((line, k) => line.text(cut(told[k] ?? "", layout.letters)));
      note.text(v.plot === "time" ? endings(r, v, say) : "");
      look(L);
    },
    destroy: () => svg.remove(),
  };
}

/** What the times were taken on. */
function machine({ device, absence, cores, measured }: Run, say: Say): string {
  if (!measured) return say("empty");
  const processor = cores === undefined ? "" : ` · ${cores} ${say("cores")}`;
  if (!device || absence) return `${say("noCard")}${processor}`;
  return `${say("onThisCard")}: ${nameOf(device) || say("unnamed")}${processor}`;
}

const recorded = (v: Setting, say: Say): string =>
  v.recorded && recordedFor(v).length > 0
    ? `${say("recordedOn")}: ${recording.card}, ${recording.date}, ${recording.engine}, ${recording.processor}`
    : "";

/** Why curves end before the axis does; the first reason that applies. */
function endings({ stopped = {}, sizes }: Run, v: Setting, say: Say): string {
  const reasons = new Set(methods.map((m: Method) => stopped[m]));
  if (sizes.at(-1)! < 2 ** v.most) return say("stopsPairs");
  if (reasons.has("long")) return say("stopsLong");
  if (reasons.has("slow")) return say("stopsSlow");
  return reasons.has("unsaid") ? say("stopsEarly") : "";
}

const cut = (text: string, letters: number) =>
  text.length > letters ? `${text.slice(0, letters - 1)}…` : text;

interface Reins {
  at(): number;
  power(x: number): number;
  set(at: number): void;
}

/** The length looked at, to drag over the whole plot. */
function hand(svg: Root, at: Layout, say: Say, { at: now, power, set }: Reins) {
  const ground = surface(svg, {
    left: at.left,
    top: at.top,
    width: at.right - at.left,
    height: at.errorBottom - at.top,
  });
  graspable(ground, {
    label: say("look"),
    move: (x) => set(power(x)),
    nudge: (dx, dy) => set(now() + dx + dy),
  });
  return (L: number) => {
    const p = Math.log2(L);
    tellValue(ground, `L = ${powerOf(2, p)} = ${L}`, p, LEAST, 20);
  };
}
