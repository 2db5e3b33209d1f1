import type { Course } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Kind } from "./probes.ts";
import { unpacked } from "./sample.ts";
import json from "./recorded.json" with { type: "json" };

/** A piece of the text, and how much each of its characters surprised. */
export interface Excerpt {
  readonly from: number;
  readonly text: string;
  readonly nats: Float32Array;
}

/** What reading a bundled text gave, kept by tools/record-text.ts: shown until it is read here. */
export interface Recorded extends Course {
  readonly excerpts: readonly Excerpt[];
  /** Some changes, with what the first characters behind them surprised more. */
  readonly felt: Readonly<
    Record<Kind, readonly { readonly from: number; readonly extra: Float32Array }[]>
  >;
  /** The first characters, which NumPy reads again, and their mean surprise. */
  readonly head: { readonly text: string; readonly nats: number };
}

/** More surprise, or less, is kept as a signed square of 11ths. */
export const EXTRA = 11;

type Points = readonly (readonly number[])[];

/** As it lies in the file: points as [place, size, mean, error], nats and extra as bytes in base64. */
interface Packed {
  readonly count: number;
  readonly mean: number;
  readonly error: number;
  readonly ends: readonly [number, number];
  readonly parts: readonly number[];
  readonly position: Points;
  readonly fresh: Points;
  readonly knowing: Points;
  readonly extra: Readonly<Record<Kind, Points>>;
  readonly moved: Readonly<Record<Kind, Points>>;
  readonly halves: readonly number[];
  readonly times: number;
  readonly excerpts: readonly {
    readonly from: number;
    readonly text: string;
    readonly nats: string;
  }[];
  readonly felt: Readonly<
    Record<Kind, readonly { readonly from: number; readonly extra: string }[]>
  >;
  readonly head: { readonly text: string; readonly nats: number };
}

const bytes = (text: string) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
const points = (list: Points) =>
  list.map(([at, size, mean, error]) => ({
    at: at!,
    size: size!,
    mean: mean!,
    error: error ?? NaN,
  }));
const kinds = <T, U>(of: Readonly<Record<Kind, T>>, make: (x: T) => U): Record<Kind, U> => ({
  cleared: make(of.cleared),
  letter: make(of.letter),
});

/** Of the first character, which nothing predicted, nothing is known. */
const known = (from: number, nats: Float32Array) => (from === 0 ? nats.fill(NaN, 0, 1) : nats);

const open = (kept: Packed): Recorded => ({
  ...kept,
  by: "record",
  read: kept.count,
  position: points(kept.position),
  fresh: points(kept.fresh),
  knowing: points(kept.knowing),
  extra: kinds(kept.extra, points),
  moved: kinds(kept.moved, points),
  excerpts: kept.excerpts.map((e) => ({ ...e, nats: known(e.from, unpacked(bytes(e.nats))) })),
  felt: kinds(kept.felt, (list) =>
    list.map(({ from, extra }) => ({
      from,
      extra: Float32Array.from(bytes(extra), (b) => {
        const step = (b << 24) >> 24;
        return Math.sign(step) * (step / EXTRA) ** 2;
      }),
    })),
  ),
});

const kept = json as unknown as Readonly<Record<"sample" | "again", Packed>>;
const opened = { sample: open(kept.sample), again: open(kept.again) };

export const recordedFor = (source: Exclude<Setting["source"], "own">): Recorded => opened[source];
