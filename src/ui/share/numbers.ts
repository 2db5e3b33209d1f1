import type { Words } from "../../kit/derive.ts";
import type { Session } from "../../session/session.ts";

const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Without it a spreadsheet takes the letters for those of its own country. */
const MARK = "\ufeff";

/** Every number of the figure at every step of its timeline, as a table; what waits for an answer is not in it. */
export function numbersOf(session: Session, words: Words): string {
  const { values, result, withheld } = session.store.getState();
  const { readouts } = session.figure;
  const names = Object.keys(readouts).filter((name) => !withheld.has(name));
  const head = ["t", ...names.map((name) => words(`readouts.${name}`))];
  const rows = Array.from({ length: session.length() }, (_, t) => [
    String(t),
    ...names.map((name) => {
      const x = readouts[name]!.of(result, values, t);
      return Number.isNaN(x) ? "" : String(x);
    }),
  ]);
  return MARK + [head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}
