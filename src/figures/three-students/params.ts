import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { text } from "../../kit/params/text.ts";
import { anyLecture, lectures, MOST, takeLecture } from "./tokens.ts";

export const params = {
  show: choice({
    label: "Shown",
    options: { lecture: "lecture and exam", recall: "how well they recall" },
    initial: "lecture",
  }),
  source: choice({
    label: "The lecture",
    options: { drawn: "drawn by lot", own: "my own" },
    initial: "drawn",
  }),
  own: text({
    label: "My lecture: names (Ann … Xia) with a number from 0 to 23 behind; all else is filler",
    initial: lectures.four,
    take: takeLecture,
    at: anyLecture,
    offers: {
      four: { label: "Early, late, twice, put right", of: () => lectures.four },
      apart: { label: "Far apart", of: () => lectures.apart },
    },
  }),
  names: number({ label: "names with a number", min: 1, max: 24, step: 1, initial: 8 }),
  /** Room for 24 names said twice. */
  length: number({ label: "tokens of the lecture", min: 96, max: MOST, step: 8, initial: 96 }),
  layer: number({
    label: "Layer looked at, of Mamba and Transformer",
    min: 1,
    max: 2,
    step: 1,
    initial: 2,
    more: true,
  }),
  mamba: choice({
    label: "Mamba's states in a channel",
    options: { n16: "16", n4: "4", n1: "1" },
    initial: "n16",
  }),
  lstm: choice({
    label: "The LSTM",
    options: { same: "of the same size", wide: "of five times the size" },
    initial: "same",
  }),
  seed: seed({ label: "Seed: lecture, order of the questions", initial: 3 }),
};

export type Setting = Values<typeof params>;
