import { brief } from "../../draw/brief.ts";
import { stroke, tenth, type Anchor, type Pen } from "../../draw/picture.ts";
import { widthOf } from "../../draw/text.ts";
import type { Run } from "./compute.ts";
import { side, type Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import type { Move } from "./programs.ts";
import { bytesIn, onChip, touches, type Arrangement } from "./slots.ts";
import { tensors, type TensorId, type Way } from "./tensors.ts";

type Say = (word: Phrase) => string;
type Standing = Arrangement["slots"][number];

/** One side as it stands now. */
export interface Told {
  readonly laid: Arrangement;
  readonly top: number;
  readonly r: Run;
  readonly v: Setting;
  readonly way: Way;
  readonly unit: number;
  readonly moves: readonly Move[];
}

interface Word {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly look?: string;
  readonly anchor?: Anchor;
  readonly id?: TensorId;
}

/** Letters, shapes and sizes of the blocks; on the road, arrows with what this program moves. */
export function words(pen: Pen, at: Layout, say: Say) {
  const arrows = stroke(pen, "traffic-arrows");
  const g = pen.append("g");
  return (told: Told) => {
    const { laid, top, r, way } = told;
    const seen = laid.slots.filter(({ slot }) =>
      slot.blocks.some((id) => touches(r, way, id) || onChip(r, way, id)),
    );
    const list = [
      ...seen.flatMap((one) => [...under(one, told, at, say), ...beside(one, told, at)]),
      ...seen.flatMap((one) => moved(one, told, at)),
      ...unwritten(seen, told, say),
    ];
    arrows.attr("d", seen.map((one) => arrow(one, told)).join(""));
    g.selectAll<SVGTextElement, Word>("text")
      .data(list)
      .join("text")
      .attr("class", ({ look }) => `tick ${look ?? ""}`.trim())
      .attr("data-symbol", ({ id }) => (id && tensors[id].symbol) ?? null)
      .attr("x", ({ x }) => tenth(x))
      .attr("y", ({ y }) => tenth(top + y))
      .attr("text-anchor", ({ anchor = "middle" }) => (anchor === "start" ? null : anchor))
      .text(({ text }) => text);
  };
}

const digits = ({ compact }: Layout) => (compact ? 4 : 5);
const middle = ({ slot, centre, x }: Standing) => (slot.named ? centre : x);

/** Name and bytes below, the shape within where it fits. */
function under(one: Standing, { laid, r, v, way, unit }: Told, at: Layout, say: Say): Word[] {
  const { slot, blocks } = one;
  const first = blocks[0]!;
  const { letter, shape } = tensors[first.id];
  const x = middle(one);
  const used = slot.blocks.filter((id) => touches(r, way, id));
  const bytes = used.reduce((sum, id) => sum + bytesIn(id, r, v), 0);
  const size = used.length === 0 ? "—" : brief(bytes / unit, digits(at));
  const short = shape.replaceAll(" ", "");
  const room = first.height > 16 && widthOf(short, at.type) < laid.width - 4;
  const name: Word = slot.name
    ? { x, y: side.letter, text: (at.compact && slot.short) || say(slot.name) }
    : { x, y: side.letter, text: letter, look: "traffic-letter", id: first.id };
  const within: Word = {
    x,
    y: side.floor - first.height / 2 + 4,
    text: short,
    look: "traffic-shape",
  };
  return [name, { x, y: side.bytes, text: size }, ...(room && !slot.name ? [within] : [])];
}

/** Letters beside the blocks of a stack. */
function beside({ slot, x, blocks }: Standing, { laid, r, way }: Told, at: Layout): Word[] {
  if (!slot.named) return [];
  return blocks
    .filter(({ id }) => touches(r, way, id))
    .map(({ id, bottom, height }) => {
      const { letter } = tensors[id];
      return {
        x: x - laid.width / 2 - 4,
        y: side.floor - bottom - height / 2 + 4,
        text: at.compact ? letter.replace(/^(d.).*/, "$1…") : letter,
        look: "traffic-letter",
        anchor: "end",
        id,
      };
    });
}

/** Bytes that this program reads from a slot and writes to it. */
function traffic({ slot }: Standing, { moves }: Told) {
  const here = moves.filter(({ tensor }) => slot.blocks.includes(tensor));
  return {
    read: here.reduce((sum, m) => sum + m.read, 0),
    written: here.reduce((sum, m) => sum + m.written, 0),
  };
}

function moved(one: Standing, told: Told, at: Layout): Word[] {
  if (at.compact) return [];
  const { read, written } = traffic(one, told);
  const all = [read, written].filter((n) => n > 0);
  return all.map((n, k) => ({
    x: middle(one) + (all.length > 1 ? 14 : 8),
    y: all.length > 1 ? side.roads[k]! : side.road,
    text: brief(n / told.unit, digits(at)),
    look: "traffic-road",
    anchor: "start",
  }));
}

/** Down what is read, up what is written; side by side where a program does both. */
function arrow(one: Standing, told: Told): string {
  const { read, written } = traffic(one, told);
  const apart = read > 0 && written > 0 ? 6 : 0;
  const { top } = told;
  const [high, low] = [top + side.bottom + 3, top + side.chip - 3];
  const down = `M${tenth(middle(one) - apart)} ${high}V${low}m-4 -6l4 6l4 -6`;
  const up = `M${tenth(middle(one) + apart)} ${low}V${high}m-4 6l4 -6l4 6`;
  return `${read > 0 ? down : ""}${written > 0 ? up : ""}`;
}

/** Below the blocks that this side never writes. */
function unwritten(seen: readonly Standing[], { r, way }: Told, say: Say): Word[] {
  const never = seen.filter(({ slot }) => slot.blocks.every((id) => onChip(r, way, id)));
  if (never.length === 0) return [];
  return [{ x: (never[0]!.x + never.at(-1)!.x) / 2, y: side.road, text: say("never") }];
}
