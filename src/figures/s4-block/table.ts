import { plate, type Pen, stroke, tenth, write } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { mostOf, type Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** The parts whose numbers are learned, with the formula of how many there are; the first two have a rate of their own. */
const rows = [
  { name: "poles", word: "partPoles", brief: "partPolesShort", formula: "H N" },
  { name: "delta", word: "partDelta", brief: "partDelta", formula: "H" },
  { name: "read", word: "partRead", brief: "partRead", formula: "H (N + 1)" },
  { name: "mix", word: "partMix", brief: "partMixShort", formula: "2H (H + 1)" },
  { name: "ends", word: "partEnds", brief: "partEndsShort", formula: "3H + 1" },
] as const;

/** How many numbers each part has to learn, as a bar too, and how fast. */
export function table(
  pen: Pen,
  { block: { table: at, numbers, bars, rate }, narrow }: Layout,
  say: (phrase: Phrase) => string,
) {
  const step = at.height / (rows.length + 1);
  const y = (row: number) => tenth(at.top + row * step);
  write(pen, at.left, y(0), "start", say("part"), "tick axis-title");
  write(pen, numbers, y(0), "end", say("numbers"), "tick axis-title");
  write(pen, rate, y(0), "end", say("rate"), "tick axis-title");
  stroke(pen, "axis").attr("d", `M${at.left} ${y(0) + 8}H${at.right}`);
  const lines = rows.map(({ name, word, brief, formula }, k) => {
    const own = k < 2;
    const base = y(k + 1) + 2;
    write(pen, at.left, base, "start", say(narrow ? brief : word));
    if (!narrow) write(pen, numbers - 52, base, "end", formula);
    return {
      name,
      own,
      count: write(pen, numbers, base, "end", "", "tick axis-title"),
      bar: plate(pen, own ? "s4-block-count own" : "s4-block-count", {
        left: bars.left,
        top: base - 12,
        width: 1,
        height: 14,
      }),
      rate: write(pen, rate, base, "end"),
    };
  });
  return ({ counts }: Run, v: Setting) => {
    const most = Math.max(...rows.map(({ name }) => counts[name]));
    for (const line of lines) {
      line.count.text(String(counts[line.name]));
      line.bar.attr("width", tenth(Math.max(1, (counts[line.name] / most) * bars.width)));
      line.rate.text(format(line.own ? mostOf(v) : v.lr));
    }
  };
}
