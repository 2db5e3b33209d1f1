import type { Values } from "../../kit/param.ts";
import { number } from "../../kit/params/number.ts";
import { text, type Taken } from "../../kit/params/text.ts";
import { CHARACTERS, LONGEST, MAMBA, MOST, TEXT, TRANSFORMER } from "./model.ts";

/** Characters looked at: what is pasted may be a book. */
const FAR = 400;

/** The characters of a text that the models know. */
export const knownIn = (value: string): string[] =>
  [...value].filter((c) => CHARACTERS.includes(c)).slice(0, MOST);

/** And those that they do not. */
export const strangeIn = (value: string): string[] =>
  [...value].filter((c) => !CHARACTERS.includes(c));

/** What is typed up to as many characters as are read; those that the models do not know stay and are skipped. */
export function takeText(typed: string): Taken {
  if (typed === "") return { note: "empty" };
  const looked = [...typed.slice(0, FAR).replace(/[\n\r\t]+/g, " ")];
  let known = 0;
  const kept: string[] = [];
  for (const c of looked) {
    if (kept.length === LONGEST || known === MOST) break;
    kept.push(c);
    known += Number(CHARACTERS.includes(c));
  }
  const value = kept.join("");
  if (known < 2) return { note: known === 0 ? "strange" : "tooFew" };
  if (kept.length < looked.length || typed.length > FAR) return { value, note: "long" };
  return { value, ...(known < kept.length && { note: "skipped" }) };
}

const samples = [TEXT, "ab", "KING RICHARD III: My hor", "zzzzzzzz", "What, ho! ", "à 3 $ & 光 ok"];

export const params = {
  text: text({
    label: "The text that both read",
    initial: TEXT,
    take: takeText,
    at: (u) => samples[Math.min(samples.length - 1, Math.floor(u * samples.length))]!,
  }),
  layer: number({ label: "Mamba: layer", min: 1, max: MAMBA.layers, step: 1, initial: 6 }),
  channel: number({
    label: "Mamba: channel, 0: mean size of all",
    min: 0,
    max: MAMBA.channels,
    step: 1,
    initial: 146,
  }),
  block: number({
    label: "Transformer: layer",
    min: 1,
    max: TRANSFORMER.layers,
    step: 1,
    initial: 2,
  }),
  head: number({
    label: "Transformer: head, 0: mean of all",
    min: 0,
    max: TRANSFORMER.heads,
    step: 1,
    initial: 4,
  }),
};

export type Setting = Values<typeof params>;
