import { letter, type Pen, tenth, write } from "../../draw/picture.ts";
import { fixed } from "../../kit/format.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Hand } from "./hand.ts";
import { type Frame, type HandRows, MOST_STATES, TABLE } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

type Now = Moment<Setting, Run>;

/** What the present step keeps of each state and lets in, and their sum: 1 for a mixture. */
export function table(pen: Pen, f: Frame, say: (word: Phrase) => string) {
  const words = [say("keeps"), say("letsIn"), say("together")];
  const right = f.narrow ? f.right : f.width - 4;
  const left = f.narrow ? f.left + 40 : f.right + 8;
  const place = (k: number) => left + ((k + 1) * (right - left)) / words.length;
  const line = (look: string) => words.map((_, k) => write(pen, place(k), 0, "end", "", look));
  const head = line("tick");
  const name = (n: number) => letter(pen, "h", f.left, 0, String(n + 1));
  const lines = Array.from({ length: MOST_STATES }, (_, n) => ({
    cells: line("sum"),
    name: f.narrow ? name(n) : undefined,
  }));
  return (hand: Hand, { states, y }: HandRows, { values: v, t }: Now) => {
    const T = hand.tokens.length;
    const now = Math.min(T - 1, Math.floor(t));
    const first = states[0]!;
    const foot = (y ?? states.at(-1)!).bottom;
    // Faster states let in 1/n of what they do not keep: only the first one's shares add up to 1.
    const summed = v.N === 1 && v.parts === "delta";
    head.forEach((text, k) =>
      text
        .text(k < 2 || summed ? words[k]! : "")
        .attr("y", tenth(f.narrow ? foot + 17 : first.top - 6)),
    );
    lines.forEach(({ cells, name: mark }, n) => {
      const row = states[n];
      const at = row && tenth(f.narrow ? foot + 17 + TABLE * (n + 1) : row.cy + 5);
      mark
        ?.attr("display", row && v.N > 1 ? null : "none")
        .attr("y", at ?? 0)
        .select(".sub")
        .text(v.N > 1 ? n + 1 : "");
      const [keeps, lets] = row
        ? [hand.keeps.data[n * T + now]!, hand.lets.data[n * T + now]!]
        : [0, 0];
      [keeps, lets, keeps + lets].forEach((x, k) =>
        cells[k]!.attr("display", row ? null : "none")
          .attr("y", at ?? 0)
          .text(row && (k < 2 || summed) ? fixed(x) : ""),
      );
    });
  };
}
