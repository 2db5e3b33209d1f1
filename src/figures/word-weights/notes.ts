import { write, type Pen } from "../../draw/picture.ts";
import { linesOf } from "../../draw/text.ts";
import type { Moment } from "../../kit/figure.ts";
import { fixed, format } from "../../kit/format.ts";
import { learnedBy, metBy, textOf, weightsOf, wordAt, yesOf, type Run } from "./compute.ts";
import { shortened } from "./flow.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

type Say = (word: Phrase) => string;

/** A phrase with its numbers, of the text in the reader's language. */
const filled = (phrase: string, numbers: Readonly<Record<string, string | number>>): string =>
  phrase.replace(/\{(\w+)\}/g, (_, name: string) => String(numbers[name]));

/** What is known of the word looked at. */
export function told(r: Run, v: Setting, say: Say, layout: Layout): string {
  const text = textOf(r);
  const k = wordAt(text, v);
  const word = text.words[k]!;
  const [met, learned] = [metBy(r, text.tongue), learnedBy(r, v, text.tongue)];
  const weight = learned ? weightsOf(text, learned)[k]! : NaN;
  const numbers = {
    times: Math.round(text.tf[k]! * text.words.length),
    words: text.words.length,
    met: met?.of(word.key) ?? 0,
    chapters: met?.chapters ?? 0,
    weight: fixed(weight),
  };
  const phrase = !met || !learned ? "detailOnly" : Number.isNaN(weight) ? "detailUnmet" : "detail";
  return `“${shortened(word, layout)}”: ${filled(say(phrase), numbers)}`;
}

/** Below the words: the one looked at, what all weights together say, and how well that is known to do. */
export function notes(pen: Pen, layout: Layout, say: Say): (now: Moment<Setting, Run>) => void {
  const size = layout.narrow ? 13.5 : 12;
  const lines = layout.notes.map((y) => write(pen, 2, y));
  const room = layout.width - 36; // strong type is wider
  return ({ result: r, values: v }) => {
    const text = textOf(r);
    const learned = learnedBy(r, v, text.tongue);
    const numbers = learned && {
      trained: learned.trained,
      rightYes: learned.rightYes,
      rightNo: learned.rightNo,
      heldYes: learned.yes,
      heldNo: learned.no,
      yes: format(100 * yesOf(text, learned), 2),
    };
    const said = numbers
      ? [
          filled(say("verdict"), numbers),
          filled(say("judged"), numbers),
          ...(r.learned ? [] : [say("record")]),
        ].join(" ")
      : "";
    const first = linesOf(told(r, v, say, layout), room, size).slice(0, 2);
    const all = [...first, ...linesOf(said, room, size)];
    lines.forEach((line, k) => line.text(all[k] ?? "").classed("strong", k < first.length));
  };
}
