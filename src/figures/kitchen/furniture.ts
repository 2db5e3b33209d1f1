import type { Box } from "../../draw/box.ts";
import { p, stroke, write, type Pen } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import { ring } from "./dishes.ts";
import type { Layout, Plan } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import type { Stand } from "./stand.ts";

type Say = (phrase: Phrase) => string;

const names = {
  seed: ["table", "counterWord", "stove"],
  kitchen: ["fridge", "counterWord", "stove"],
  gpu: ["memory", "sram", "alu"],
} as const;

/** Fridge, counter and stove with their names, the lane between them, and the article's spices. */
export function furniture(pen: Pen, { dish }: Layout, say: Say) {
  const lane = stroke(pen, "kitchen-lane");
  const boxes = stroke(pen, "kitchen-box");
  const slots = stroke(pen, "kitchen-slot");
  const flame = stroke(pen, "kitchen-flame");
  const words = [write(pen, 0, 0), write(pen, 0, 0, "middle"), write(pen, 0, 0, "middle")] as const;
  const far = write(pen, 0, 0, "middle");
  const drawJars = jars(pen);
  return (at: Plan, v: Setting, which: 0 | 1, stand: Stand) => {
    const { fridge, counter, stove } = at;
    const home = v.story === "seed";
    boxes.attr("d", (home ? [fridge, stove] : [fridge, counter, stove]).map(rounded).join(""));
    const free = Array.from({ length: home ? 0 : v.counter }, (_, k) => ring(...at.place(k), dish));
    slots.attr("d", free.join("") + ring(stove.cx, stove.cy, p(dish * 1.6)));
    [fridge.left, counter.cx, stove.cx].forEach((x, k) =>
      words[k]!.attr("x", p(x))
        .attr("y", fridge.top - 7)
        .text(home && k === 1 ? "" : say(names[v.story][k]!)),
    );
    lane.attr("d", home ? "" : laneOf(at, v));
    far
      .attr("x", p((fridge.right + counter.left) / 2))
      .attr("y", p(fridge.top + 14))
      .text(v.story === "kitchen" ? `${format(v.far)} ${say("minutes")}` : "");
    flame.attr("d", stand.doing?.kind === "cook" ? flames(stove, dish * 1.6) : "");
    drawJars(at, v, which);
  };
}

/** Along the corridor, with a mark for each whole minute. */
function laneOf({ fridge, counter, lane, ends }: Plan, v: Setting): string {
  const y = lane + 17;
  let d = `M${p(fridge.right)} ${p(y)}H${p(ends[1] + 14)}`;
  const minute = (counter.left - fridge.right) / Math.max(1, v.far);
  if (v.story === "kitchen")
    for (let k = 0; k <= v.far; k++) d += `M${p(fridge.right + k * minute)} ${p(y - 3)}v6`;
  return d;
}

const rounded = ({ left, top, width, height }: Box) =>
  `M${p(left + 4)} ${p(top)}h${p(width - 8)}q4 0 4 4v${p(height - 8)}q0 4 -4 4h${p(8 - width)}q-4 0 -4 -4v${p(8 - height)}q0 -4 4 -4z`;

function flames({ cx, cy }: Box, r: number): string {
  return Array.from({ length: 8 }, (_, k) => {
    const [x, y] = [Math.cos((k * Math.PI) / 4 + 0.4), Math.sin((k * Math.PI) / 4 + 0.4)];
    const at = (size: number) => `${p(cx + x * size)} ${p(cy + y * size)}`;
    return `M${at(r + 2)}L${at(r + 6)}`;
  }).join("");
}

/** The article's spices: a jar for each, or one of all. */
function jars(pen: Pen) {
  const outline = stroke(pen, "kitchen-jar");
  const texts = Array.from({ length: 6 }, () => write(pen, 0, 0, "middle", "", "value"));
  return ({ stove }: Plan, v: Setting, which: 0 | 1) => {
    const all = Array.from({ length: v.story === "seed" ? v.steps : 0 }, (_, k) => String(k + 1));
    const labels = which === 1 && all.length > 0 ? [all.join("+")] : all;
    const wide = which === 1 ? 8 + 14 * v.steps : 17;
    let d = "";
    texts.forEach((text, k) => {
      const [x, y] = [stove.left + (k % 3) * 23, stove.bottom + 22 + Math.floor(k / 3) * 30];
      if (k < labels.length)
        d += `M${p(x)} ${p(y)}h${wide}v19h${-wide}zM${p(x + 2)} ${p(y)}v-4h${wide - 4}v4`;
      text
        .attr("x", p(x + wide / 2))
        .attr("y", p(y + 14))
        .text(labels[k] ?? "");
    });
    outline.attr("d", d);
  };
}
