import type { Gate } from "../../models/radio/trained.ts";
import { eachPart, type Part } from "./parts.ts";
import type { Setting } from "./params.ts";
import json from "./recorded.json" with { type: "json" };

/** Two states of the S6 over a transmission, and what each forgets from pilot to pilot at six ratios. */
export interface Watched {
  readonly gates: Readonly<Record<Part, Gate>>;
  readonly forgotten: Readonly<Record<Part, readonly number[]>>;
}

const { setting, parts } = json;
const gate = ({ A, delta, state }: (typeof parts)["im3"]): Gate => ({
  A,
  delta: Float64Array.from(delta),
  gate: Float64Array.from(delta, (d) => -Math.expm1(d * A)),
  state: Float64Array.from(state),
});

const recorded: Watched = {
  gates: eachPart((part) => gate(parts[part])),
  forgotten: eachPart((part) => parts[part].forgotten),
};

/** One transmission watched beforehand: shown until the model is here. */
export const recordedFor = (v: Setting): Watched | undefined =>
  v.snr === setting.snr && v.a === setting.a && v.every === setting.every && v.seed === setting.seed
    ? recorded
    : undefined;
