import { ANSWERS, bestOf, readingOf, type Watcher } from "../../models/film/watcher.ts";
import { AREA, FRAMES, SLOTS, STEPS } from "../../models/film/film.ts";
import { intermediate, type Intermediate } from "../../models/mamba/intermediates.ts";
import { traceStack } from "../../models/mamba/stack.ts";
import { cosSin } from "../../numerics/portable.ts";

export const CHANNELS = 64;
export const STATES = 16;

/** What one layer of S6 did at every step: steps × channels or steps × states; A channels × states. */
export interface LayerRun {
  readonly u: Float64Array;
  readonly delta: Float64Array;
  readonly B: Float64Array;
  readonly C: Float64Array;
  readonly A: Float64Array;
  /** Channels × states, after the last step. */
  readonly last: Float64Array;
}

/** What one layer of the static rival did: what it read, and how much its state has of an input of 1 so many steps ago. */
export interface FixedRun {
  readonly u: Float64Array;
  /** Steps × channels. */
  readonly kept: Float64Array;
}

/** A film as both watched it: probabilities of the seven answers at the six white frames, and what went on in each layer. */
export interface Reading {
  readonly s6: Float64Array;
  readonly fixed: Float64Array;
  readonly layers: readonly LayerRun[];
  readonly fixedLayers: readonly FixedRun[];
  /** The probabilities if no frame were cleared. */
  readonly whole: { readonly s6: Float64Array; readonly fixed: Float64Array };
}

/** What the filters make of a film, and of it without the cleared frame. */
export interface Seen {
  readonly whole: Float64Array;
  readonly cleared: Float64Array;
}

/** The film seen by a watcher's filters; a cleared frame is a black one. */
export function see(watcher: Watcher, frames: Float64Array, cleared: number): Seen {
  const whole = bestOf(watcher, frames);
  const black = whole.slice();
  if (cleared > 0)
    black.set(bestOf(watcher, new Float64Array(AREA)), (cleared - 1) * watcher.filters);
  return { whole, cleared: black };
}

// #region watch
/** A film through the S6: its answers, and what each layer did. */
export function throughS6(watcher: Watcher, best: Float64Array) {
  const { logits, run } = traceStack(watcher.stack, readingOf(watcher, best));
  const layers = run.blocks.map((_, l): LayerRun => {
    const of = (name: Intermediate) => intermediate(run, l, name).data;
    const A = run.cores[l]!.map((x) => -x);
    const last = of("h").slice(-CHANNELS * STATES);
    return { u: of("u"), delta: of("delta"), B: of("B"), C: of("C"), A, last };
  });
  return { shares: sharesOf(logits), layers };
}
// #endregion

/** The same through the static rival. */
export function throughFixed(watcher: Watcher, best: Float64Array) {
  const { logits, run } = traceStack(watcher.stack, readingOf(watcher, best));
  const layers = run.blocks.map((_, l): FixedRun => {
    const { s4d } = watcher.stack.weights.blocks[l]!;
    return { u: intermediate(run, l, "u").data, kept: keptOf(s4d!, watcher.stack.shape.N) };
  });
  return { shares: sharesOf(logits), layers };
}

/** For a fixed state of several poles, the size of B̄ and its fading over the steps: ‖(e^{ΔA} − 1)/A · e^{lΔA}‖, steps × channels. */
function keptOf(
  w: NonNullable<Watcher["stack"]["weights"]["blocks"][number]["s4d"]>,
  N: number,
): Float64Array {
  const kept = new Float64Array(STEPS * CHANNELS);
  const unit = { re: 0, im: 0 };
  for (let e = 0; e < CHANNELS; e++) {
    const dt = Math.exp(w.logDt[e]!);
    for (let n = 0; n < N; n++) {
      const [re, im] = [-Math.exp(w.logMinusRe[e * N + n]!), w.im[e * N + n]!];
      const fade = Math.exp(2 * dt * re);
      cosSin(dt * im, unit);
      const [a, b] = [Math.exp(dt * re) * unit.re - 1, Math.exp(dt * re) * unit.im];
      let power = (a * a + b * b) / (re * re + im * im);
      for (let lag = 0; lag < STEPS; lag++, power *= fade) kept[lag * CHANNELS + e]! += power;
    }
  }
  return kept.map(Math.sqrt);
}

/** The probabilities of the answers at the white frames: slots × answers. */
function sharesOf(logits: Float64Array): Float64Array {
  const shares = logits.slice(FRAMES * ANSWERS, STEPS * ANSWERS);
  for (let slot = 0; slot < SLOTS; slot++) {
    const row = shares.subarray(slot * ANSWERS, (slot + 1) * ANSWERS);
    const most = Math.max(...row);
    row.forEach((x, k) => (row[k] = Math.exp(x - most)));
    const sum = row.reduce((a, b) => a + b, 0);
    row.forEach((x, k) => (row[k] = x / sum));
  }
  return shares;
}

// #region held
/**
 * What the state after step t has of each step s up to it: e^{A(Δ_{s+1} + … + Δ_t)} Δ_s B_s u_s in every state of every channel,
 * squared and summed up. The parts add up to the state, their squares are shares of all.
 */
export function heldBy({ u, delta, B, A }: LayerRun, t: number): Float64Array {
  const held = new Float64Array(t + 1);
  for (let e = 0; e < CHANNELS; e++) {
    let clock = 0;
    for (let s = t; s >= 0; s--) {
      const at = s * CHANNELS + e;
      const x = delta[at]! * u[at]!;
      let sum = 0;
      for (let n = 0; n < STATES; n++) {
        const part = Math.exp(A[e * STATES + n]! * clock) * B[s * STATES + n]! * x;
        sum += part * part;
      }
      held[s]! += sum;
      clock += delta[at]!;
    }
  }
  return shared(held);
}
// #endregion

/** The same of the static rival, whose states fade by their age alone. */
export function heldByFixed({ u, kept }: FixedRun, t: number): Float64Array {
  const held = new Float64Array(t + 1);
  for (let s = 0; s <= t; s++)
    for (let e = 0; e < CHANNELS; e++)
      held[s]! += (u[s * CHANNELS + e]! * kept[(t - s) * CHANNELS + e]!) ** 2;
  return shared(held);
}

function shared(parts: Float64Array): Float64Array {
  const sum = parts.reduce((a, b) => a + b, 0);
  return sum > 0 ? parts.map((x) => x / sum) : parts;
}
