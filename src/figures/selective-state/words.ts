import type { Taken } from "../../kit/params/text.ts";
import { TASK } from "./trained.ts";

/** Tokens that have room in the picture, and the signs of a longest one. */
export const MOST_WORDS = 12;
const LONGEST = 24;
/** Signs looked at: what is pasted may be a book. */
const FAR = 2000;

/** Words that say little by themselves, in both languages of the course. */
const FILLERS = new Set(
  (
    "the a an of to in on at and or is are was were be it that this for with as by from so but " +
    "的 了 着 是 在 和 与 也 就 都 而 及 或 之 把 被 这 那 个 有 很"
  ).split(" "),
);

/** Whether a token is a blank: a mark without letter or digit, or a filler word; a lone capital is a letter. */
export const isBlank = (token: string): boolean =>
  !/[\p{L}\p{N}]/u.test(token) ||
  FILLERS.has(token) ||
  (token.length > 1 && FILLERS.has(token.toLowerCase()));

/** Words, and Chinese characters one by one; where there is neither a space nor a Chinese character, every sign for itself. */
export function tokensOf(text: string): string[] {
  const plain = text.normalize("NFC").trim();
  const words = /\s|\p{Script=Han}/u.test(plain);
  const found = plain.match(
    words
      ? /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}'’-])*|[^\s\p{L}\p{M}\p{N}\p{C}]\p{M}*/gu
      : /[^\s\p{M}\p{C}]\p{M}*/gu,
  );
  return (found ?? []).map((token) => Array.from(token).slice(0, LONGEST).join(""));
}

/** Tokens as a text that gives the same tokens again. */
export const textOf = (tokens: readonly string[]): string =>
  [tokens.join(""), tokens.join(" ")].find(
    (text) => tokensOf(text).join("\n") === tokens.join("\n"),
  )!;

/** A text of the reader's own: its first tokens. */
export function takeText(typed: string): Taken {
  const tokens = tokensOf(typed.slice(0, FAR));
  if (tokens.length === 0) return { note: "empty" };
  const cut = tokens.length > MOST_WORDS || typed.length > FAR;
  return { value: textOf(tokens.slice(0, MOST_WORDS)), ...(cut && { note: "long" }) };
}

/** The ids of a row as the trained model reads it: 0 is the blank. */
export const idsOf = (row: string): number[] => Array.from(row, (c) => (c === "." ? 0 : Number(c)));

/** A row for the trained model: its tokens 1 to 8, and dots, spaces or zeros for the blank. */
export function takeRow(typed: string): Taken {
  const plain = typed
    .slice(0, FAR)
    .replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s0·。．_]/g, ".");
  if (/[^1-8.]/.test(plain)) return { note: "unknown" };
  const value = plain.slice(0, TASK.L).padEnd(TASK.L, ".");
  const tokens = idsOf(value).filter(Boolean).length;
  if (tokens === 0) return { note: "silent" };
  if (typed.length > FAR || /[1-8]/.test(plain.slice(TASK.L))) return { value, note: "longRow" };
  return { value, ...(tokens !== TASK.K && { note: "notThree" }) };
}
