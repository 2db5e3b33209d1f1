import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { text, type Taken } from "../../kit/params/text.ts";
import { wordsIn } from "./split.ts";

/** Words that are weighed, and characters that are looked at. */
export const MOST_WORDS = 24;
const FAR = 400;

/** A text as it is typed, up to as many words; nothing at all stands for the example. */
export function takeText(typed: string): Taken {
  const looked = typed.slice(0, FAR).trim();
  if (looked === "") return { value: "" };
  let text = looked;
  for (let words = shownIn(text); words.length > MOST_WORDS; words = shownIn(text)) {
    let end = 0;
    for (const word of words.slice(0, MOST_WORDS)) end = text.indexOf(word, end) + word.length;
    text = text.slice(0, end);
  }
  if (shownIn(text).length === 0) return { note: "wordless" };
  const cut = typed.trim().length > FAR || text.length < looked.length;
  return { value: text, ...(cut && { note: "long" }) };
}

const shownIn = (text: string): string[] => wordsIn(text).map(({ shown }) => shown);

const samples = [
  "",
  "the cat sat on the mat",
  "门 关 着 就 保持 原有 的 内容",
  "what",
  "a a a a b",
  "zyx ‍ wvu 3.14",
];

export const params = {
  task: choice({
    label: "The task",
    options: {
      question: "Is it a question?",
      kalman: "Is it from the chapter on the Kalman filter?",
      hippo: "Is it from the chapter on HiPPO?",
      scan: "Is it from the chapter on the parallel scan?",
    },
    initial: "question",
  }),
  sentence: choice({
    label: "A sentence",
    options: { trust: "on the filter", slow: "on HiPPO", helpers: "on helpers" },
    initial: "trust",
  }),
  text: text({
    label: "or a text of my own",
    initial: "",
    take: takeText,
    at: (u) =>
      takeText(samples[Math.min(samples.length - 1, Math.floor(u * samples.length))]!).value!,
  }),
  word: number({ label: "The word looked at", min: 1, max: MOST_WORDS, step: 1, initial: 4 }),
};

export type Setting = Values<typeof params>;
