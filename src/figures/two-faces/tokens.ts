import type { Taken } from "../../kit/params/text.ts";

/** Tokens that have room in the picture; characters looked at: what is pasted may be a book. */
export const MOST = 16;
const FAR = 2000;

/** Every sign is a token, a space too; a run of blanks is one. */
export const tokensOf = (text: string): string[] =>
  text.match(/(?:\P{M}\p{M}*|\p{M}+)/gu)?.map((sign) => sign.slice(0, 8)) ?? [];

/** A text of the reader's own: its first tokens, on one line. */
export function takeText(typed: string): Taken {
  const plain = typed
    .slice(0, FAR)
    .normalize("NFC")
    .replace(/[\s\p{C}]+/gu, " ")
    .trim();
  const tokens = tokensOf(plain);
  if (tokens.length < 2) return { note: "tooFew" };
  const cut = tokens.length > MOST || typed.length > FAR;
  return { value: tokens.slice(0, MOST).join("").trimEnd(), ...(cut && { note: "tooMany" }) };
}

/** A token as the picture shows it. */
export const glyph = (token: string): string => (token === " " ? "␣" : token);
