import { lengthOf, readingOf, type Run } from "./compute.ts";
import { chancesAt, channelOf, hearingOf, statesOf } from "./look.ts";
import type { Setting } from "./params.ts";

/** Of the end of what is shown. */
const lastOf = (r: Run, v: Setting) => lengthOf(r, v) - 1;

/** What is heard of each character, what came before them and the way past the state make the output. */
export function addsUp(r: Run, v: Setting): boolean {
  const t = lastOf(r, v);
  const [heard, channel, states] = [hearingOf(r, v, t), channelOf(r, v), statesOf(r, v)];
  if (!heard) return true;
  const parts = [...heard.row.map((k, s) => k * channel!.u[s]!), heard.before, heard.skip];
  const size = parts.reduce((sum, x) => sum + Math.abs(x), 1e-9);
  return Math.abs(parts.reduce((a, b) => a + b, 0) - states!.y[t]!) <= 1e-12 * size;
}

/** Δ > 0 and A < 0: of a state a share is kept, between none and all. */
export function keepsShares(r: Run, v: Setting): boolean {
  const channel = channelOf(r, v);
  if (!channel) return true;
  return channel.delta.every((d) => d > 0) && channel.A.every((a) => a < 0);
}

export function sumsToOne(r: Run, v: Setting): boolean {
  const shares = chancesAt(r, v, lastOf(r, v));
  return !shares || Math.abs(shares.reduce((a, b) => a + b, 0) - 1) < 1e-12;
}

/** A change moves nothing before the character at which it is made, and never more than all. */
export const nothingBefore = ({ changed }: Run): boolean =>
  !changed || changed.moved.every((x, t) => (t < changed.at ? x === 0 : x >= 0 && x <= 1 + 1e-12));

/** Where this setting was recorded, the record is what the model writes here. */
export function asRecorded(r: Run): boolean {
  const reading = readingOf(r);
  const kept = r.recorded && [...r.recorded.written];
  if (!reading || !kept) return true;
  const { ids, prompt } = reading;
  const index = new Map([...r.model!.card.characters!].map((c, id) => [c, id]));
  return kept.every((c, k) => prompt + k >= ids.length || ids[prompt + k] === index.get(c));
}
