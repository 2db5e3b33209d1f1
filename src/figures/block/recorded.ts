import { DEFAULT } from "./model.ts";
import type { Setting } from "./params.ts";
import json from "./recorded.json" with { type: "json" };
import { type Scale, type Seen, type States, type Strip, stripNames } from "./seen.ts";

/** Some characters of the default text in one block, kept by tools/record-block.ts. */
export interface Recorded {
  readonly seen: ReadonlyMap<number, Seen>;
  readonly scale: Scale;
}

/** Numbers in steps of a 127th of the largest. */
interface Packed {
  readonly most: number;
  readonly of: string;
}

const unpack = ({ most, of }: Packed): Float64Array =>
  Float64Array.from(atob(of), (c) => (((c.charCodeAt(0) << 24) >> 24) * most) / 127);

interface Kept {
  readonly t: number;
  readonly strips: Readonly<Record<Strip, Packed>>;
  readonly past: readonly Packed[];
  readonly states: Readonly<Record<keyof States, readonly number[]>>;
}

const kept = json as { readonly scale: Scale; readonly characters: readonly Kept[] };

function seenOf({ strips, past, states: { before, after, kept: share } }: Kept): Seen {
  const states = {
    before: Float64Array.from(before),
    after: Float64Array.from(after),
    kept: Float64Array.from(share),
  };
  return {
    strips: Object.fromEntries(stripNames.map((name) => [name, unpack(strips[name])])) as Record<
      Strip,
      Float64Array
    >,
    past: past.map(unpack),
    states: (channel) => (channel === DEFAULT.channel - 1 ? states : undefined),
  };
}

const open = (): Recorded => ({
  seen: new Map(kept.characters.map((one) => [one.t, seenOf(one)])),
  scale: kept.scale,
});

let opened: Recorded | undefined;

export const recordedFor = ({ text, layer }: Setting): Recorded | undefined =>
  text === DEFAULT.text && layer === DEFAULT.layer ? (opened ??= open()) : undefined;
