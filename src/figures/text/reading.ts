import { carry, enter, type Run as MambaRun, runStack } from "../../models/mamba/forward.ts";
import { placeOf, standAt, type Place } from "../../models/mamba/place.ts";
import { begin, type Stack } from "../../models/mamba/stack.ts";
import { chances } from "../../models/sampling.ts";
import { countsOf } from "./halfLives.ts";
import { another, kinds, probesOf, type Kind, type Probe } from "./probes.ts";

/** What a change does to the predictions behind it: entry k is about the character k + 1 behind the changed one. */
export interface Felt extends Probe {
  /** Nats by which what stands there surprises more. */
  readonly extra: Float32Array;
  /** Half the sum of |p − p′|: how much of the probability has moved, 0 … 1. */
  readonly moved: Float32Array;
}

/** How a text was read, so far. */
export interface Reading {
  /** Characters read. */
  readonly read: number;
  /** Nats of each character that was predicted; of the first, which was not, NaN. */
  readonly surprise: Float64Array;
  /** Each change that has begun, as far as it was followed. */
  readonly felt: readonly Felt[];
  /** States by the half of what they hold that is left, ten bins a decade (`halfLives.ts`). */
  readonly halves: Int32Array;
  /** To go on from: the sum of Δ of every channel, and where the model and the changed ones stand. */
  readonly steps: Float64Array;
  readonly place: Place;
  readonly forks: Readonly<Partial<Record<Kind, Place>>>;
}

/** Characters read at a time, and at most before what there is is told. */
const PIECE = 64;
const TOLD = 1024;

/** A second reading, of a text with a change. */
interface Fork {
  readonly run: MambaRun;
  felt: { -readonly [K in keyof Felt]: Felt[K] } | undefined;
}

interface Told {
  readonly done: number;
  readonly reading?: Reading;
}

class Reader {
  private readonly main: MambaRun;
  private readonly surprise: Float64Array;
  private readonly steps: Float64Array;
  private readonly forks: Readonly<Record<Kind, Fork>>;
  private readonly probes: readonly Probe[];
  /** Changes that were followed to their end. */
  private readonly ended: Felt[] = [];
  private at = 0;

  private readonly stack: Stack;
  private readonly ids: Int32Array;

  constructor(stack: Stack, ids: Int32Array, had: Reading | undefined) {
    [this.stack, this.ids] = [stack, ids];
    const { layers, E } = stack.shape;
    const fresh = () => begin(stack, PIECE, false);
    this.main = fresh();
    this.forks = {
      cleared: { run: fresh(), felt: undefined },
      letter: { run: fresh(), felt: undefined },
    };
    this.probes = probesOf(ids);
    this.surprise = new Float64Array(ids.length).fill(NaN);
    this.steps = new Float64Array(layers * E);
    if (had) this.goOn(had);
  }

  private goOn(had: Reading): void {
    this.at = had.read;
    this.surprise.set(had.surprise);
    this.steps.set(had.steps);
    standAt(this.main, had.place);
    for (const felt of had.felt) {
      const place = felt.to > had.read ? had.forks[felt.kind] : undefined;
      if (!place) {
        this.ended.push(felt);
        continue;
      }
      const fork = this.forks[felt.kind];
      standAt(fork.run, place);
      fork.felt = opened(felt);
    }
  }

  *all(): Generator<Told, Reading, undefined> {
    const { ids } = this;
    const each = Math.max(PIECE, Math.min(TOLD, Math.ceil(ids.length / 8)));
    const cuts = this.probes.flatMap(({ from, to }) => [from, to]);
    let told = this.at;
    while (this.at < ids.length) {
      const to = Math.min(this.at + PIECE, ids.length, ...cuts.filter((c) => c > this.at));
      this.take(to);
      const whole = this.at - told >= each;
      if (whole) told = this.at;
      yield { done: this.at / ids.length, ...(whole && { reading: this.now() }) };
    }
    return this.now();
  }

