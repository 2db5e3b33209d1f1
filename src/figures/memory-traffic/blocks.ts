import { plate, stroke, tenth, write, type Pen } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import { side, type Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import type { Move } from "./programs.ts";
import {
  arrange,
  bytesIn,
  onChip,
  present,
  touches,
  type Arrangement,
  type Place,
} from "./slots.ts";
import { programAt, stepOf } from "./steps.ts";
import { tensors, type TensorId, type Way } from "./tensors.ts";
import { unitFor } from "./units.ts";
import { words } from "./words.ts";

type Say = (word: Phrase) => string;

/** Everything of one side: its memory with the blocks, the road, the chip. */
export function blocks(pen: Pen, at: Layout, way: Way, say: Say) {
  const top = at.panels[way === "apart" ? 0 : 1];
  const [left, width] = [at.left, at.right - at.left];
  write(
    pen,
    left,
    top + side.title,
    "start",
    say(way === "apart" ? "apartTitle" : "fusedTitle"),
    "tick traffic-title",
  );
  const note = write(pen, at.right, top + side.title, "end");
  const rect = (look: string, from: number, to: number) =>
    plate(pen, look, { left, top: top + from, width, height: to - from }, 6);
  rect("traffic-memory", side.memory, side.bottom);
  const chip = rect("traffic-chip", side.chip, side.end);
  const doing = write(pen, left + width / 2, top + side.end - 7, "middle");
  const lying = pen.append("g");
  const moving = pen.append("g");
  const drawWords = words(pen, at, say);
  return (r: Run, v: Setting, t: number) => {
    const laid = arrange(r, v, at);
    const { programs } = r[way];
    const unit = unitFor(bytesIn("Abar", r, v));
    note.text(way === "apart" ? `${say("memory")} ${unit.name}` : at.compact ? "" : say("scale"));
    const k = programAt(t, programs.length);
    const now = programs[k];
    const busy = t > k && t < k + 1;
    chip.classed("lit", busy);
    doing.text(now ? lineOf(k, programs.length, say(now.name), now.times) : say("waits"));
    drawLying(lying, laid, top, r, v, way, t, now?.moves ?? []);
    drawWords({ laid, top, r, v, way, unit: unit.bytes, moves: now?.moves ?? [] });
    drawMoving(moving, laid, top, now?.moves ?? [], busy ? stepOf(t, k) : undefined);
  };
}

const lineOf = (k: number, all: number, name: string, times: number) =>
  `${k + 1}/${all}  ${name}${times > 1 ? `  ×${times}` : ""}`;

const lookOf = (id: TensorId) => tensors[id].symbol ?? null;

/** The blocks in memory: full where they lie, dashed where they will be written, a bare outline where they never are. */
function drawLying(
  pen: Pen,
  laid: Arrangement,
  top: number,
  r: Run,
  v: Setting,
  way: Way,
  t: number,
  moves: readonly Move[],
): void {
  const all = laid.slots
    .flatMap(({ blocks }) => blocks)
    .filter(({ id }) => touches(r, way, id) || onChip(r, way, id));
  pen
    .selectAll<SVGRectElement, Place>("rect")
    .data(all, ({ id }) => id)
    .join("rect")
    .attr("data-symbol", ({ id }) => lookOf(id))
    .attr("class", ({ id }) => {
      const here = present(r, v, way, id, t);
      const used = moves.some((m) => m.tensor === id);
      return `traffic-block ${here ? "here" : touches(r, way, id) ? "later-on" : "never"}${used ? " used" : ""}`;
    })
    .attr("x", ({ x }) => tenth(x - laid.width / 2))
    .attr("y", ({ bottom, height }) => tenth(top + side.floor - bottom - height))
    .attr("width", tenth(laid.width))
    .attr("height", ({ height }) => tenth(height));
}

/** Copies of the blocks on their way: down while they are fetched, then up while results are stored. */
function drawMoving(
  pen: Pen,
  laid: Arrangement,
  top: number,
  moves: readonly Move[],
  step: { readonly fetched: number; readonly stored: number } | undefined,
): void {
  const places = laid.slots.flatMap(({ blocks }) => blocks);
  const down = step !== undefined && step.fetched < 1;
  const list = step ? moves.filter((m) => (down ? m.read > 0 : m.written > 0)) : [];
  const way = step ? (down ? step.fetched : 1 - step.stored) : 0;
  const chip = (side.chip + side.end) / 2;
  const at = (id: TensorId) => {
    const { x, bottom, height } = places.find((place) => place.id === id)!;
    const from = side.floor - bottom - height / 2;
    const left = 1 - 0.85 * way; // on the chip there is never more than a piece of it
    const [w, h] = [laid.width * left, Math.max(1, height * left)];
    return { x: x - w / 2, y: top + from + (chip - from) * way - h / 2, w, h };
  };
  pen
    .selectAll<SVGRectElement, Move>("rect")
    .data(list, ({ tensor }) => tensor)
    .join("rect")
    .attr("class", "traffic-ghost")
    .attr("data-symbol", ({ tensor }) => lookOf(tensor))
    .attr("x", ({ tensor }) => tenth(at(tensor).x))
    .attr("y", ({ tensor }) => tenth(at(tensor).y))
    .attr("width", ({ tensor }) => tenth(at(tensor).w))
    .attr("height", ({ tensor }) => tenth(at(tensor).h));
}

/** What has been moved so far, on one scale; the outline is what will have been in the end. */
export function bars(pen: Pen, at: Layout, say: Say) {
  const { rows, from, to } = at.bars;
  const parts = (["apart", "fused"] as const).map((way, k) => {
    const y = rows[k]!;
    write(pen, from - 6, y, "end", say(way === "apart" ? "apartBar" : "fusedBar"));
    return {
      way,
      y,
      all: stroke(pen, "traffic-all"),
      done: stroke(pen, `traffic-done ${way}`),
      text: write(pen, to + 6, y, "start", "", "tick traffic-sum"),
    };
  });
  return (r: Run, moved: Readonly<Record<Way, number>>, hides: ReadonlySet<Way>) => {
    const most = Math.max(r.apart.bytes, r.fused.bytes);
    const bar = (y: number, bytes: number) =>
      `M${from} ${y - 10}h${tenth(((to - from) * bytes) / most)}v11H${from}z`;
    for (const { way, y, all, done, text } of parts) {
      const hide = hides.has(way);
      all.attr("d", hide ? "" : bar(y, r[way].bytes));
      done.attr("d", hide ? "" : bar(y, moved[way]));
      const unit = unitFor(r[way].bytes);
      text.text(hide ? "?" : `${format(moved[way] / unit.bytes)} ${unit.name}`);
    }
  };
}
