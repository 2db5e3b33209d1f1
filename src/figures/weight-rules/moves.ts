import { type Pen, write } from "../../draw/picture.ts";
import { sum } from "../../draw/sum.ts";
import type { Moment } from "../../kit/figure.ts";
import { missOf, pointOf, type Run, seenAt } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** The last step of each way: along which direction, and times what. */
export function moves(
  pen: Pen,
  { moves: { x, y, line, numbers } }: Layout,
  say: (word: Phrase) => string,
) {
  write(pen, x, y, "start", say("moves"), "tick axis-title");
  const row = (k: number, word: Phrase, template: string) => {
    write(pen, x, y + line * k, "start", say(word), "tick");
    return sum(pen, x + numbers, y + line * k, template);
  };
  const filter = row(1, "filter", "{gain} = (#, #)  · #");
  const delta = row(2, "delta", "{rate} {C}ᵀ = (#, #)  · #");
  const added = row(3, "added", "{rate} {C}ᵀ = (#, #)  · #");
  return ({ result: r, values: v, t }: Moment<Setting, Run>) => {
    const k = seenAt(t) - 1;
    if (k < 0) {
      for (const tell of [filter, delta, added]) tell([NaN, NaN, NaN]);
      return;
    }
    const way = pointOf(r.C, k).map((c) => v.beta * c);
    filter([...pointOf(r.gain, k), missOf(r, k, pointOf(r.kalman, k))]);
    delta([...way, missOf(r, k, pointOf(r.delta, k))]);
    added([...way, r.y[k]!]);
  };
}
