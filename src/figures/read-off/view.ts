import { picture } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { type Cell, cellAt, type Run } from "./compute.ts";
import { curves } from "./curves.ts";
import { compact, wide } from "./layout.ts";
import { lines } from "./lines.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { pointing, table } from "./table.ts";

/** The matrix as far as it has been read; beside it what is integrated for one entry, below it the same in numbers. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? compact : wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("picture"));
  let moment: Moment<Setting, Run> | undefined;
  let lit: Cell | undefined;
  const drawTable = table(mute.append("g"), layout);
  const drawCurves = curves(mute.append("g"), layout, say);
  const drawLines = lines(mute.append("g"), layout, say);
  const draw = () => {
    const { result: r, t } = moment!;
    const { N } = r.p;
    const seen = lit && Math.max(lit.n, lit.k) < N && lit.n * N + lit.k <= Math.floor(t);
    const cell = seen ? lit! : cellAt(r, t);
    drawTable(moment!, cell);
    const of = moment!.held?.result ?? r;
    // At the end of the one is at the end of the other.
    drawCurves(r, cell, of, of === r ? cell : cellAt(of, t >= N * N - 1 ? Infinity : t));
    drawLines(moment!, cell);
    tell();
  };
  const tell = pointing(svg, layout, say("look"), {
    now: () => moment!,
    seek: stage.seek,
    light: (cell) => {
      lit = cell;
      draw();
    },
  });
  return {
    draw(next) {
      // A pointer that rests there points at nothing any more once the figure goes on.
      if (next.t !== moment?.t || next.result !== moment.result) lit = undefined;
      moment = next;
      draw();
    },
    destroy: () => svg.remove(),
  };
}
