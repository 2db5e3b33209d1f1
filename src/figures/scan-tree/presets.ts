import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const nile = { from: "signal", input: { kind: "series", id: "nile" } } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  hillis: { label: "Hillis–Steele", set: { algorithm: "hillisSteele" } },
  blelloch: { label: "Blelloch", set: { algorithm: "blellochInclusive" } },
  chunked: { label: "In chunks", set: { algorithm: "chunked", chunk: 3 } },
  odd: { label: "Eleven pairs", set: { algorithm: "blelloch", n: 11 } },
  nile: { label: "64 years of the Nile", set: { ...nile, algorithm: "blellochInclusive", n: 64 } },
  swapped: { label: "The wrong way round", set: { algorithm: "hillisSteele", swap: true } },
  start: { label: "The pairs", set: { algorithm: "sequential" }, t: 0, lesson: true },
  sequential: { label: "One after the other", set: { algorithm: "sequential" }, lesson: true },
  hillisStart: { label: "Before the first sweep", set: {}, t: 0, lesson: true },
  hillisFirst: { label: "The first sweep", set: {}, t: 1, lesson: true },
  upSweep: { label: "Up to the total", set: { algorithm: "blelloch" }, t: 3, lesson: true },
  downSweep: { label: "On the way down", set: { algorithm: "blelloch" }, t: 6, lesson: true },
  blellochStart: { label: "Before the tree", set: { algorithm: "blelloch" }, t: 0, lesson: true },
  chunkedStart: {
    label: "Chunks, before they begin",
    set: { algorithm: "chunked", chunk: 3 },
    t: 0,
    lesson: true,
  },
  chunkedCarry: {
    label: "The carry",
    set: { algorithm: "chunked", chunk: 3 },
    t: 3,
    lesson: true,
  },
  nileChunked: {
    label: "64 years in chunks of eight",
    set: { ...nile, algorithm: "chunked", chunk: 8, n: 64 },
    lesson: true,
  },
  nileHillis: {
    label: "64 years, Hillis–Steele",
    set: { ...nile, algorithm: "hillisSteele", n: 64 },
    lesson: true,
  },
  nileSequential: {
    label: "64 years, one after the other",
    set: { ...nile, algorithm: "sequential", n: 64 },
    lesson: true,
  },
  swappedBlelloch: {
    label: "Blelloch, the wrong way round",
    set: { algorithm: "blelloch", swap: true },
    lesson: true,
  },
};
