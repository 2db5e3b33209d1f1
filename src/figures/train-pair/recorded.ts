import type { Core } from "../../models/mamba/shape.ts";
import type { Curve } from "./compute.ts";
import { type Spacing, spacings, type Trained, trained } from "./pair.ts";
import json from "./recorded.json";

/** Trainings as they went once, written by tools/record-pair.ts: the same trainer gives the same numbers, bit by bit. */
export interface Recording extends Trained, Readonly<Record<Core, Curve>> {
  readonly spacing: Spacing;
  /** Its weights are kept, too. */
  readonly kept?: true;
}

export const recordings = json as readonly Recording[];

/** What was recorded at this setting of one task. */
export const recordedFor = (v: Trained, spacing: Spacing): Recording | undefined =>
  recordings.find((r) => r.spacing === spacing && trained.every((name) => r[name] === v[name]));

/** The weights of the recorded pairs that are kept, in single precision. */
export type Weights = Readonly<Partial<Record<Spacing, Readonly<Record<Core, Float32Array>>>>>;

/** Fetches them: too large for a page on which nobody has asked for a sequence yet. */
export async function fetchWeights(): Promise<Weights> {
  const { default: file } = await import("./weights.json");
  const read = (text: string) => {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    return new Float32Array(bytes.buffer);
  };
  return Object.fromEntries(
    spacings.map((spacing) => {
      const { s4d, s6 } = file[spacing];
      return [spacing, { s4d: read(s4d), s6: read(s6) }];
    }),
  );
}
