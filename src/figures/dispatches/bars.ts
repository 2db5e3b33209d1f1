import { key } from "../../draw/key.ts";
import { brush, linear, type Pen, tenth, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

const HIGH = 13;

/** Steps of the longest of the three bars. */
export const longest = (r: Run): number => Math.max(r.steps.length, r.delta.length, r.tree);

/** The steps in a row: the three dispatches with the playhead, one thread, a tree. */
export function bars(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { bars: at, pitch, type } = layout;
  const words = (["scanBar", "aloneBar", "treeBar"] as const).map((word, k) => {
    write(pen, at.left, at.top + k * pitch - 6, "start", say(word));
    return write(pen, 0, at.top + k * pitch + 11, "start", "", "tick strong");
  });
  key(pen, { left: at.cx, right: at.right, y: at.top - 6, size: type }, [
    { look: "wire memory-read", word: say("readMark") },
    { look: "wire memory-write", word: say("writeMark") },
  ]);
  const path = brush(pen.append("g").attr("class", "step-bars"));
  const looks = ["walk", "carry", "walk"] as const;
  const later = looks.map((look) => path(`cell ${look} to-come`));
  const past = looks.map((look) => path(`cell ${look}`));
  const others = path("cell other");
  const cursor = path("cursor");
  return ({ result: r, t }: Moment<Setting, Run>) => {
    const x = linear(0, longest(r), at.left, at.right - 26);
    const cell = (from: number, to: number, row: number) =>
      `M${tenth(x(from) + 1)} ${at.top + row * pitch}H${tenth(x(to) - 1)}v${HIGH}H${tenth(x(from) + 1)}z`;
    looks.forEach((_, k) => {
      const mine = r.steps.flatMap(({ dispatch }, s) => (dispatch === k + 1 ? [s] : []));
      const some = (list: readonly number[]) => list.map((s) => cell(s, s + 1, 0)).join("");
      past[k]!.attr("d", some(mine.filter((s) => s < Math.floor(t))));
      later[k]!.attr("d", some(mine.filter((s) => s >= Math.floor(t))));
    });
    const counts = [r.steps.length, r.delta.length, r.tree];
    const row = (k: number) => Array.from({ length: counts[k]! }, (_, s) => cell(s, s + 1, k));
    others.attr("d", [...row(1), ...row(2)].join(""));
    words.forEach((text, k) => text.attr("x", tenth(x(counts[k]!) + 6)).text(counts[k]!));
    cursor.attr("d", `M${tenth(x(t))} ${at.top - 3}v${HIGH + 6}`);
  };
}
