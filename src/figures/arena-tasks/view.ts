import { key } from "../../draw/key.ts";
import { picture } from "../../draw/picture.ts";
import type { Stage, View } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { list } from "./listView.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { pixelView } from "./pixelView.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Of a list with four brackets within each other. */
  readonly listHeight: number;
  readonly side: number;
  readonly type: number;
}

const wide: Layout = { width: 680, height: 372, listHeight: 140, side: 264, type: 12 };
const compact: Layout = { width: 360, height: 372, listHeight: 226, side: 250, type: 13.5 };

/** A picture that is read row by row with the sequence below it; or a list that is read token by token. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("picture"));
  const [pixels, lists] = [mute.append("g"), mute.append("g")];
  key(pixels, { left: 8, right: layout.width, y: 14, size: layout.type }, [
    { look: "arena-lit", word: say("pixel"), as: "M5 -4h8v8h-8z" },
    { look: "arena-dot", word: say("dot"), as: "M4 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0" },
  ]);
  const drawPixels = pixelView(pixels, layout, say);
  const drawList = list(lists, layout);
  return {
    draw({ result: r, t }) {
      pixels.attr("display", r.picture ? null : "none");
      lists.attr("display", r.list ? null : "none");
      svg.attr("viewBox", `0 0 ${layout.width} ${r.list ? layout.listHeight : layout.height}`);
      if (r.picture) drawPixels(r.picture, t);
      if (r.list) drawList(r.list, t);
    },
    destroy: () => svg.remove(),
  };
}
