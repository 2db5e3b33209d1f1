import type { Rows } from "../kit/params/matrix.ts";

/** On an entry that keeps what was typed wrong. */
export const WRONG = "aria-invalid";

/** Each entry of a table has its number, and keeps what was typed wrong until that number changes. */
export function fill(table: Element, m: Rows, written: (x: number) => string) {
  for (const input of table.querySelectorAll("input")) {
    const [i, j] = input.dataset["at"]!.split(",").map(Number) as [number, number];
    const x = String(m[i]?.[j]);
    const typed = document.activeElement === input || input.hasAttribute(WRONG);
    if (typed && input.dataset["number"] === x) continue;
    input.dataset["number"] = x;
    takeBack(input, written(m[i]?.[j] ?? 0));
  }
}

/** The entry shows the number that holds, and nothing is wrong with it. */
export function takeBack(input: HTMLInputElement, now: string) {
  input.removeAttribute(WRONG);
  input.value = now;
}
