import { surface } from "../../draw/scrub.ts";
import { type Box, box } from "../../draw/box.ts";
import { graspable, pointed, tellValue } from "../../draw/hand.ts";
import { cellAt, heatMap } from "../../draw/heatMap.ts";
import { letter, picture, type Root } from "../../draw/picture.ts";
import type { Moment, Stage, View } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { cellOf, entry, shown, type Run } from "./compute.ts";
import { explain } from "./explain.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { plane } from "./plane.ts";

const layouts = {
  wide: {
    width: 680,
    height: 340,
    matrix: box({ left: 34, top: 28, width: 300, height: 300 }),
    strip: box({ left: 352, top: 28, width: 26, height: 300 }),
    plane: box({ left: 12, top: 10, width: 656, height: 318 }),
    text: { left: 412, top: 64, width: 256 },
  },
  compact: {
    width: 360,
    height: 478,
    matrix: box({ left: 26, top: 28, width: 282, height: 282 }),
    strip: box({ left: 322, top: 28, width: 24, height: 282 }),
    plane: box({ left: 6, top: 8, width: 348, height: 300 }),
    text: { left: 26, top: 346, width: 320 },
  },
} as const;

/** The matrix in colours with the rule of the cell looked at; or its eigenvalues. */
export function view(stage: Stage<Setting, Phrase>): View<Setting, Run> {
  const { say } = stage;
  const layout = stage.compact ? layouts.compact : layouts.wide;
  const { svg, mute } = picture(stage.host, layout.width, layout.height, say("picture"));
  let moment: Moment<Setting, Run> | undefined;
  const table = mute.append("g");
  const drawMatrix = heatMap(table.append("g").attr("data-symbol", "A"), layout.matrix);
  const vector = table.append("g");
  const drawStrip = heatMap(vector.append("g").attr("data-symbol", "B"), layout.strip);
  letter(vector, "B", layout.strip.left + 6, layout.strip.top - 9);
  const name = letter(table, "A", layout.matrix.left, layout.matrix.top - 9);
  const drawText = explain(table.append("g"), layout.text, layout.matrix, say);
  const drawPlane = plane(mute.append("g").attr("class", "spectrum"), layout.plane, say);
  const tell = pointing(svg, layout.matrix, stage, () => moment!);
  return {
    draw(next) {
      moment = next;
      const { result: r, values: v, ghost, held } = next;
      const eigen = v.view === "eigen";
      table.attr("display", eigen ? "none" : null);
      mute.select(".spectrum").attr("display", eigen ? null : "none");
      vector.attr("display", v.view === "matrix" ? null : "none");
      name.text(v.view === "sum" ? "A + Aᵀ" : "A");
      drawMatrix(shown(r, v), { chosen: cellOf(r, v) });
      drawStrip({ rows: r.B.length, cols: 1, data: r.B });
      drawText(r, v);
      drawPlane(r, held?.result ?? r, ghost?.result);
      tell();
    },
    destroy: () => svg.remove(),
  };
}

/** The cells under a pointer or the arrow keys. */
function pointing(
  svg: Root,
  box: Box,
  stage: Stage<Setting, Phrase>,
  now: () => Moment<Setting, Run>,
) {
  const ground = surface(svg, box, "choosing");
  const look = (x: number, y: number) => {
    const { row, col } = cellAt(box, now().result.A, x, y);
    const old = cellOf(now().result, now().values);
    if (row !== old.row || col !== old.col) stage.set({ n: row, k: col });
  };
  graspable(ground, {
    label: stage.say("move"),
    move: look,
    nudge: (dx, dy) => {
      const { row, col } = cellOf(now().result, now().values);
      const N = now().values.N;
      const within = (i: number) => Math.max(0, Math.min(N - 1, i));
      stage.set({ n: within(row - dy), k: within(col + dx) });
    },
  });
  ground.on("pointermove.look", (e: PointerEvent) => {
    if (e.pointerType === "touch") return;
    look(...pointed(ground.node()!, e));
  });
  return () => {
    const { result: r, values: v } = now();
    const { row, col } = cellOf(r, v);
    ground.attr("display", v.view === "eigen" ? "none" : null);
    const spoken = `n = ${row}, k = ${col}: ${format(entry(r, v))}`;
    tellValue(ground, spoken, row * v.N + col, 0, v.N * v.N - 1);
  };
}
