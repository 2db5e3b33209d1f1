import type { Words } from "../../kit/derive.ts";
import type { Session } from "../../session/session.ts";
import { numbersOf } from "../table/columns.ts";

const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Without it a spreadsheet takes the letters for those of its own country. */
const MARK = "\ufeff";

/** Every number of the figure at every step of its timeline, as a table; what waits for an answer is not in it. */
export function csvOf(session: Session, words: Words): string {
  const { columns, row } = numbersOf(session, words);
  const head = ["t", ...columns.map(({ name }) => name)];
  const rows = Array.from({ length: session.length() }, (_, t) => [
    String(t),
    ...row(t).map((x) => (Number.isNaN(x) ? "" : String(x))),
  ]);
  return MARK + [head, ...rows].map((all) => `${all.map(cell).join(",")}\r\n`).join("");
}
