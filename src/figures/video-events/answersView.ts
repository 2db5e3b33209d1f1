import { stroke, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { SLOTS } from "../../models/film/film.ts";
import { NONE } from "../../models/film/watcher.ts";
import { askedAt, type Run, saidAt, stepOf } from "./compute.ts";
import { glyphPath } from "./glyphPath.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** What flashed, and what each model says to each of the six white frames, as far as these have asked. */
export function answers(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { left, first, step, size } = layout.answers;
  write(pen, left, layout.title, "start", say("asks"), "tick strong");
  const words = ["flashedRow", "s6Row", "fixedRow", "wholeRow"] as const;
  const rows = words.map((word, k) => {
    const at = layout.rows[k]!;
    const g = pen.append("g").attr("data-symbol", k === 0 ? "u" : "y");
    write(g, left, at.name, "start", say(word), "tick");
    const cells = Array.from({ length: SLOTS }, (_, slot) => {
      const cx = first + slot * step;
      return {
        glyph: stroke(g, k === 0 ? "film-glyph" : "film-said"),
        none: write(g, cx, at.top + size / 2 + 4, "middle", ""),
        wrong: stroke(g, "film-wrong"),
        share: write(g, cx, at.share, "middle", ""),
      };
    });
    return { g, cells, at };
  });
  const put = (k: number, slot: number, answer: number | undefined, wrong: boolean, share = "") => {
    const { cells, at } = rows[k]!;
    const cell = cells[slot]!;
    const corner = first + slot * step - size / 2;
    cell.glyph.attr("d", answer === undefined ? "" : glyphPath(answer, corner, at.top, size));
    cell.none.text(answer === undefined ? "?" : answer === NONE ? "–" : "");
    cell.wrong.attr(
      "d",
      wrong ? `M${corner - 4} ${at.top + size + 2}L${corner + size + 4} ${at.top - 2}` : "",
    );
    cell.share.text(share);
  };
  return ({ result: r, values: v, t, withheld }: Moment<Setting, Run>) => {
    const asked = withheld?.has("picture") ? 0 : askedAt(stepOf(t));
    const known = r.right.length > 0;
    rows[0]!.g.attr("display", known ? null : "none");
    rows[3]!.g.attr("display", v.cleared > 0 && r.reading ? null : "none");
    for (let slot = 0; slot < SLOTS; slot++) {
      put(0, slot, r.right[slot], false);
      const lists = [r.reading?.s6, r.reading?.fixed, r.reading?.whole.s6];
      lists.forEach((shares, k) => {
        if (!shares || slot >= asked) return put(k + 1, slot, undefined, false);
        const { answer, share } = saidAt(shares, slot);
        const told = k === 2 ? "" : format(100 * share, share < 0.1 ? 1 : 2);
        put(k + 1, slot, answer, known && k < 2 && answer !== r.right[slot], told);
      });
    }
  };
}
