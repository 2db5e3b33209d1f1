import { type Anchor, letter, type Pen, stroke, write } from "../../draw/picture.ts";
import { fixed, format } from "../../kit/format.ts";
import type { Moment } from "../../kit/figure.ts";
import { isNile, likelihoodAt, PUBLISHED, type Pair, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { power } from "./map.ts";
import { secret, signs } from "./marks.ts";
import type { Setting } from "./params.ts";

interface Words {
  readonly here: string;
  readonly best: string;
  readonly book: string;
  readonly region: string;
  readonly scaled: string;
}

type Row = "here" | "best" | "book";

/** The reader's pair, the maximum and the published one as numbers; beside them the marks they have on the map. */
export function table(pen: Pen, { left, columns, top, row }: Layout["table"], words: Words) {
  const g = pen.append("g");
  const head = top - row;
  (["R", "Q"] as const).forEach((id, k) =>
    letter(g, id, columns[k]!, head, "").attr("text-anchor", "end"),
  );
  const text = (x: number, y: number, anchor: Anchor, kind = "tick") =>
    write(g, x, y, anchor, "", kind);
  text(columns[2], head, "end").text("ln L");
  const rows = (["here", "best", "book"] as const).map((id, k) => {
    const y = top + k * row;
    const mark = stroke(g, `sign ${id}`).attr("d", signs[id]);
    mark.attr("transform", `translate(${left + 8},${y - 4}) scale(0.8)`);
    const name = text(left + 20, y, "start").text(words[id]);
    const cells = columns.map((x) => text(x, y, "end", "tick strong"));
    return { id, mark, name, cells };
  });
  const y = top + 3 * row;
  const note = g.append("g");
  stroke(note, "hill-within").attr("d", `M${left + 1} ${y - 4}h14`);
  const sentence = text(left + 20, y, "start").text(words.region);
  const scale = text(left + 20, y + row - 4, "start");
  return (m: Moment<Setting, Run>) => {
    const { result: r, values: v } = m;
    const fit = secret(m) ? undefined : r.hill?.fit;
    const square = r.unit ** 2;
    const best = fit && { noise: fit.irregular / square, walk: fit.level / square };
    const book = isNile(v) && !secret(m) ? PUBLISHED : undefined;
    const pairs: Readonly<Record<Row, Pair | undefined>> = { here: v, best, book };
    const height: Readonly<Record<Row, number>> = {
      here: r.logLikelihood,
      best: fit?.logLikelihood ?? NaN,
      book: book ? likelihoodAt(r.y, 1, book) : NaN,
    };
    note.attr("display", fit ? null : "none");
    sentence.attr("display", fit ? null : "none");
    for (const node of [note, sentence])
      node.attr("transform", book ? null : `translate(0,${-row})`);
    scale.text(r.unit === 1 ? "" : `${words.scaled} ${power(square)}`);
    for (const { id, mark, name, cells } of rows) {
      const pair = pairs[id];
      for (const node of [mark, name]) node.attr("display", pair ? null : "none");
      cells[0]!.text(pair ? digits(pair.noise * square) : "");
      cells[1]!.text(pair ? digits(pair.walk * square) : "");
      cells[2]!.text(pair ? fixed(height[id], 2) : "");
    }
  };
}

/** As many digits as a column has room for. */
const digits = (x: number) => format(x, x < 1000 ? 4 : 6);
