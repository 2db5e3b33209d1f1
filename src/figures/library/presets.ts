import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  one: { label: "One helper", set: { k: 1 } },
  four: { label: "Four helpers", set: {} },
  noCarry: { label: "Without the carry", set: { carry: false } },
  ssm: { label: "A state space model", set: { task: "ssm" } },
  tanh: { label: "A task that cannot be shared", set: { task: "tanh" } },
  each: { label: "Each book for itself", set: { task: "each" } },
  oneStart: { label: "One helper, on her way", set: { k: 1 }, t: 4, lesson: true },
  fourStart: { label: "Four helpers, at the start", set: {}, t: 0, lesson: true },
  summed: { label: "After the first pass", set: {}, t: 3, lesson: true },
  relay: { label: "The relay", set: {}, t: 5, lesson: true },
  two: { label: "Two helpers", set: { k: 2 }, lesson: true },
  sixteen: { label: "Sixteen helpers", set: { k: 16 }, lesson: true },
  many: { label: "32 books, eight helpers", set: { n: 32, k: 8 }, lesson: true },
  ssmSummed: {
    label: "A summary of two numbers",
    set: { task: "ssm" },
    t: 3,
    lesson: true,
  },
  tanhStart: { label: "Who can begin?", set: { task: "tanh" }, t: 0, lesson: true },
  tanhMiddle: { label: "They wait", set: { task: "tanh" }, t: 6, lesson: true },
  tanhApart: {
    label: "Not waiting",
    set: { task: "tanh", carry: false },
    lesson: true,
  },
  eachStart: { label: "Each for itself, at the start", set: { task: "each" }, t: 0, lesson: true },
  maximum: { label: "The largest so far", set: { task: "max" }, lesson: true },
};
