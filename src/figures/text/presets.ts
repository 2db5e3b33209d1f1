import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const t = 20_500;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  surprise: { label: "A play, character by character", set: {}, t },
  position: { label: "Does it go on getting better?", set: { show: "position" } },
  carries: { label: "What carries over a paragraph", set: { show: "carries" }, t },
  reach: { label: "How far the state reaches", set: { show: "reach" } },
  again: { label: "The same speech ten times", set: { source: "again", zoom: "near" }, t: 400 },
  own: { label: "My own text", set: { source: "own" }, t: 0 },
  near: { label: "A thousand characters", set: { zoom: "near" }, t, lesson: true },
  againCarries: {
    label: "The speech, its past forgotten",
    set: { source: "again", show: "carries" },
    t: 600,
    lesson: true,
  },
  againReach: {
    label: "The reach on the repeated speech",
    set: { source: "again", show: "reach" },
    lesson: true,
  },
};
