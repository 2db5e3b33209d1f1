import { plate, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { clockAt, type Run } from "./compute.ts";
import { cook } from "./cook.ts";
import { dishes } from "./dishes.ts";
import { furniture } from "./furniture.ts";
import { planOf, type Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { standAt, stirs, type Stand } from "./stand.ts";
import { timeText } from "./timeText.ts";

export type Now = Moment<Setting, Run>;
type Say = (phrase: Phrase) => string;

/** What both ways are called in each story. */
export const titles = {
  seed: ["apartSpices", "mixedSpices"],
  kitchen: ["stepwise", "fused"],
  gpu: ["programsTitle", "oneProgram"],
} as const;

/** How far down the corridor the counter is drawn. */
const shareOf = ({ story, far }: Setting): number =>
  story === "seed" ? 0 : story === "gpu" ? 1 : far / 10;

/** One kitchen at a moment: dishes where they are, the cook where the timetable says. */
export function roomOf(pen: Pen, layout: Layout, which: 0 | 1, say: Say): (now: Now) => void {
  const room = layout.rooms[which];
  const g = pen.append("g").attr("class", "kitchen-room");
  plate(g, "kitchen-floor", room, 8);
  const title = write(g, room.left + 2, room.top - 8, "start", "", "tick title");
  const drawFurniture = furniture(g, layout, say);
  const drawCook = cook(g);
  const drawDishes = dishes(g, layout);
  const count = write(g, room.left + 10, room.bottom - 9);
  const clock = layout.narrow
    ? write(g, room.right - 2, room.top - 8, "end", "", "tick title")
    : write(g, room.right - 10, room.bottom - 9, "end", "", "tick title");
  return ({ result: r, values: v, t }) => {
    const table = which === 0 ? r.two : r.one;
    const time = clockAt(r, v, t);
    const stand = standAt(table, v.dishes, time, v.story === "seed" && which === 1 ? v.steps : 1);
    const at = planOf(layout, room, shareOf(v));
    title.text(say(titles[v.story][which]));
    drawFurniture(at, v, which, stand);
    drawCook(at, stand);
    drawDishes(at, stand, v);
    count.text(countOf(r, v, which, stand, say));
    clock.text(timeText(Math.min(time, table.total), v, say));
  };
}

function countOf(r: Run, v: Setting, which: 0 | 1, stand: Stand, say: Say): string {
  if (v.story === "seed") return `${say("stirWord")} ${stirs(which === 0 ? r.two : r.one, stand)}`;
  return `${say(v.story === "gpu" ? "movedWord" : "walkWord")} ${stand.walks}`;
}
