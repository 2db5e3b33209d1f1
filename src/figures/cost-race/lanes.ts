import { stroke, write, type Pen } from "../../draw/picture.ts";
import { widthOf } from "../../draw/text.ts";
import { format } from "../../kit/format.ts";
import { duration } from "../../kit/units.ts";
import { between, bytesAt, isCopied, secondsAt, writtenBy, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { markAt } from "./marks.ts";
import { models, racers } from "./models.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { positionAt } from "./readouts.ts";
import type { Hidden } from "./plots.ts";
import { recordedLoss } from "./recorded.ts";

type Say = (word: Phrase) => string;

/** So many bytes in the unit that suits them: 6.02 kB, 1 GB. */
export function amountOf(bytes: number): string {
  const [size, unit] = bytes >= 1e9 ? [1e9, "GB"] : bytes >= 1e6 ? [1e6, "MB"] : [1e3, "kB"];
  return `${format(bytes / size)} ${unit}`;
}

/** One lane for each: its mark and name, what it costs now, and the end of what it has written so far. */
export function lanes(pen: Pen, at: Layout, say: Say) {
  const parts = racers.map((racer, k) => {
    const y = at.lanes[k]!;
    stroke(pen, `race-mark ${racer}`).attr("d", markAt(racer, at.left + 6, y - 4));
    write(pen, at.left + 17, y, "start", models[racer].name, "tick race-name");
    return {
      racer,
      facts: write(pen, at.right, y, "end"),
      text: write(pen, at.left + 17, y + at.under, "start", "", "tick race-text"),
    };
  });
  return (r: Run, v: Setting, t: number, hides: Hidden) =>
    parts.forEach(({ racer, facts, text }) => {
      const position = positionAt(r, t);
      const seconds = secondsAt(r, v, racer, position);
      const told = [
        hides.time ? "?" : Number.isNaN(seconds) ? "—" : duration(seconds),
        hides.bytes(racer) ? "?" : amountOf(bytesAt(racer, v, position)),
        hides.loss ? "?" : `${format(between(recordedLoss(racer, v), position), 3)} ${say("nats")}`,
      ];
      facts.text(told.join(" · "));
      const written = writtenBy(r, v, racer) || undefined;
      const none = isCopied(r, v, racer) ? "copiedText" : "nothing";
      const all = written === undefined ? undefined : v.beginning + written.slice(0, Math.floor(t));
      text
        .attr("class", all === undefined ? "tick" : "tick race-text")
        .text(all === undefined ? say(none) : tail(all, at));
    });
}

/** As much of the end of a text as a line holds. */
function tail(text: string, { left, right, type }: Layout): string {
  const room = 0.86 * (right - left - 20); // where the pictures' type has not come yet, another one is wider
  const signs = [...text.slice(-160).replaceAll("\n", "↵")];
  let from = signs.length;
  let used = 0;
  while (from > 0 && used + widthOf(signs[from - 1]!, type) <= room) {
    from--;
    used += widthOf(signs[from]!, type);
  }
  return signs.slice(from).join("");
}