  /** The characters up to `to`, by the model and by those that read with a change. */
  private take(to: number): void {
    const { stack, ids, main, at } = this;
    for (const probe of this.probes) if (probe.from === at) this.fork(probe);
    const L = to - at;
    forward(stack, main, ids.subarray(at, to));
    const width = main.logits.width;
    const rows = (run: MambaRun) =>
      Array.from({ length: L }, (_, t) =>
        chances(run.logits.data.subarray(t * width, (t + 1) * width), 1),
      );
    const said = rows(main);
    said.forEach((p, t) => {
      const k = at + t + 1;
      if (k < ids.length) this.surprise[k] = -Math.log(p[ids[k]!]!);
    });
    this.sumSteps(L);
    for (const kind of kinds) {
      const fork = this.forks[kind];
      const { felt } = fork;
      if (!felt) continue;
      const own = ids.slice(at, to);
      if (kind === "letter" && at === felt.from) own[0] = another(own[0]!);
      forward(stack, fork.run, own);
      // #region compare
      rows(fork.run).forEach((q, t) => {
        const [k, p, next] = [at + t - felt.from, said[t]!, ids[at + t + 1]!];
        felt.extra[k] = Math.log(p[next]!) - Math.log(q[next]!);
        felt.moved[k] = p.reduce((sum, x, id) => sum + Math.abs(x - q[id]!) / 2, 0);
      });
      // #endregion
      if (to === felt.to) {
        this.ended.push({ ...felt });
        fork.felt = undefined;
      }
    }
    this.at = to;
  }

  /** Begins a change here: with nothing in memory, or from where the model stands. */
  private fork(probe: Probe): void {
    const place = placeOf(this.main);
    const empty = (arrays: readonly Float64Array[]) =>
      arrays.map((a) => new Float64Array(a.length));
    const { states, windows } = place;
    const cleared = { states: empty(states), windows: empty(windows) };
    const fork = this.forks[probe.kind];
    standAt(fork.run, probe.kind === "cleared" ? cleared : place);
    const W = probe.to - probe.from;
    const none = () => new Float32Array(W).fill(NaN);
    fork.felt = { ...probe, extra: none(), moved: none() };
  }

  private sumSteps(L: number): void {
    const { E } = this.stack.shape;
    this.main.blocks.forEach(({ delta }, l) => {
      for (let i = 0; i < L * E; i++) this.steps[l * E + (i % E)]! += delta[i]!;
    });
  }

  private now(): Reading {
    const { main, at, steps } = this;
    const open = kinds.filter((kind) => this.forks[kind].felt);
    return {
      read: at,
      surprise: this.surprise.slice(0, Math.min(at + 1, this.ids.length)),
      felt: [...this.ended, ...open.map((kind) => opened(this.forks[kind].felt!))].toSorted(
        (a, b) => a.from - b.from,
      ),
      halves: countsOf(main.cores, steps, at, this.stack.shape.N),
      steps: steps.slice(),
      place: placeOf(main),
      forks: Object.fromEntries(open.map((kind) => [kind, placeOf(this.forks[kind].run)])),
    };
  }
}

/** A change with arrays of its own. */
const opened = (felt: Felt) => ({ ...felt, extra: felt.extra.slice(), moved: felt.moved.slice() });

/** Moves a run on over some characters; their logits stand in it. */
function forward({ weights }: Stack, run: MambaRun, ids: Int32Array): void {
  enter(run, weights, ids, 0, ids.length);
  runStack(run, weights, ids.length, 0);
  carry(run, ids.length);
}

/** Reads a text in pieces: how far it is, now and then what there is, and at the end all. `had` is one of those, to go on from. */
export const read = (
  stack: Stack,
  ids: Int32Array,
  had?: Reading,
): Generator<Told, Reading, undefined> => new Reader(stack, ids, had).all();
