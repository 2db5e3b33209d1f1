import { below, beside, ticks } from "../../draw/axis.ts";
import { key } from "../../draw/key.ts";
import { linear, p, stroke, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { forgottenByFilter, RATIOS, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { watchedOf } from "./look.ts";
import { type Part, parts } from "./parts.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

const marks: Readonly<Record<Part, string>> = {
  im2: "m0 -5.5l5 9h-10z",
  im3: "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z",
  im4: "m0 5.5l5 -9h-10z",
  re3: "m-4.5 -4.5h9v9h-9z",
};

/** What is forgotten from pilot to pilot: the filter's share as a line over the ratios, the S6's states as marks. */
export function ratios(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const b = layout.ratios;
  const x = linear(RATIOS[0], RATIOS.at(-1)!, b.left, b.right);
  const y = linear(0, 100, b.bottom, b.top);
  write(pen, 4, b.top - 18, "start", say("forgotten"), "tick strong");
  const rungs = [0, 25, 50, 75, 100];
  stroke(pen, "axis").attr("d", rungs.map((v) => `M${b.left} ${p(y(v))}H${b.right}`).join(""));
  ticks(pen)([
    ...rungs.map((v) => beside(b, y(v), `${v} %`)),
    ...RATIOS.map((v) => below(b, x(v), v)),
  ]);
  const yours = stroke(pen, "cursor");
  const line = stroke(pen, "line", "hhat");
  const drawn = parts.map((part) => stroke(pen, `pilot-gate-mark pilot-gate-${part}`));
  const show = key(
    pen,
    { left: b.left, right: layout.width, y: layout.ratiosKey, size: layout.type, line: 20 },
    [
      { look: "line", symbol: "hhat", word: say("filter") },
      ...parts.map((part) => ({
        look: `pilot-gate-mark pilot-gate-${part}`,
        word: say(part),
        as: `M9 0${marks[part]}`,
      })),
      { look: "cursor", word: say("yours"), as: "M9 -7v14" },
    ],
  );
  return ({ result: r, values: v, withheld }: Moment<Setting, Run>) => {
    const fine = Array.from({ length: 51 }, (_, k) => k / 2);
    const places = fine.map(
      (snr) => `${p(x(snr))} ${p(y(100 * forgottenByFilter({ ...v, snr })))}`,
    );
    line.attr("d", `M${places.join("L")}`);
    yours.attr("d", `M${p(x(v.snr))} ${b.top}V${b.bottom}`);
    const watched = watchedOf(r);
    parts.forEach((part, i) => {
      const hidden = withheld?.has(`${part}At`) || withheld?.has("picture");
      const shares = hidden ? [] : (watched?.forgotten[part] ?? []);
      const mark = (share: number, k: number) =>
        `M${p(x(RATIOS[k]!))} ${p(y(100 * share))}${marks[part]}`;
      drawn[i]!.attr("d", shares.map(mark).join(""));
    });
    show((k) => watched !== undefined || k === 0 || k === 5);
  };
}
