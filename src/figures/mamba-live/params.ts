import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { examples } from "./examples.ts";
import { modelParam } from "./modelParam.ts";
import { CHANNELS, DRAWN, LAYERS, WRITTEN } from "./models.ts";
import { prompt } from "./promptParam.ts";

export const params = {
  show: choice({
    label: "Shown",
    options: {
      tokens: "Δ of every character",
      states: "one channel's state",
      hears: "what it still hears",
      whatif: "what if …",
      inside: "inside the model",
    },
    initial: "tokens",
  }),
  text: prompt({
    label: "The text it reads",
    initial: examples.romeo.text,
    options: {
      romeo: "Romeo",
      king: "a king",
      modern: "nothing it knows",
      spring: "春晓",
      moon: "明月",
    },
  }),
  model: modelParam({
    label: "The model",
    options: {
      tiny: "English, small",
      english: "English, full",
      chinese: "Chinese quatrains",
      own: "one of your own",
    },
    initial: "tiny",
  }),
  layer: number({ label: "Layer", min: 1, max: LAYERS, step: 1, initial: 4 }),
  channel: number({
    label: "Channel, by how much its Δ varies (0: mean of all)",
    min: 0,
    max: CHANNELS,
    step: 1,
    initial: 0,
  }),
  change: choice({
    label: "What is changed",
    options: {
      none: "nothing",
      hold: "Δ of the character is 0",
      flood: "Δ of the character is ten times as large",
      unheard: "the character enters no state",
      state: "the states are cleared before it",
      window: "the window of the convolution is",
      both: "states and window are cleared",
    },
    initial: "none",
  }),
  at: number({
    label: "At character",
    min: 1,
    max: DRAWN + WRITTEN,
    step: 1,
    initial: 58,
  }),
  scope: choice({
    label: "In",
    options: { all: "all layers", layer: "the chosen layer" },
    initial: "all",
  }),
  zoom: choice({
    label: "Zoom",
    options: {
      model: "the model",
      layer: "one layer",
      block: "all its states",
      channel: "one channel",
    },
    initial: "model",
  }),
  write: number({
    label: "Characters written behind it",
    min: 0,
    max: WRITTEN,
    step: 1,
    initial: 51,
  }),
  temperature: number({ label: "Temperature", min: 0, max: 1.5, step: 0.05, initial: 0.6 }),
  topk: number({
    label: "Only so many of the most probable (0: all)",
    min: 0,
    max: 40,
    step: 1,
    initial: 0,
  }),
  seed: seed({ label: "Seed", initial: 13 }),
};

export type Setting = Values<typeof params>;
