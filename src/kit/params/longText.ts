import type { Label, Param } from "../param.ts";

/** Characters of a text that a link carries, and of one that is taken at all. */
const CARRIED = 600;
export const MOST = 200_000;
/** Stands for a text that is too long for a link; before one that begins with it. */
const SIGN = "~";
/** Half a character, or what stands in its place in a badly encoded address. */
const broken = /[\p{Cs}\uFFFD]/u;

/** What is typed or pasted as it is read: line ends of one kind, up to a length. */
export const tidied = (typed: string): string => typed.replace(/\r\n?/g, "\n").slice(0, MOST);

/** A text of any length; a long one stays with the reader. `samples` are what tests try. */
export const longText = ({
  samples,
  ...o
}: Label & { initial: string; samples: readonly string[] }): Omit<Param<string>, "kind"> => ({
  ...o,
  parse: (s) => {
    const text = s.startsWith(SIGN) ? s.slice(SIGN.length) : s;
    return s === SIGN || broken.test(text) || text.length > CARRIED ? undefined : tidied(text);
  },
  print: (text) => (text.length > CARRIED ? SIGN : text.startsWith(SIGN) ? SIGN + text : text),
  stays: (s) => s === SIGN,
  nudge: (text) => text,
  at: (u) => samples[Math.min(samples.length - 1, Math.floor(u * samples.length))]!,
});
