import { finite, fail } from "../../numerics/check.ts";

/** Zero crossings of the sinc to each side, and the share of what the new rate can carry that is let through. */
const LOBES = 12;
const KEPT = 0.95;

/** A sound at another rate, made as its samples come. */
export interface Resampler {
  /** Takes samples at the old rate, returns those at the new one that are certain by now. */
  take(samples: ArrayLike<number>): Float64Array;
  /** The rest, as though silence followed. */
  rest(): Float64Array;
}

/**
 * From any rate of 8 … 192 kHz, say, to another one, without what that cannot carry: a sinc in a Hann window, 12 zero crossings
 * to each side, its weights scaled to a sum of one. Throws on rates that are not above 0. A sample that is not finite is taken for 0.
 */
export function openResampler(from: number, to: number): Resampler {
  for (const [name, rate] of [["from", from] as const, ["to", to] as const])
    if (!(finite(name, rate) > 0)) fail(name, "a rate above 0", rate);
  const cut = Math.min(1, to / from) * KEPT;
  const reach = LOBES / cut;
  let held: number[] = []; // samples from number `base` on
  let [base, made, came] = [0, 0, 0];
  const at = (k: number) => held[k - base] ?? 0;
  const make = (until: number): Float64Array => {
    const out: number[] = [];
    for (; (made * from) / to < until; made++) {
      const here = (made * from) / to;
      let [sum, weights] = [0, 0];
      for (let k = Math.max(0, Math.ceil(here - reach)); k <= here + reach && k < came; k++) {
        const d = here - k;
        const sinc = d === 0 ? 1 : Math.sin(Math.PI * cut * d) / (Math.PI * cut * d);
        const weight = sinc * (0.5 + 0.5 * Math.cos((Math.PI * d) / reach));
        sum += weight * at(k);
        weights += weight;
      }
      out.push(sum / weights);
    }
    const first = Math.max(base, Math.floor((made * from) / to - reach));
    held = held.slice(first - base);
    base = first;
    return Float64Array.from(out);
  };
  return {
    take(samples) {
      for (let i = 0; i < samples.length; i++) {
        const x = samples[i]!;
        held.push(x - x === 0 ? x : 0);
      }
      came += samples.length;
      return from === to ? straight() : make(came - 1 - reach);
    },
    rest: () => (from === to ? new Float64Array(0) : make(came)),
  };
  function straight(): Float64Array {
    const out = Float64Array.from(held);
    held = [];
    return out;
  }
}
