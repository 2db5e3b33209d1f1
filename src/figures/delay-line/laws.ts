import type { Law } from "../../kit/figure.ts";
import { JUDGED, leastMissed } from "../../models/recall/marked.ts";
import { memory } from "../../models/recall/memory.ts";
import { pushLeft } from "../../models/recall/push.ts";
import { readOuts, recalled, relativeError, wantedOn } from "../../models/recall/readOut.ts";
import { LEAD, mineOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Long enough to tell, short enough to check at every move of a slider. */
const SHORT = 40;
const wave = Float64Array.from({ length: SHORT }, (_, t) => Math.sin(t * 0.9) + 0.4);

const close = (a: Float64Array, b: Float64Array, tolerance: number) =>
  a.every((x, i) => Math.abs(x - b[i]!) <= tolerance);
const size = (v: Float64Array) => v.reduce((most, x) => Math.max(most, Math.abs(x)), 1e-300);

/** A state does not know what time it is: the same input later leaves the same state later. */
function timeless(v: Setting): boolean {
  const late = new Float64Array(SHORT + 5);
  late.set(wave, 5);
  const m = memory(v.memory, v);
  const [now, then] = [m.run(wave).data, m.run(late).data];
  return close(now, then.subarray(5 * v.N), 1e-9 * size(now));
}

/** Twice the input, twice the state; a tanh stays between −1 and 1 instead. */
function scales(v: Setting): boolean {
  const m = memory(v.memory, v);
  const once = m.run(wave).data;
  const twice = m.run(wave.map((x) => 2 * x)).data;
  if (!m.linear) return twice.every((x) => Math.abs(x) <= 1);
  return close(
    twice,
    once.map((x) => 2 * x),
    1e-9 * size(once),
  );
}

/** What a push leaves is the derivative: two inputs that differ by a little at one step leave states that differ so much. */
function isDerivative(v: Setting): boolean {
  const m = memory(v.memory, v);
  const step = 1e-4;
  const moved = (by: number) => m.run(wave.map((x, t) => (t === 3 ? x + by : x)));
  const [more, less, here] = [moved(step).data, moved(-step).data, m.run(wave)];
  const left = pushLeft(v.memory, v, 8, { ...here }, 3);
  return left.every((x, l) => {
    let sum = 0;
    for (let n = 0; n < v.N; n++) {
      const at = (3 + l) * v.N + n;
      sum += ((more[at]! - less[at]!) / (2 * step)) ** 2;
    }
    return Math.abs(Math.sqrt(sum) - x) <= 1e-5 * size(left);
  });
}

/** On the stretch that it was fitted to, saying nothing would miss everything: the fit never does worse. */
function neverWorseThanNothing(r: Run, v: Setting): boolean {
  if (!r.delay) return true;
  const { stretch } = r.delay.fitted;
  const said = recalled(readOuts(r.delay.fitted, [v.d]), 0, stretch.states);
  return !(relativeError(said, wantedOn(stretch, v.d)) > 1 + 1e-9);
}

/** Where the register still holds the very input, a read-out with next to no ridge gives it back. */
function registerExact(r: Run, v: Setting): boolean {
  if (!r.delay || v.memory !== "shift") return true;
  const { states, u } = r.delay.judged;
  return [0, v.N - 1].every((d) =>
    wantedOn(r.delay!.judged, d).every(
      (x, t) => x === states.data[t * v.N + d] && x === u[LEAD + t - d],
    ),
  );
}

/** Linear memory, linear read-out: no less is missed than √(1 − 1/n), up to the luck of the draw. */
function neverBetterThanVote(r: Run, v: Setting): boolean {
  const mine = mineOf(r, v);
  if (!r.marked || !mine || v.memory === "gate" || v.memory === "rnn") return true;
  const n = r.marked.places;
  const luck = 12 / Math.sqrt(n * JUDGED);
  return mine.missed ** 2 >= leastMissed(n) ** 2 - luck;
}

export const laws: Readonly<Record<string, Law<Setting, Run>>> = {
  timeless: {
    about: "model",
    label: "The same input, later, leaves the same state, later",
    holds: (_, v) => timeless(v),
  },
  scales: {
    about: "model",
    label: "A linear memory of twice the input is twice the memory; a tanh stays within ±1",
    holds: (_, v) => scales(v),
  },
  derivative: {
    about: "model",
    label: "What is left of a push is the derivative of the state by that input",
    holds: (_, v) => isDerivative(v),
  },
  fitted: {
    label: "Where it was fitted, a read-out never misses more than saying nothing",
    holds: neverWorseThanNothing,
  },
  register: {
    label: "The shift register holds the last N inputs themselves",
    holds: registerExact,
  },
  product: {
    label: "With n places, a linear read-out of a linear memory misses at least √(1 − 1/n)",
    holds: neverBetterThanVote,
  },
};
