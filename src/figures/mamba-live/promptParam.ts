import type { Label, Param } from "../../kit/param.ts";
import { examples, type ExampleName } from "./examples.ts";

/** A text of any length that the model reads; its options are the examples. */
export interface PromptParam extends Param<string> {
  readonly kind: "prompt";
}

/** Characters of a text that a link carries, and of one that is read at all. */
const CARRIED = 600;
export const MOST = 200_000;
/** Stands for a text that is too long for a link; before one that begins with it. */
const SIGN = "~";
/** Half a character, or what stands in its place in a badly encoded address. */
const broken = /[\p{Cs}\uFFFD]/u;

/** What is typed or pasted as it is read: line ends of one kind, up to a length. */
export const tidied = (typed: string): string => typed.replace(/\r\n?/g, "\n").slice(0, MOST);

const samples = ["", "romeo", "Zoë 3×\n~", "~", "一二三。\n"];

export const prompt = (
  o: Label & { initial: string; options: Record<ExampleName, string> },
): PromptParam => ({
  kind: "prompt",
  ...o,
  parse: (s) => {
    const text = s.startsWith(SIGN) ? s.slice(SIGN.length) : s;
    return s === SIGN || broken.test(text) || text.length > CARRIED ? undefined : tidied(text);
  },
  print: (text) => (text.length > CARRIED ? SIGN : text.startsWith(SIGN) ? SIGN + text : text),
  stays: (s) => s === SIGN,
  nudge: (text) => text,
  at: (u) => {
    const sample = samples[Math.min(samples.length - 1, Math.floor(u * samples.length))]!;
    return examples[sample as ExampleName]?.text ?? sample;
  },
});
