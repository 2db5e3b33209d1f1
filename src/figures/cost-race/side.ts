import { now as clock } from "../../tasks/clock.ts";
import type { Shipped } from "../../tasks/shipped.ts";
import { Refusal, type Report } from "../../kit/task.ts";
import { chances, drawn } from "../../models/sampling.ts";
import { openReader, type Reader } from "../../models/shipped/open.ts";
import { readWeights } from "../../models/shipped/weights.ts";
import {
  readToken,
  startTransformer,
  transformerFrom,
  type TransformerState,
} from "../../models/transformer.ts";
import { generator } from "../../numerics/random.ts";
import { CHARACTERS, FILLED, WRITTEN, type Racer } from "./models.ts";
import { contextOf, idsOf, startOf, type Setting } from "./params.ts";

/** A stretch of characters that was timed together: its middle position, the seconds of one of them. */
export type Stretch = readonly [position: number, seconds: number];

export type SideValues = Pick<
  Setting,
  "beginning" | "context" | "sight" | "temperature" | "seed"
> & {
  readonly racer: Racer;
  /** So much is read before a cache of 10,000 and more is filled with copies of it; 0 where all is read. */
  readonly fills: number;
};

export interface SideGiven {
  readonly model: Shipped;
  /** What is read before the beginning. */
  readonly text: string;
}

/** What one of them has done since the last report. */
export interface SideRun extends SideGiven {
  readonly fresh: readonly Stretch[];
  readonly written: string;
}

type Slices = Generator<Report<SideRun>, Partial<SideRun>, undefined>;

/** Seconds that a stretch lasts at least, whatever the clock; and those of a slice. */
const STRETCH = 0.01;
const SLICE = 0.05;
/** Characters read before anything is timed, so that the code has been compiled. */
const WARM = 300;

/** One of the three reads what there is and writes on, alone; all characters are timed, a stretch at a time. */
export function* raceSide(
  v: SideValues,
  _: AbortSignal,
  { model, text }: Partial<SideGiven>,
  now = clock,
): Slices {
  const given = Array.from(text!.slice(0, contextOf(v)), (c) => CHARACTERS.indexOf(c));
  const prompt = [...given, ...idsOf(v.beginning)];
  const start = startOf(v);
  const copies =
    v.racer === "transformer" && v.sight === "all" && v.fills > 0 && given.length >= FILLED;
  const reader = open(model!, v, start + WRITTEN);
  const watch = stopwatch(now);
  const all = prompt.length + WRITTEN;
  let written = "";
  let slice = now();
  const report = (far: number) => ({ done: far / all, product: { fresh: watch.take(), written } });
  const due = () => now() - slice > SLICE;
  let logits: Float64Array = new Float64Array();
  for (let k = 0; k < (copies ? v.fills : prompt.length); k++) {
    logits = reader.read(prompt[k]!);
    if (!watch.read(k + 1) || !due()) continue;
    yield report(k);
    slice = watch.begin();
  }
  if (copies) {
    yield* sampled(reader, [v.fills, start + WRITTEN], watch, (done) => ({
      done,
      product: report(0).product,
    }));
    return { fresh: watch.take(), written };
  }
  const dice = generator(v.seed);
  for (let k = 0; k < WRITTEN; k++) {
    const id = drawn(chances(logits, v.temperature), dice.uniform());
    written += CHARACTERS[id]!;
    logits = reader.read(id);
    if (!watch.read(start + k + 1) || !due()) continue;
    yield report(prompt.length + k);
    slice = watch.begin();
  }
  watch.end();
  return { fresh: watch.take(), written };
}

/** A cache filled with copies of what was read, and some characters at positions up to the last: ten to the decade. */
function* sampled(
  reader: Racing,
  [first, last]: readonly [number, number],
  watch: ReturnType<typeof stopwatch>,
  report: (done: number) => Report<SideRun>,
) {
  reader.fill();
  const places = 10 * Math.log10(last / first);
  for (let k = 1; k <= places; k++) {
    const position = Math.round(first * 10 ** (k / 10));
    reader.move(position);
    watch.begin();
    for (let i = 0; i < 4; i++) {
      reader.read(i);
      watch.read(position + i + 1);
    }
    watch.end();
    yield report(k / places);
  }
}

interface Racing extends Pick<Reader, "read"> {
  /** Copies what the cache holds until it is full; goes to another position in it. */
  fill(): void;
  move(position: number): void;
}

/** A model that has been warmed up and has read nothing; a Transformer that sees everything has room for so many positions. */
function open({ card, bytes }: Shipped, { racer, sight }: SideValues, room: number): Racing {
  const no = () => undefined;
  const plain = openReader(card, bytes);
  for (let k = 0; k < WARM; k++) plain.read(k % CHARACTERS.length);
  plain.reset();
  if (racer !== "transformer" || sight === "window")
    return { read: (id) => plain.read(id), fill: no, move: no };
  const {
    vocab_size: vocab,
    hidden_size: d,
    num_hidden_layers: layers,
    num_heads: heads,
  } = card.shape;
  const shape = { vocab: vocab!, d: d!, layers: layers!, heads: heads!, context: room };
  const whole = transformerFrom(shape, readWeights(card, bytes));
  const state = roomFor(() => startTransformer(whole));
  return {
    read: (id) => {
      readToken(whole, state, id);
      return state.logits.data;
    },
    fill: () => {
      const had = state.position * shape.d;
      for (const x of [...state.keys, ...state.values])
        for (let at = had; at < x.length; at += had)
          x.set(x.subarray(0, Math.min(had, x.length - at)), at);
    },
    move: (position) => (state.position = position),
  };
}

function roomFor(make: () => TransformerState): TransformerState {
  try {
    return make();
  } catch (e) {
    throw e instanceof RangeError ? new Refusal("noRoom") : e;
  }
}

/** Times characters together until the clock has surely seen them. */
function stopwatch(now: () => number) {
  let [began, count, last] = [now(), 0, 0];
  let taken: Stretch[] = [];
  const end = () => {
    const seconds = now() - began;
    if (count > 0 && seconds > 0) taken.push([last - (count - 1) / 2, seconds / count]);
    [began, count] = [now(), 0];
  };
  return {
    /** The next character begins now, whatever was before. */
    begin: () => ([began, count] = [now(), 0])[0],
    /** A character has been read, the `position`th of all; whether a stretch has ended with it. */
    read(position: number): boolean {
      [count, last] = [count + 1, position];
      const ends = now() - began >= STRETCH;
      if (ends) end();
      return ends;
    },
    end,
    take(): readonly Stretch[] {
      const had = taken;
      taken = [];
      return had;
    },
  };
}
