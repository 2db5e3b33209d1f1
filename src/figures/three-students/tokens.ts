import type { Taken } from "../../kit/params/text.ts";
import { FILLER, FILLERS, NAMES, NUMBER, NUMBERS } from "../../models/notes/lecture.ts";

/** Tokens of a lecture at most: twice as many as any that the students were trained on. */
export const MOST = 320;

/** The names as they are written in a typed lecture, in the order of their ids; their first letters do, too. */
const names =
  "Ann Bob Cy Dan Eve Fay Gus Hal Ida Joe Kim Leo Max Ned Oda Pam Quin Rex Sue Tom Una Val Wes Xia".split(
    " ",
  );
const hanzi = Array.from("安博晨丹恩飞刚浩依佳凯乐明宁欧鹏琪瑞思涛宇文伟晓");
const BLANK = ".";

function nameOf(word: string): number {
  const chinese = hanzi.indexOf(word);
  if (chinese >= 0) return chinese;
  const at = names.findIndex((name) => name.toLowerCase() === word.toLowerCase());
  return at >= 0 || !/^[A-X]$/.test(word) ? at : names.findIndex((name) => name.startsWith(word));
}

/** A typed lecture: names and numbers as they are, every other word a dot. */
export function takeLecture(typed: string): Taken {
  const found = typed.slice(0, 20 * MOST).match(/\p{Script=Han}|\p{L}+|\d+|[.·…]/gu) ?? [];
  if (found.length === 0) return { note: "nothingSaid" };
  const tooLarge = found.some((word) => /^\d/.test(word) && Number(word) >= NUMBERS);
  const words = found.slice(0, MOST).map((word) => {
    if (/^\d/.test(word)) return Number(word) < NUMBERS ? String(Number(word)) : BLANK;
    return names[nameOf(word)] ?? BLANK;
  });
  const note = tooLarge ? "numberTooLarge" : found.length > MOST ? "tooLong" : undefined;
  return { value: words.join(" "), ...(note && { note }) };
}

/** Its tokens. */
export const tokensOf = (text: string): Int32Array =>
  Int32Array.from(text.split(" "), (word, t) => {
    if (word === BLANK) return FILLER + ((7 * t) % FILLERS);
    const name = names.indexOf(word);
    return name >= 0 ? name : NUMBER + Number(word);
  });

/** A lecture for each u from 0 to 1. */
export const anyLecture = (u: number): string =>
  Array.from({ length: 4 + Math.round(u * 40) }, (_, t) => {
    if (t % 3 === 0) return names[(t + Math.floor(u * 100)) % NAMES]!;
    return t % 3 === 1 ? String((5 * t + Math.floor(u * 50)) % NUMBERS) : BLANK;
  }).join(" ");

const pause = (n: number) => Array.from({ length: n }, () => BLANK).join(" ");
/** Lectures to begin with. */
export const lectures = {
  /** One early, one late, one twice, one that is put right. */
  four: `Ann 7 ${pause(6)} Bob 3 ${pause(5)} Cy 12 ${pause(9)} Bob 3 ${pause(7)} Cy 20 ${pause(8)} Dan 5 ${pause(4)}`,
  /** Two names, one number right at the beginning, the other at the end. */
  apart: `Ann 7 ${pause(120)} Rex 9 ${pause(3)}`,
};
