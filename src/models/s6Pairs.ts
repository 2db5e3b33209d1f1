import { count, fail } from "../numerics/check.ts";
import { type Pairs, pairStates } from "../numerics/scanPairs.ts";
import { ready, type S6Input, type S6Options } from "./s6.ts";
import { zohWeight } from "./s6Rule.ts";

/**
 * The maps h ↦ a_t h + b_t of one state of one channel, for any scan of numerics/scan*. Throws as `selectiveScan` and
 * on an index out of range.
 */
export function selectivePairs(
  input: S6Input,
  channel: number,
  state: number,
  options: Omit<S6Options, "h0"> = {},
): Pairs {
  const s = ready(input, options);
  if (count("channel", channel, 0) >= s.channels) fail("channel", `below ${s.channels}`, channel);
  if (count("state", state, 0) >= s.states) fail("state", `below ${s.states}`, state);
  const A = s.A[channel * s.states + state]!;
  const a = new Float64Array(s.L);
  const b = new Float64Array(s.L);
  for (let t = 0; t < s.L; t++) {
    const i = t * s.channels + channel;
    const d = s.delta[i]!;
    a[t] = Math.exp(d * A);
    b[t] = (s.rule === "zoh" ? zohWeight(d, A) : d) * s.B[t * s.states + state]! * s.u[i]!;
  }
  pairStates(a, b); // throws where they are not finite
  return { a, b };
}
