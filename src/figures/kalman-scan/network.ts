import { plate, stroke, tenth, type Pen, type Root, write } from "../../draw/picture.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { surface } from "../../draw/scrub.ts";
import { box } from "../../draw/box.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { isDone, partsOf, type Run, type Stretch } from "./compute.ts";
import { columnOf, columnWidth, type Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { ROUNDS } from "./size.ts";
import { shownRound, stepsOfRow } from "./states.ts";

type Now = Moment<Setting, Run>;
export const spanOf = ({ from, to }: Stretch) => (from === to ? `${from}` : `${from}–${to}`);

/** Which stretches are joined: a row of slips for each round, those that are done filled. */
export function network(pen: Pen, layout: Layout, { say }: Stage<Setting, Phrase>) {
  const { y, pitch, slip } = layout.rows;
  const { left } = layout.states;
  write(pen, left, y - slip / 2 - 9, "start", say("rounds"), "tick axis-title");
  const wires = stroke(pen, "kscan-wire");
  const lit = stroke(pen, "kscan-wire lit");
  const wide = Math.min(44, columnWidth(layout) - 3);
  const rows = Array.from({ length: ROUNDS + 1 }, (_, round) => {
    const row = pen.append("g");
    const middle = y + round * pitch;
    write(row, left - 8, middle + 4, "end", String(round));
    const slips = stepsOfRow.map((k) => {
      const x = columnOf(layout, k);
      const area = { left: tenth(x - wide / 2), top: middle - slip / 2, width: wide, height: slip };
      return {
        paper: plate(row, "kscan-slip", area, 5),
        text: write(row, x, middle + 4, "middle", "", "tick kscan-span"),
      };
    });
    return { row, slips };
  });
  return (m: Now) => {
    const r = m.result;
    const now = shownRound(m);
    const k = m.values.look - 1;
    const way = (round: number) => stepsOfRow.map((j) => wiresTo(layout, r, round, j)).join("");
    let all = "";
    for (let round = 1; round <= now; round++) all += way(round);
    wires.attr("d", all);
    lit.attr("d", now > 0 ? wiresTo(layout, r, now, k) : "");
    rows.forEach(({ row, slips }, round) => {
      row.attr("display", round > now ? "none" : null);
      slips.forEach(({ paper, text }, j) => {
        const stretch = r.rounds[round]![j]!;
        const looked = round === now && j === k ? " looked" : "";
        paper.attr("class", `kscan-slip${isDone(stretch) ? " done" : ""}${looked}`);
        text.text(spanOf(stretch));
      });
    });
  };
}

/** From the two stretches that are joined for a step, or from the one that is kept. */
function wiresTo(layout: Layout, r: Run, round: number, k: number): string {
  const { y, pitch, slip } = layout.rows;
  const top = y + (round - 1) * pitch + slip / 2;
  const bottom = y + round * pitch - slip / 2;
  const to = tenth(columnOf(layout, k));
  const own = `M${to} ${top}V${bottom}`;
  if (!partsOf(r, round, k)) return own;
  return `${own}M${tenth(columnOf(layout, k - 2 ** (round - 1)))} ${top}L${to} ${bottom}`;
}

/** The network to take hold of: across the step that is looked at, down the round. */
export function looking(
  svg: Root,
  layout: Layout,
  stage: Stage<Setting, Phrase>,
  now: () => Now,
): () => void {
  const { y, pitch, slip } = layout.rows;
  const { left, right } = layout.states;
  const area = box({ left, right, top: y - slip / 2, height: ROUNDS * pitch + slip });
  const grip = surface(svg, area, "choosing");
  const set = (look: number, round: number) => {
    stage.set({ look: Math.max(1, Math.min(stepsOfRow.length, look)) });
    stage.seek(Math.max(0, Math.min(ROUNDS, round)));
  };
  graspable(grip, {
    label: stage.say("network"),
    free: true,
    move: (px, py) =>
      set(Math.floor((px - left) / columnWidth(layout)) + 1, Math.round((py - y) / pitch)),
    nudge: (dx, dy) => set(now().values.look + dx, Math.floor(now().t) - dy),
  });
  return () => {
    const m = now();
    const { look } = m.values;
    tellValue(grip, spanOf(m.result.rounds[shownRound(m)]![look - 1]!), look, 1, stepsOfRow.length);
  };
}
