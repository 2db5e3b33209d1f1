import { type Mark, marks, type Stage } from "./stages.ts";

/** What a box does, as a sign about (9, 0). */
export const glyphs: Readonly<Record<Mark, string>> = {
  channels: "M3 -5V5M15 -5V5M3 -5L15 5M3 5L15 -5M3 0H15",
  time: "M14 2A5.2 5.2 0 1 1 12 -3.6M12.6 -7.6V-3.2H8.2",
  bent: "M2 4C9 4 9 3 15 -5",
  product: "M9 -6A6 6 0 1 0 9 6A6 6 0 1 0 9 -6M9 -0.6V0.6",
};

/** The signs of a box, in their order. */
export const signsOf = (stage: Stage): readonly { readonly look: string; readonly d: string }[] =>
  marks[stage].map((mark) => ({ look: `block-sign block-${mark}`, d: glyphs[mark] }));
