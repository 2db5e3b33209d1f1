import { rung } from "../../draw/axis.ts";
import { surface, upright } from "../../draw/scrub.ts";
import type { Box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { linear, type Pen, type Root, stroke, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import { vote } from "../../models/recall/marked.ts";
import { memoryIds } from "../../models/recall/memory.ts";
import { mineOf, type Run } from "./compute.ts";
import { dashes, type Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { placesUpTo } from "./task.ts";

/** Right answers by how many places the mark may have, and of every memory at the present number. */
export function scores(
  pen: Pen,
  svg: Root,
  layout: Layout,
  say: (word: Phrase) => string,
  set: (patch: Partial<Setting>) => void,
) {
  const drawPlaces = byPlaces(pen, svg, layout.scores, say, set);
  const drawBars = bars(pen, svg, layout.bars, say, set);
  return (moment: Moment<Setting, Run>) => {
    if (!moment.result.marked) return;
    drawPlaces(moment);
    drawBars(moment);
  };
}

function byPlaces(
  pen: Pen,
  svg: Root,
  box: Box,
  say: (word: Phrase) => string,
  set: (patch: Partial<Setting>) => void,
) {
  const { left, right, top, height } = box;
  const log = linear(0, Math.log(64), left + 8, right);
  const x = (n: number) => log(Math.log(n));
  const y = linear(0.4, 1, top + height, top + 6);
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "uhat");
  axes(g, box, x, y, say);
  const path = (d: readonly (readonly [number, number])[]) =>
    d
      .filter(([, share]) => !Number.isNaN(share))
      .map(([n, share], i) => `${i ? "L" : "M"}${x(n).toFixed(1)} ${y(share).toFixed(1)}`)
      .join("");
  stroke(g, "goal").attr(
    "d",
    path(Array.from({ length: 64 }, (_, i) => [i + 1, vote(i + 1)] as const)),
  );
  write(g, x(2.3), y(0.81), "start", say("vote"), "tick halo");
  const lines = memoryIds.map((id) => ({
    id,
    line: stroke(g, "mode other").attr("stroke-dasharray", dashes[id]),
  }));
  const hold = placesGrip(svg, box, say("dragPlaces"), set);
  return ({ result: r, values: v }: Moment<Setting, Run>) => {
    const grid = placesUpTo(v.M);
    for (const { id, line } of lines) {
      const score = r.scores?.[id]?.right;
      line
        .attr("class", id === v.memory ? "line" : "mode other")
        .attr("d", score ? path(grid.map((n, k) => [n, score[k]!] as const)) : "");
    }
    const share = mineOf(r, v)?.right;
    hold(r.marked!.places, v.M, share, x(r.marked!.places), y(share ?? 0.5));
  };
}

function axes(
  g: Pen,
  box: Box,
  x: (n: number) => number,
  y: (share: number) => number,
  say: (word: Phrase) => string,
) {
  for (const share of [0.5, 0.75, 1]) rung(g, box, y(share), `${100 * share} %`);
  const { left, right, top, bottom } = box;
  const narrow = right - left < 200;
  for (const n of narrow ? [1, 4, 16, 64] : [1, 2, 4, 8, 16, 32, 64])
    write(g, x(n), bottom + 16, "middle", n);
  write(g, left - 44, top - 9, "start", say("right"));
  write(g, narrow ? left - 44 : right, bottom + 32, narrow ? "start" : "end", say("places"));
  write(g, right, y(0.5) + 15, "end", say("chance"));
}

/** The present number of places, to take hold of. */
function placesGrip(svg: Root, box: Box, label: string, set: (patch: Partial<Setting>) => void) {
  const { left, right } = box;
  const { grip, ring, put } = upright(svg, box, "uhat");
  let [held, most] = [1, 64];
  const keep = (n: number) => set({ places: Math.max(1, Math.min(most, Math.round(n))) });
  graspable(grip, {
    label,
    move: (px) => keep(64 ** ((px - left - 8) / (right - left - 8))),
    nudge: (dx, dy) => keep(held + dx + dy),
  });
  return (places: number, M: number, share: number | undefined, x: number, y: number) => {
    [held, most] = [places, M];
    put(x, y);
    ring.attr("display", share === undefined ? "none" : null);
    const spoken = share === undefined ? "–" : `${fixed(100 * share, 1)} %`;
    tellValue(grip, `${held}: ${spoken}`, held, 1, most);
  };
}

function bars(
  pen: Pen,
  svg: Root,
  box: Box,
  say: (word: Phrase) => string,
  set: (patch: Partial<Setting>) => void,
) {
  const { left, right, top, height } = box;
  const x = linear(0, 1, left, right);
  const step = height / memoryIds.length;
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "uhat");
  stroke(g, "goal").attr("d", `M${x(0.5)} ${top - 2}V${top + height}`);
  write(g, x(0.5), top - 9, "middle", say("chance"));
  const parts = memoryIds.map((id, i) => {
    const y = top + (i + 0.5) * step;
    return {
      id,
      y,
      name: write(g, left - 8, y + 4, "end", say(id)),
      bar: stroke(g, "bar"),
      number: write(g, right + 4, y + 4),
    };
  });
  const ground = surface(
    svg,
    { left: left - 76, top: top, width: right - left + 110, height: height },
    "choosing",
  );
  let chosen = 0;
  const pick = (i: number) => {
    const id = memoryIds[Math.max(0, Math.min(memoryIds.length - 1, i))]!;
    if (id !== memoryIds[chosen]) set({ memory: id });
  };
  graspable(ground, {
    label: say("chooseMemory"),
    move: (_, py, first) => first && pick(Math.floor((py - top) / step)),
    nudge: (dx, dy) => pick(chosen + dx - dy),
  });
  return ({ result: r, values: v }: Moment<Setting, Run>) => {
    chosen = memoryIds.indexOf(v.memory);
    for (const { id, y, name, bar, number } of parts) {
      const answers =
        id === v.memory ? mineOf(r, v) : id === "gate" ? r.marked!.gate : r.scores?.[id]?.answers;
      name.classed("strong", id === v.memory);
      bar
        .classed("later", id !== v.memory)
        .attr("d", answers ? `M${left} ${y}H${x(answers.right).toFixed(1)}` : "");
      number.text(answers ? `${fixed(100 * answers.right, 1)} %` : "…");
    }
    tellValue(ground, say(v.memory), chosen, 0, memoryIds.length - 1);
  };
}
