import type { Gate } from "../../models/radio/trained.ts";
import { eachPart, type Part } from "./parts.ts";
import type { Setting } from "./params.ts";
import json from "./recorded.json" with { type: "json" };

/** States of the S6 over a transmission, where one was watched, and what each forgets from pilot to pilot at six ratios. */
export interface Watched {
  readonly gates?: Readonly<Record<Part, Gate>>;
  readonly forgotten: Readonly<Record<Part, readonly number[]>>;
}

const { setting, parts } = json;
const gate = ({ A, delta, state }: (typeof parts)["im3"]): Gate => ({
  A,
  delta: Float64Array.from(delta),
  gate: Float64Array.from(delta, (d) => -Math.expm1(d * A)),
  state: Float64Array.from(state),
});

const recorded: Watched = { forgotten: eachPart((part) => parts[part].forgotten) };
const here: Watched = { ...recorded, gates: eachPart((part) => gate(parts[part])) };

/**
 * What was watched beforehand: shown until the model is here. What is forgotten was recorded at all ratios of this channel,
 * whichever one is set; the gates over a transmission at one.
 */
export function recordedFor(v: Setting): Watched | undefined {
  if (v.a !== setting.a || v.every !== setting.every || v.seed !== setting.seed) return undefined;
  return v.snr === setting.snr ? here : recorded;
}
