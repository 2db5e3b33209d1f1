import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { text, type Taken } from "../../kit/params/text.ts";
import { CHARACTERS, DEFAULT, MOST, SHAPE } from "./model.ts";

/** What is typed without what the model has never seen, up to as many characters; characters looked at. */
export function takeText(typed: string): Taken {
  const looked = Array.from(typed.slice(0, FAR));
  const known = looked.filter((c) => c !== "\n" && CHARACTERS.includes(c));
  const value = known.slice(0, MOST).join("");
  if (typed === "") return { note: "empty" };
  if (value === "") return { note: "strange" };
  if (known.length > MOST || typed.length > FAR) return { value, note: "long" };
  return { value, ...(known.length < looked.length && { note: "skipped" }) };
}
const FAR = 400;

const samples = [DEFAULT.text, "a", "KING RICHARD III: My hor", "zzzzzzzz", "What, ho! ", "3&$"];

export const params = {
  box: choice({
    label: "The box looked at",
    options: {
      whole: "the whole block",
      norm: "RMSNorm",
      in: "in_proj",
      conv: "conv1d",
      silu: "SiLU",
      select: "x_proj: δ, B, C",
      delta: "dt_proj: Δ",
      scan: "the state h",
      read: "y = C h + D u",
      gate: "the gate",
      out: "out_proj",
      add: "back to the stream",
    },
    initial: "whole",
  }),
  text: text({
    label: "The text it reads",
    initial: DEFAULT.text,
    take: takeText,
    at: (u) => samples[Math.min(samples.length - 1, Math.floor(u * samples.length))]!,
  }),
  layer: number({ label: "Block", min: 1, max: SHAPE.layers, step: 1, initial: DEFAULT.layer }),
  channel: number({ label: "Channel", min: 1, max: SHAPE.E, step: 1, initial: DEFAULT.channel }),
};

export type Setting = Values<typeof params>;
