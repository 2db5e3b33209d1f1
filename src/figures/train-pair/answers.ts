import { type Pen, stroke, write } from "../../draw/picture.ts";
import { fixed } from "../../kit/format.ts";
import { widthOf } from "../../draw/text.ts";
import type { Layout } from "./layout.ts";
import { symbolOf } from "./learning.ts";
import { cores } from "./pair.ts";
import type { Phrase } from "./phrases.ts";
import { type Answer, letterOf, type Reading } from "./reading.ts";

const rows = ["wanted", ...cores] as const;

/** A table: the letter asked for at each marker, and what each side says, how surely, right or wrong. */
export function answers(
  pen: Pen,
  { answers: box, width }: Layout,
  say: (phrase: Phrase) => string,
) {
  const source = write(pen, box.left, box.top - 25, "start", "", "tick axis-title");
  const line = box.height / rows.length;
  const frame = stroke(pen, "pair-column");
  const lines = rows.map((row, k) => {
    const y = box.top + (k + 0.5) * line + 4;
    const symbol = row === "wanted" ? "u" : symbolOf[row];
    write(pen, box.left, y, "start", say(row), "tick").attr("data-symbol", symbol);
    return { row, y, g: pen.append("g").attr("data-symbol", symbol) };
  });
  const from = box.left + (width < 500 ? 56 : 48);
  return (reading: Reading, chosen: number) => {
    const { wanted, source: whence } = reading;
    source.text(`${say("answers")} (${say(sourceWords[whence])})`);
    const step = (box.right - from) / wanted.length;
    const x = (k: number) => from + (k + 0.5) * step;
    for (const { row, y, g } of lines) {
      const texts = wanted.map((letter, k) =>
        row === "wanted" ? letterOf(letter) : told(reading[row], wanted, k, step),
      );
      g.selectAll<SVGTextElement, string>("text")
        .data(texts)
        .join("text")
        .attr("class", (_, k) =>
          row !== "wanted" && reading[row].said[k] !== wanted[k]
            ? "tick pair-wrong"
            : "tick strong",
        )
        .attr("text-anchor", "middle")
        .attr("x", (_, k) => Math.round(x(k)))
        .attr("y", y)
        .text((text) => text);
    }
    const seen = chosen >= 0;
    frame.attr(
      "d",
      seen
        ? `M${(x(chosen) - step / 2).toFixed(1)} ${box.top}h${step.toFixed(1)}v${box.height}h${(-step).toFixed(1)}z`
        : "",
    );
  };
}

const sourceWords = {
  trained: "ofTrained",
  recorded: "ofRecorded",
  untrained: "ofUntrained",
} as const satisfies Record<Reading["source"], Phrase>;

/** A letter, how sure it is where there is room, and whether it is right. */
function told(
  { said, shares }: Answer,
  wanted: readonly number[],
  k: number,
  room: number,
): string {
  const letter = said[k]!;
  const sure = 100 * shares.data[k * shares.cols + letter]!;
  const mark = letter === wanted[k] ? "✓" : "✗";
  const whole = `${letterOf(letter)} ${fixed(sure, 0)} ${mark}`;
  return widthOf(whole) + 8 > room ? `${letterOf(letter)} ${mark}` : whole;
}
