import { existsSync, readFileSync } from "node:fs";
import { linesOf } from "../../src/draw/text.ts";

/** A figure's own style sheet, if it has one; Vitest's imports of style sheets are empty. */
function sheetOf(folder: string): string {
  const file = `src/figures/${folder}/style.css`;
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** A caption's line and type as Chromium lays them out, in CSS pixels, and what `figure.css` and `chapter.css` reserve where a figure says nothing. */
const CARDS = [
  { card: "at 1280 pixels", rule: "--caption-lines", reserved: 2, width: 680, size: 14.08 },
  { card: "on a phone", rule: "--caption-lines-narrow", reserved: 3, width: 327, size: 12.8 },
];

/** One line for a caption that needs more lines than are kept free for it, so that what stands below would jump; undefined where it fits. */
export function cramped(folder: string, caption: string): string | undefined {
  const sheet = sheetOf(folder);
  for (const { card, rule, reserved, width, size } of CARDS) {
    const own = new RegExp(`${rule}: (\\d+)`).exec(sheet)?.[1];
    const lines = linesOf(caption, width, size).length;
    if (lines > Number(own ?? reserved))
      return `${lines} lines ${card}; say “${rule}: ${lines}” in src/figures/${folder}/style.css: ${caption}`;
  }
  return undefined;
}
