import { readOn, type Change } from "../../models/mamba/intervene.ts";
import { placeOf, standAt } from "../../models/mamba/place.ts";
import { begin, type Runnable } from "../../models/mamba/stack.ts";
import { chances, drawn } from "../../models/sampling.ts";
import type { Real } from "../../numerics/dense.ts";
import { generator } from "../../numerics/random.ts";
import { sizesOf } from "./models.ts";
import type { Setting } from "./params.ts";
import { layerOf, placeIn } from "./places.ts";
import type { Reading } from "./reading.ts";

/** The same text once more, one thing changed on the way. */
export interface Changed {
  /** The character at which, 0-based. */
  readonly at: number;
  /** L × vocabulary: what the model says then. */
  readonly logits: Real;
  /** Half the sum of |p − p′| at each character: how much of the probability of the next one has moved, 0 … 1. */
  readonly moved: Float64Array;
  /** What it writes then, behind the first `fixed` characters, with the same seed. */
  readonly fixed: number;
  readonly written: Int32Array;
}

const PIECE = 64;

const kinds = {
  hold: { kind: "delta", value: 0 },
  flood: { kind: "times", value: 10 },
  unheard: { kind: "unheard" },
  state: { kind: "state" },
  window: { kind: "window" },
  both: { kind: "both" },
} as const;

// #region change
/** Reads what was read, with the change of the setting, and writes on anew: how far it is, and at the end what there is. */
export function* reread(
  stack: Runnable,
  reading: Reading,
  v: Setting,
): Generator<number, Changed, undefined> {
  const { ids, prompt, before, tokens } = reading;
  const piece = tokens ? 4 : PIECE;
  const at = placeIn(reading, v);
  const layers = v.scope === "layer" ? { layers: [layerOf(v)] } : {};
  const changes: Change[] = v.change === "none" ? [] : [{ ...kinds[v.change], at, ...layers }];
  const fixed = Math.max(prompt, at + 1);
  const run = begin(stack, piece, false);
  standAt(run, before);
  const width = run.logits.width;
  const logits = tokens
    ? new Float32Array(ids.length * width)
    : new Float64Array(ids.length * width);
  let place = before;
  for (let from = 0; from < ids.length;) {
    const to = Math.min(from + piece, ids.length, from < fixed ? fixed : Infinity);
    const here = changes.filter((c) => c.at >= from && c.at < to);
    const moved = here.map((c) => ({ ...c, at: c.at - from }));
    readOn(stack, run, ids.subarray(from, to), moved, (start, steps) =>
      logits.set(run.logits.data.subarray(0, steps * width), (from + start) * width),
    );
    if (to === fixed) place = placeOf(run);
    from = to;
    yield (0.6 * from) / ids.length;
  }
  const written = writeOn(
    stack,
    place,
    Float64Array.from(logits.subarray((fixed - 1) * width, fixed * width)),
    {
      count: prompt + sizesOf(v.model).written - fixed,
      skip: fixed - prompt,
      v,
    },
  );
  return { at, logits, moved: moving(reading.logits, logits, width), fixed, written };
}
// #endregion

/** What is written from a place on; the seed's first `skip` numbers are for what was written before. */
function writeOn(
  stack: Runnable,
  place: Reading["before"],
  first: Float64Array,
  { count, skip, v }: { count: number; skip: number; v: Setting },
): Int32Array {
  const run = begin(stack, 1, false);
  standAt(run, place);
  const { uniform } = generator(v.seed);
  for (let k = 0; k < skip; k++) uniform();
  let last = first;
  return Int32Array.from({ length: count }, () => {
    const id = drawn(chances(last, v.temperature, v.topk), uniform());
    readOn(stack, run, Int32Array.of(id), [], () => (last = run.logits.data));
    return id;
  });
}

/** Half the sum of |p − p′| of two rows after another. */
function moving(a: Real, b: Real, width: number): Float64Array {
  return Float64Array.from({ length: a.length / width }, (_, t) => {
    const [p, q] = [a, b].map((l) =>
      chances(Float64Array.from(l.subarray(t * width, (t + 1) * width)), 1),
    );
    return p!.reduce((sum, x, id) => sum + Math.abs(x - q![id]!) / 2, 0);
  });
}
