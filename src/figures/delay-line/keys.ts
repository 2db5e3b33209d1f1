import { surface } from "../../draw/scrub.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { type Pen, type Root, stroke } from "../../draw/picture.ts";
import { memoryIds, type MemoryId } from "../../models/recall/memory.ts";
import { dashes, type Layout } from "./layout.ts";

const LINE = 22;

/** Which line is which memory; one is chosen by pointing at it or with the arrow keys. */
export function keys(
  pen: Pen,
  svg: Root,
  { keys: { left, right, y, columns } }: Layout,
  say: (word: MemoryId | "chooseMemory") => string,
  choose: (id: MemoryId) => void,
) {
  const width = (right - left) / columns;
  const place = (i: number) => [left + (i % columns) * width, y + Math.floor(i / columns) * LINE];
  const names = memoryIds.map((id, i) => {
    const [px, py] = place(i) as [number, number];
    const g = pen.append("g").attr("transform", `translate(${px},${py})`);
    const line = stroke(g, "line").attr("d", "M0 -4H22").attr("stroke-dasharray", dashes[id]);
    const text = g.append("text").attr("class", "tick").attr("x", 27).text(say(id));
    return { id, g, line, text };
  });
  const ground = surface(
    svg,
    {
      left: left - 4,
      top: y - 18,
      width: right - left + 8,
      height: Math.ceil(memoryIds.length / columns) * LINE + 4,
    },
    "choosing",
  );
  let chosen = 0;
  const pick = (i: number) => {
    const id = memoryIds[Math.max(0, Math.min(memoryIds.length - 1, i))]!;
    if (id !== memoryIds[chosen]) choose(id);
  };
  graspable(ground, {
    label: say("chooseMemory"),
    move: (px, py, first) => {
      if (!first) return;
      const column = Math.max(0, Math.min(columns - 1, Math.floor((px - left) / width)));
      pick(column + columns * Math.max(0, Math.floor((py - y + 16) / LINE)));
    },
    nudge: (dx, dy) => pick(chosen + dx - dy),
  });
  return (id: MemoryId) => {
    chosen = memoryIds.indexOf(id);
    for (const name of names) {
      const mine = name.id === id;
      name.line
        .attr("data-symbol", mine ? "uhat" : null)
        .attr("class", mine ? "line" : "mode other");
      name.text.classed("strong", mine);
    }
    tellValue(ground, say(id), chosen, 0, memoryIds.length - 1);
  };
}
