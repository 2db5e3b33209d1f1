import { box, type Box } from "../../draw/box.ts";
import { picture } from "../../draw/picture.ts";
import type { Stage, View } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Now } from "./panel.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { ready, viewOf } from "./views.ts";
import type { ViewName } from "./viewsParam.ts";

const square: ReadonlySet<ViewName> = new Set<ViewName>(["phase", "poles", "matrix"]);

/** The rows of an arrangement: two side by side, the first alone where they are odd; on a phone one below the other, squares in pairs. */
function rowsOf(views: readonly ViewName[], compact: boolean): readonly (readonly ViewName[])[] {
  const rows: ViewName[][] = [];
  const odd = views.length % 2 === 1;
  views.forEach((name) => {
    const open = rows.at(-1);
    const room = open?.length === 1 && !(odd && !compact && rows.length === 1);
    const fits = !compact || (square.has(name) && open !== undefined && square.has(open[0]!));
    if (room && fits) open!.push(name);
    else rows.push([name]);
  });
  return rows;
}

/** Where each view stands, and how large the picture is. */
export function arranged(views: readonly ViewName[], compact: boolean) {
  const width = compact ? 360 : 680;
  const rows = rowsOf(views, compact);
  const cells: Box[] = [];
  // However many there are, the picture keeps its height, so that nothing below it jumps from step to step.
  const height = Math.max(compact ? 132 : 206, Math.min(340, 428 / rows.length - 8));
  const whole = Math.max(430, 2 + rows.length * (height + 8));
  let top = 2 + (whole - 2 - rows.length * (height + 8)) / 2;
  for (const row of rows) {
    const pair = row.length === 2;
    const each = pair ? (width - 14) / 2 : width;
    row.forEach((_, k) => cells.push(box({ left: k * (each + 14), top, width: each, height })));
    top += height + 8;
  }
  return { width, height: whole, cells };
}

/** Two to four linked views of one run, as the reader arranges them; the same moment is marked in all of them. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  let shown: { readonly key: string; readonly draw: (m: Now) => void; destroy(): void } | undefined;
  let moment: Now | undefined;
  const build = (views: readonly ViewName[], key: string) => {
    const { width, height, cells } = arranged(views, stage.compact);
    const { svg, mute } = picture(stage.host, width, height, stage.say("whole"));
    const draws = views.map((name, k) =>
      viewOf(name)({ svg, pen: mute.append("g"), cell: cells[k]!, stage, now: () => moment! }),
    );
    return { key, draw: (m: Now) => draws.forEach((draw) => draw(m)), destroy: () => svg.remove() };
  };
  let gone = false;
  const draw = (next: Now) => {
    moment = next;
    const { views } = next.values;
    const key = views.join(".");
    if (shown?.key !== key) {
      const coming = ready(views);
      // Until a new view has come, those that were there stay and show what is true now.
      if (coming)
        void coming.then(
          () => !gone && moment && draw(moment),
          () => undefined,
        );
      else {
        shown?.destroy();
        shown = build(views, key);
      }
    }
    shown?.draw(next);
  };
  return {
    draw,
    destroy: () => {
      gone = true;
      shown?.destroy();
      shown = undefined;
    },
  };
}
