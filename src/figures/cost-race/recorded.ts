import json from "./recorded.json";
import type { Racer } from "./models.ts";
import type { Setting } from "./params.ts";
import type { Stretch } from "./side.ts";

type Kind = "mamba" | "lstm" | "window" | "all";

/** What was measured on one machine, and written there; by tools/record-race.ts. */
export interface Recording {
  readonly machine: string;
  readonly engine: string;
  readonly date: string;
  readonly beginning: string;
  readonly temperature: number;
  readonly seed: number;
  /** Position, and seconds of the processor for a character. */
  readonly times: Readonly<Record<Kind, readonly Stretch[]>>;
  /** Position, and nats for a character of held-out text. */
  readonly loss: Readonly<Record<Kind, readonly (readonly [position: number, nats: number])[]>>;
  /** What each wrote, by the context that it had read. */
  readonly texts: Readonly<Record<Kind, Readonly<Partial<Record<Setting["context"], string>>>>>;
}

export const recording = json as unknown as Recording;

const kindOf = (racer: Racer, v: Pick<Setting, "sight">): Kind =>
  racer === "transformer" ? v.sight : racer;

export const recordedTimes = (racer: Racer, v: Pick<Setting, "sight">): readonly Stretch[] =>
  recording.times[kindOf(racer, v)];

export const recordedLoss = (racer: Racer, v: Pick<Setting, "sight">) =>
  recording.loss[kindOf(racer, v)];

/** What was written at just this setting, where it was recorded; nothing by a model whose cache was filled with copies. */
export function recordedText(racer: Racer, v: Setting): string | undefined {
  const same =
    v.beginning === recording.beginning &&
    v.temperature === recording.temperature &&
    v.seed === recording.seed;
  return same ? recording.texts[kindOf(racer, v)][v.context] : undefined;
}
