import { carry, enter, type Run as MambaRun, runStack } from "../../models/mamba/forward.ts";
import { intermediate } from "../../models/mamba/intermediates.ts";
import { placeOf, standAt, type Place } from "../../models/mamba/place.ts";
import { begin, type Runnable } from "../../models/mamba/stack.ts";
import { chances, drawn } from "../../models/sampling.ts";
import type { Real } from "../../numerics/dense.ts";
import { generator } from "../../numerics/random.ts";
import type { Setting } from "./params.ts";
import type { Tokens } from "./text.ts";

/** What one layer did at every character that is drawn: L × channels, or L × states; of a reader's own model in single precision. */
export interface LayerRun {
  readonly delta: Real;
  readonly u: Real;
  readonly B: Float64Array;
  readonly C: Float64Array;
  /** To look at: the two halves of in_proj, L × channels. */
  readonly x: Float32Array;
  readonly z: Float32Array;
  /** How large what it adds is, by the stream that it adds it to; L. */
  readonly adds: Float32Array;
  /** Channels × states, and channels. */
  readonly A: Float64Array;
  readonly D: Float64Array;
}

/** A text, read and written on. */
export interface Reading {
  /** Characters read before the drawn ones, so far. */
  readonly passed: number;
  /** The drawn ones, and how many of them are the reader's. */
  readonly ids: Int32Array;
  readonly prompt: number;
  /** A reader's own model has its own. */
  readonly tokens?: Tokens;
  /** L × vocabulary. */
  readonly logits: Real;
  readonly layers: readonly LayerRun[];
  /** Where the model stood before the first of them, and stands behind the last. */
  readonly before: Place;
  readonly place: Place;
}

/** Characters taken at a time: of what is not drawn, of the text, of what is written; and the same of a reader's own, slower model. */
const ours = { past: 64, text: 32, more: 64, made: Float64Array };
const theirs = { past: 8, text: 8, more: 4, made: Float32Array };

const rowsOf = { delta: "E", u: "E", B: "N", C: "N" } as const;
const looked = ["x", "z"] as const;
type Growing = { -readonly [K in Exclude<keyof LayerRun, "A" | "D">]: LayerRun[K] };

type Drawing = Pick<Setting, "temperature" | "topk" | "seed">;

/** How far a reading is, and what there is. */
export interface Told {
  readonly done: number;
  readonly reading: Reading;
}

/** A text on its way through a model. */
class Reader {
  private readonly run: MambaRun;
  private readonly ids: Int32Array;
  private readonly logits: Real;
  private readonly pace: typeof ours | typeof theirs;
  private readonly grown: readonly Growing[];
  private before: Place | undefined;
  private passed = 0;
  private count = 0;
  /** Characters of the text that are drawn, and all together. */
  private readonly own: number;
  private readonly room: number;
  private readonly width: number;

  private readonly stack: Runnable;
  private readonly tokens: Tokens;

  constructor(stack: Runnable, tokens: Tokens, more: number, had: Reading | undefined) {
    [this.stack, this.tokens] = [stack, tokens];
    const { E, N, layers } = stack.shape;
    this.pace = tokens.left === undefined ? ours : theirs;
    const { past, made: Made } = this.pace;
    this.run = begin(stack, past, false);
    this.width = this.run.logits.width;
    this.own = tokens.ids.length - tokens.passed;
    this.room = this.own + more;
    this.ids = new Int32Array(this.room);
    this.logits = new Made(this.room * this.width);
    this.grown = Array.from({ length: layers }, () => blank(this.room, E, N, Made));
    if (had) this.goOn(had);
    this.ids.set(tokens.ids.subarray(tokens.passed));
  }

  private goOn(had: Reading): void {
    standAt(this.run, had.place);
    [this.passed, this.count] = [had.passed, had.ids.length];
    if (this.count > 0) this.before = had.before;
    this.ids.set(had.ids);
    this.logits.set(had.logits);
    had.layers.forEach((layer, l) => fill(this.grown[l]!, layer, 0));
  }

