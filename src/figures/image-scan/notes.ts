import { write, type Pen } from "../../draw/picture.ts";
import { linesOf } from "../../draw/text.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import measured from "./measured.json" with { type: "json" };
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { card } from "./recorded.ts";

/** What read the sheet, what that was trained on and how it was judged; and whose the digits are. */
export function notes(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const size = layout.width > 500 ? 12 : 13.5;
  const lines = layout.notes.map((y) => write(pen, layout.width > 500 ? 16 : 1, y));
  const facts = [
    `${say("model")}: ${grouped(card.parameters)} ${say("parameters")}`,
    say("trained"),
    `${say("seed")} ${card.seed}`,
    `${grouped(card.steps)} ${say("steps")}`,
    `${say("heldOut")} ${measured.orders.rows} / ${grouped(measured.of)}`,
  ];
  return ({ result: r }: Moment<Setting, Run>) => {
    const state = r.reading ? say("here") : r.recorded ? say("record") : "";
    const told = linesOf([state, ...facts].filter(Boolean).join(" · "), layout.width - 20, size);
    lines.forEach((line, k) => line.text(told[k] ?? ""));
  };
}

const grouped = (n: number) => String(n).replace(/(\d)(\d{3})$/, "$1,$2");
