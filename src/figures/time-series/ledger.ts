import { ticks as round } from "d3";
import { snug, ticks } from "../../draw/axis.ts";
import { offScale } from "../../draw/cut.ts";
import { key } from "../../draw/key.ts";
import { linear, type Pen, stroke, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { symbolOf } from "./plot.ts";
import { ledgerOf } from "./readouts.ts";
import { idOf, recordings } from "./recorded.ts";
import { type Model, models, ratioOf } from "./score.ts";
import { type SeriesId, seriesIds } from "./series.ts";

type Say = (phrase: Phrase) => string;

/** Wide enough for every recorded ratio; what is found here may lie beyond, and then the axis grows. */
const LEAST = 1.2;
const old = ["ar", "structural"] as const;
const tick = (x: number, y: number) => `M${x} ${y - 6}v12`;
const square = (x: number, y: number) => `M${x - 4} ${y - 4}h8v8h-8z`;
const triangle = (x: number, y: number) => `M${x - 5} ${y + 4}h10l-5 -9z`;
/** What is found here has the same form, only larger and empty. */
const mark = {
  s6: (x: number, y: number) => `M${x - 3} ${y - 8}h6v16h-6z`,
  ar: (x: number, y: number) => `M${x - 9} ${y + 6.5}h18l-9 -16z`,
  structural: (x: number, y: number) => `M${x - 7} ${y - 7}h14v14h-14z`,
} as const satisfies Record<Model, unknown>;
const point = { ar: triangle, structural: square } as const;

/** Which mark is whose. */
function heading(pen: Pen, { ledgerKey, size }: Layout, say: Say): void {
  write(pen, ledgerKey.left, ledgerKey.y - 18).text(say(size > 12 ? "ledgerShort" : "ledger"));
  const seeds = "M5 -6v12M9 -6v12M13 -6v12";
  key(pen, { ...ledgerKey, size }, [
    { look: "series-seeds", symbol: symbolOf.s6, word: say("seeds"), as: seeds },
    ...old.map((model) => ({
      look: "series-point",
      symbol: symbolOf[model],
      word: say(model),
      as: point[model](9, 0),
    })),
    { look: "series-here", word: say("here"), as: mark.structural(9, 0) },
  ]);
}

/** What each model made of the series here, over the naive error; NaN where nothing. */
const foundBy = (r: Run, v: Setting) =>
  models.map((model) => ratioOf(r, v, model)).map((x) => (x > 0 ? x : NaN));

/** Every series: the errors of every model over the naive one's, as recorded; and beside it what is found here. */
export function ledger(pen: Pen, layout: Layout, say: Say) {
  const { ledger: box } = layout;
  heading(pen, layout, say);
  const numbers = ticks(pen);
  const even = stroke(pen, "naive");
  const rules = stroke(pen, "axis promised");
  const names = [...seriesIds, "own" as const].map((id) =>
    write(pen, box.left - 8, 0, "end", say(`row_${id}`)),
  );
  const seeds = stroke(pen, "series-seeds", symbolOf.s6);
  const points = old.map((model) => stroke(pen, "series-point", symbolOf[model]));
  const here = models.map((model) => stroke(pen, "series-here", symbolOf[model]));
  const beyond = offScale(pen, say("off"), layout.size);
  const line = box.height / (seriesIds.length + 1);
  const y = (k: number) => Math.round(box.top + (k + 0.5) * line);
  return ({ result: r, values: v, held }: Moment<Setting, Run>) => {
    const mine = idOf(v);
    const rows = mine ? seriesIds : [...seriesIds, undefined];
    const found = foundBy(r, v);
    const most = held ? endOf(held.values, foundBy(held.result, held.values)) : endOf(v, found);
    const x = linear(0, most, box.left, box.right);
    const at = (value: number) => +x(value).toFixed(1);
    const bottom = box.top + rows.length * line;
    names.forEach((name, k) => {
      const there = k < rows.length;
      name.attr("display", there ? null : "none").attr("y", y(k) + 4);
      name.attr("class", there && rows[k] === mine ? "tick strong" : "tick");
    });
    rules.attr("d", rows.map((_, k) => `M${box.left} ${y(k)}H${box.right}`).join(""));
    even.attr("d", `M${at(1)} ${box.top}V${bottom}`);
    const marks = (id: SeriesId, k: number) =>
      ledgerOf(id, v)
        .map((value) => tick(at(value), y(k)))
        .join("");
    seeds.attr("d", seriesIds.map(marks).join(""));
    old.forEach((model, i) =>
      points[i]!.attr(
        "d",
        seriesIds.map((id, k) => point[model](at(recordings[id][model]), y(k))).join(""),
      ),
    );
    const row = y(rows.indexOf(mine));
    found.forEach((value, i) =>
      here[i]!.attr("d", value <= most ? mark[models[i]!](at(value), row) : ""),
    );
    const far = found.some((value) => value > most);
    beyond(far ? `M${box.right - 7} ${row - 4}l7 4l-7 4z` : "", {
      x: box.right - 10,
      y: row + 4,
    });
    numbers(
      round(0, most, 5).map((value) => ({
        x: x(value),
        y: bottom + 14,
        text: format(value),
        anchor: x(value) > box.right - 10 ? "end" : "middle",
      })),
    );
  };
}

/** The end of the axis: room for all that is marked. */
function endOf(v: Setting, found: readonly number[]): number {
  const all = seriesIds.flatMap((id) => [
    ...ledgerOf(id, v),
    ...old.map((model) => recordings[id][model]),
  ]);
  return snug(1.03 * Math.max(LEAST, ...all, ...found.filter(Number.isFinite)));
}