  /** What comes before the drawn ones, the text, and what is written. */
  *all(v: Drawing): Generator<Told, void, undefined> {
    const { tokens, own, room, pace } = this;
    while (this.passed < tokens.passed) {
      const steps = Math.min(pace.past, tokens.passed - this.passed);
      advance(this.stack, this.run, tokens.ids.subarray(this.passed, this.passed + steps));
      this.passed += steps;
      yield this.told();
    }
    this.before ??= placeOf(this.run);
    while (this.count < own) {
      this.take(Math.min(pace.text, own - this.count));
      yield this.told();
    }
    const { uniform } = generator(v.seed);
    for (let k = own; k < this.count; k++) uniform(); // what was written before
    while (this.count < room) {
      for (let left = Math.min(pace.more, room - this.count); left > 0; left--)
        this.writeOne(v, uniform());
      yield this.told();
    }
  }

  private writeOne(v: Drawing, uniform: number): void {
    const last = this.logits.subarray((this.count - 1) * this.width, this.count * this.width);
    this.ids[this.count] = drawn(chances(Float64Array.from(last), v.temperature, v.topk), uniform);
    this.take(1);
  }

  private take(steps: number): void {
    const { run, count, width } = this;
    advance(this.stack, run, this.ids.subarray(count, count + steps));
    this.logits.set(run.logits.data.subarray(0, steps * width), count * width);
    this.grown.forEach((to, l) => see(to, run, l, count, steps));
    this.count += steps;
  }

  private told(): Told {
    const { run, count, passed, own, tokens } = this;
    const place = placeOf(run);
    const reading = {
      passed,
      ids: this.ids.slice(0, count),
      prompt: Math.min(own, count),
      ...(tokens.left !== undefined && { tokens }),
      logits: this.logits.slice(0, count * this.width),
      layers: count > 0 ? this.grown.map((g, l) => finished(g, count, this.stack, run, l)) : [],
      before: this.before ?? place,
      place,
    };
    return { done: (passed + count) / (this.tokens.passed + this.room), reading };
  }
}

/**
 * Reads a text, in pieces, and writes `more` characters on: what there is after each piece. `had` is one of those, to go on from.
 * What is drawn behind the text depends on the seed and on how many were written before.
 */
export const read = (
  stack: Runnable,
  tokens: Tokens,
  v: Drawing,
  more: number,
  had?: Reading,
): Generator<Told, void, undefined> => new Reader(stack, tokens, more, had).all(v);

function advance({ weights }: Runnable, run: MambaRun, ids: Int32Array): void {
  enter(run, weights, ids, 0, ids.length);
  runStack(run, weights, ids.length, 0);
  carry(run, ids.length);
}

type Maker = typeof Float64Array | typeof Float32Array;

const blank = (L: number, E: number, N: number, Made: Maker): Growing => ({
  delta: new Made(L * E),
  u: new Made(L * E),
  B: new Float64Array(L * N),
  C: new Float64Array(L * N),
  x: new Float32Array(L * E),
  z: new Float32Array(L * E),
  adds: new Float32Array(L),
});

function fill(to: Growing, from: Growing, at: number): void {
  for (const key of Object.keys(to) as (keyof Growing)[]) to[key].set(from[key], at);
}

/** What stands in a run's caches after a piece, into its place. */
function see(to: Growing, run: MambaRun, layer: number, from: number, steps: number): void {
  const { E, N, d } = run.shape;
  for (const [name, width] of Object.entries(rowsOf) as [keyof typeof rowsOf, "E" | "N"][])
    to[name].set(intermediate(run, layer, name, steps).data, from * (width === "E" ? E : N));
  for (const name of looked) to[name].set(intermediate(run, layer, name, steps).data, from * E);
  const { input, out } = run.blocks[layer]!;
  for (let t = 0; t < steps; t++)
    to.adds[from + t] = sizeOf(out.data, t, d) / sizeOf(input.data, t, d);
}

/** The length of row t of rows of d numbers. */
function sizeOf(data: Float64Array, t: number, d: number): number {
  let sum = 0;
  for (let i = t * d; i < (t + 1) * d; i++) sum += data[i]! ** 2;
  return Math.sqrt(sum);
}

function finished(
  g: Growing,
  L: number,
  { shape: { E, N }, weights }: Runnable,
  run: MambaRun,
  l: number,
): LayerRun {
  const wide = <T extends Real>(a: T, width: number) => a.slice(0, L * width) as T;
  return {
    delta: wide(g.delta, E),
    u: wide(g.u, E),
    B: wide(g.B, N),
    C: wide(g.C, N),
    x: wide(g.x, E),
    z: wide(g.z, E),
    adds: wide(g.adds, 1),
    A: run.cores[l]!.map((x) => -x),
    D: Float64Array.from(weights.blocks[l]!.D),
  };
}
