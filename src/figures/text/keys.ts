import { key, type Entry } from "../../draw/key.ts";
import type { Pen } from "../../draw/picture.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** Which mark is what, of what is shown. */
export function keys(pen: Pen, at: Layout, say: (word: Phrase) => string) {
  const entries: readonly (Entry & { readonly on: readonly Setting["show"][] })[] = [
    { look: "text-mean", word: say("mean"), on: ["surprise"] },
    { look: "text-playhead", word: say("playhead"), as: "M9 -9V4", on: ["surprise", "position"] },
    { look: "text-stretch", word: say("shownBelow"), as: "area", on: ["surprise"] },
    { look: "text-line text-all", word: say("thisText"), on: ["position"] },
    { look: "text-line text-knows", word: say("withMemory"), on: ["position"] },
    { look: "text-line text-fresh", word: say("fromNothing"), on: ["position"] },
    { look: "text-line text-fresh", word: say("cleared"), on: ["carries", "reach"] },
    { look: "text-line text-changed", word: say("letter"), on: ["reach"] },
    { look: "text-bar", word: say("more"), as: "area", on: ["carries"] },
    { look: "text-bar text-less", word: say("less"), as: "area", on: ["carries"] },
    { look: "text-states", word: say("states"), as: "area", on: ["reach"] },
    {
      look: "text-band text-all",
      word: say("band"),
      as: "area",
      on: ["position", "carries", "reach"],
    },
    {
      look: "text-trained",
      word: say("trained"),
      as: "M9 -9V4",
      on: ["position", "carries", "reach"],
    },
  ];
  const place = { left: 4, right: at.width, y: at.key, size: at.type };
  const draw = key(pen, place, entries);
  return (_: Run, { show }: Setting) => draw((k) => entries[k]!.on.includes(show));
}
